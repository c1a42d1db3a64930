package dev.glasstrail.doctor;

import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.settings.PeopleFile;
import dev.glasstrail.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What lies on this machine: the settings themselves, folders and files.
///
/// @param here where relative paths start, absolute
record MachineChecks(Path here) {

    private static final Pattern LOG = Pattern.compile(".*\\.json(\\.gz)?");
    private static final Pattern DIGEST = Pattern.compile(".*_CloudTrail-(Digest|Insight)_.*");

    static State glass(GlassSettings glass) {
        return glass.watchesNothing()
                ? new State.Warning(
                        "nothing is watched",
                        "set glass.roles, glass.users or glass.root, or give --role, --user or --root")
                : new State.Ok(
                        "%s of roles, %s of users, %s"
                                .formatted(
                                        patterns(glass.roles()),
                                        patterns(glass.users()),
                                        glass.root() ? "root" : "not root"));
    }

    private static String patterns(List<String> patterns) {
        return patterns.size() + (patterns.size() == 1 ? " pattern" : " patterns");
    }

    /// The folder that is read instead of AWS.
    State logs(@Nullable Path logs) {
        if (logs == null) {
            return new State.Failed("none is named", "give --logs, or set source.logs");
        }
        Path folder = here.resolve(logs);
        if (!Files.isDirectory(folder)) {
            return new State.Failed(
                    Files.exists(folder) ? "is not a folder" : "does not exist",
                    "name the folder that holds AWSLogs, or make it with aws s3 sync");
        }
        try {
            FirstLog first = new FirstLog();
            Files.walkFileTree(folder, first);
            return first.found == null
                    ? new State.Failed("holds no log file", "name the folder that holds AWSLogs")
                    : readable(folder, first.found);
        } catch (IOException failure) {
            return unreadable(failure);
        }
    }

    private static State readable(Path folder, Path log) {
        try (InputStream in = Files.newInputStream(log)) {
            in.read();
            return new State.Ok("holds logs, such as " + folder.relativize(log));
        } catch (IOException failure) {
            return unreadable(failure);
        }
    }

    /// The file that says who the people are.
    State people(Path file) {
        try {
            int people = PeopleFile.read(here.resolve(file), file.toString()).size();
            return new State.Ok("%s, %d people".formatted(file, people));
        } catch (SettingsException failure) {
            return State.Failed.of(failure.problems().getFirst().toString());
        }
    }

    /// The folder that reports are put below; it is made by the first one.
    State out(Path out) {
        Path folder = here.resolve(out);
        Path existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return new State.Failed(
                    existing + " is not a folder that this user may write to",
                    "name another with --out or report.out");
        }
        return new State.Ok(
                existing.equals(folder)
                        ? "can be written to"
                        : "does not exist yet and can be made");
    }

    private static State unreadable(IOException failure) {
        return new State.Failed(
                "cannot be read (%s)".formatted(failure),
                "see whether it exists and who may read it");
    }

    /// Stops at the first log file.
    private static final class FirstLog extends SimpleFileVisitor<Path> {

        private @Nullable Path found;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (!LOG.matcher(name).matches() || DIGEST.matcher(name).matches()) {
                return FileVisitResult.CONTINUE;
            }
            found = file;
            return FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
