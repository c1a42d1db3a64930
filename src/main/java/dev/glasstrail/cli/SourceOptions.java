package dev.glasstrail.cli;

import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.Values;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say where the logs are.
final class SourceOptions {

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description =
                    "The folder with CloudTrail's log files, in the layout of the trail's bucket or any other.")
    private @Nullable String logs;

    @Option(
            names = "--source",
            paramLabel = "KIND",
            description = "What reads the logs. This version knows one: files.")
    private @Nullable String kind;

    /// The file's source with these flags over it, its path absolute.
    SourceSettings over(SourceSettings file, Path workingDirectory) {
        Path folder = logs == null ? file.logs() : Values.path("--logs", logs);
        return new SourceSettings(
                kind == null
                        ? file.kind()
                        : Values.choice(SourceSettings.Kind.class).parse("--source", kind),
                folder == null ? null : workingDirectory.resolve(folder),
                file.threads(),
                file.maxInflatedBytesPerFile());
    }
}
