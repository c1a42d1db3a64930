package dev.glasstrail.cli;

import dev.glasstrail.run.RunOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the files of a delivered report are, as the person would type it.
final class Deliverables {

    private Deliverables() {}

    /// The folder and what lies directly in it, folders with a slash, after an empty line.
    static String of(RunOutcome.Delivered delivered, Path workingDirectory) {
        Path folder = delivered.folder();
        StringBuilder text = new StringBuilder("\n");
        text.append(delivered.alreadyThere() ? "The same report was there already:\n" : "Files:\n");
        for (Path entry : entries(folder)) {
            Path shown =
                    entry.startsWith(workingDirectory) ? workingDirectory.relativize(entry) : entry;
            text.append("  ")
                    .append(Terminal.escape(shown.toString()))
                    .append(Files.isDirectory(entry) ? "/" : "")
                    .append('\n');
        }
        return text.toString();
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
