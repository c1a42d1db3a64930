package dev.glasstrail.delivery.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glasstrail.render.Artifact;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// `VERIFY.md`: how to check a report with what every system has. Its list is one that `sha256sum`
/// reads from the file itself.
final class VerifyFile {

    static final String NAME = "VERIFY.md";

    private VerifyFile() {}

    /// Writes it beside the manifest, which must be there.
    static void write(Path folder, List<Artifact> files) throws IOException {
        StringBuilder list = new StringBuilder();
        for (Artifact file : files) {
            list.append(line(file));
        }
        list.append(line(Artifact.of(folder, ManifestFile.NAME)));
        try (OutputStream out = ManifestFile.create(folder.resolve(NAME))) {
            out.write(text(list.toString()).getBytes(UTF_8));
        }
    }

    private static String text(String list) {
        return """
        # Is this report as it was made?

        In this folder (on macOS: `shasum -a 256 -c VERIFY.md`):

            sha256sum -c VERIFY.md

        Each file must say `OK`. The warning about lines that are improperly formatted means the
        lines of this text.

        ```
        %s```

        Were the logs the same? In the folder of the logs, with this folder's path for REPORT:

            jq -r '.inputs[] | .sha256 + "  " + .name' REPORT/manifest.json | sha256sum -c

        **Nothing here is signed.** Who can change a file here can change these sums as well. Keep the
        SHA-256 of `manifest.json` where they cannot reach it, such as a ticket or a log. `run.json`
        says who made the report and when; it differs from run to run and is not in the list.
        """
                .formatted(list);
    }

    private static String line(Artifact file) {
        return file.sha256() + "  " + file.name() + "\n";
    }
}
