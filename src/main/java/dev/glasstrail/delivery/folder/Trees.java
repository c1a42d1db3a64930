package dev.glasstrail.delivery.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Folders with everything in them. Symbolic links are never followed.
final class Trees {

    private static final int TRIES = 1000;

    private Trees() {}

    /// The files below a folder, relative to it, with `/` between parts.
    static SortedSet<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path))
                    .map(Trees::slashed)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// When something in a folder, or the folder, was last written.
    static Instant lastTouched(Path folder) throws IOException {
        Instant last = Instant.MIN;
        for (Path path : everything(folder)) {
            try {
                Instant touched =
                        Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant();
                last = touched.isAfter(last) ? touched : last;
            } catch (NoSuchFileException e) {
                // Its run has just moved or removed it: it is alive.
                return Instant.MAX;
            }
        }
        return last;
    }

    /// Deletes a folder and all in it; it may be gone already.
    static void delete(Path folder) throws IOException {
        for (Path path : everything(folder).reversed()) {
            Files.deleteIfExists(path);
        }
    }

    /// Deletes a folder into which other threads still write, until it is gone and they must fail.
    static void deleteWhileBeingWritten(Path folder) {
        for (int i = 0; i < TRIES && Files.exists(folder, LinkOption.NOFOLLOW_LINKS); i++) {
            try {
                delete(folder);
            } catch (IOException | UncheckedIOException e) {
                // A file came while the others went: once more.
                Thread.onSpinWait();
            }
        }
    }

    private static List<Path> everything(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        }
    }

    private static String slashed(Path relative) {
        return Stream.iterate(0, i -> i < relative.getNameCount(), i -> i + 1)
                .map(i -> relative.getName(i).toString())
                .collect(Collectors.joining("/"));
    }
}
