package dev.glasstrail.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// The trail's bucket as a folder: what `aws s3 sync` would have fetched.
final class TrailBucket {

    /// The name of the bucket, which digests repeat.
    static final String NAME = "example-parcels-trail";

    /// The name of the organisation's trail.
    static final String TRAIL = "organisation-trail";

    /// What every key begins with.
    static final String PREFIX = "AWSLogs/o-exampleorg1/";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Set<Path> made = new HashSet<>();

    TrailBucket(Path folder) {
        this.folder = folder;
    }

    /// Writes JSON, compressed. `GZIPOutputStream` puts no time and no name into its header.
    ///
    /// @return the SHA-256 of the content before compression, in hex
    String putJson(String key, JsonNode content) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(content);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 6 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed, 8192)) {
            gzip.write(bytes);
        }
        put(key, compressed.toByteArray());
        return sha256(bytes);
    }

    void put(String key, byte[] content) throws IOException {
        Path file = folder.resolve(key);
        Path parent = file.getParent();
        if (parent != null && made.add(parent)) {
            Files.createDirectories(parent);
        }
        Files.write(file, content);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
