package dev.glasstrail.trail.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glasstrail.trail.TrailException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/// Files in memory, some of which refuse to be opened.
final class MemoryStore implements LogStore {

    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final TreeMap<String, IOException> refusals = new TreeMap<>();
    private final List<String> opened = new CopyOnWriteArrayList<>();

    static byte[] gzip(String text) {
        return gzip(text.getBytes(UTF_8));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    MemoryStore with(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    MemoryStore with(String name, String content) {
        return with(name, content.getBytes(UTF_8));
    }

    MemoryStore refusing(String name, IOException refusal) {
        refusals.put(name, refusal);
        return with(name, new byte[10]);
    }

    /// Names of the files that were opened, ascending.
    List<String> opened() {
        return opened.stream().sorted().toList();
    }

    long bytes() {
        return files.values().stream().mapToLong(content -> content.length).sum();
    }

    @Override
    public void walk(DeliveryDays days, Visitor visitor)
            throws TrailException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        for (var file : files.entrySet()) {
            visitor.file(new StoredFile(file.getKey(), file.getValue().length));
        }
    }

    @Override
    public InputStream open(StoredFile file) throws IOException {
        opened.add(file.name());
        IOException refusal = refusals.get(file.name());
        if (refusal != null) {
            throw refusal;
        }
        return new ByteArrayInputStream(Objects.requireNonNull(files.get(file.name())));
    }

    @Override
    public String toString() {
        return "memory";
    }
}
