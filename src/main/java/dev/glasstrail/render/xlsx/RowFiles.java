package dev.glasstrail.render.xlsx;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/// The files that rows wait in until the workbook is put together.
///
/// They hold evidence, so they lie in the folder of the report and not where everybody's temporary
/// files lie; nothing of them is left when this is closed. It serves the thread that opened it.
final class RowFiles implements TempFileCreationStrategy, AutoCloseable {

    private final Path folder;
    private final List<Path> made = new ArrayList<>();

    private RowFiles(Path folder) {
        this.folder = folder;
    }

    /// Sends the temporary files of this thread into `folder` until closed.
    static RowFiles in(Path folder) {
        RowFiles files = new RowFiles(folder);
        TempFile.setThreadLocalTempFileCreationStrategy(files);
        return files;
    }

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        Path file = Files.createTempFile(folder, prefix, suffix);
        made.add(file);
        return file.toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        Path directory = Files.createTempDirectory(folder, prefix);
        made.add(directory);
        return directory.toFile();
    }

    @Override
    public void close() throws IOException {
        TempFile.setThreadLocalTempFileCreationStrategy(null);
        for (Path path : made.reversed()) {
            Files.deleteIfExists(path);
        }
    }
}
