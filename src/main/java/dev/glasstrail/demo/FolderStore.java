package dev.glasstrail.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// A folder that looks like the bucket.
final class FolderStore implements Store {

    private final Path folder;
    private final Set<Path> made = new HashSet<>();

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String key, byte[] content) throws IOException {
        Path file = folder.resolve(key);
        Path parent = file.getParent();
        if (parent != null && made.add(parent)) {
            Files.createDirectories(parent);
        }
        Files.write(file, content);
    }
}
