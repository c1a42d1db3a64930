package dev.glasstrail.delivery.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// The folders that a delivery had to make on its way; those still empty at its end are taken away.
final class MadeFolders {

    private final Deque<Path> innermostFirst = new ArrayDeque<>();

    private MadeFolders() {}

    /// Makes `folder` and what is missing above it.
    ///
    /// @throws IOException if it cannot; then nothing was made
    static MadeFolders make(Path folder) throws IOException {
        MadeFolders made = new MadeFolders();
        Path missing = folder;
        while (missing != null && !Files.exists(missing, LinkOption.NOFOLLOW_LINKS)) {
            made.innermostFirst.addLast(missing);
            missing = missing.getParent();
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            made.removeEmpty();
            throw e;
        }
        return made;
    }

    /// Takes away those that hold nothing, the innermost first.
    void removeEmpty() {
        for (Path folder : innermostFirst) {
            try {
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // Something is in it, so it and all above it stay.
                return;
            }
        }
    }
}
