package dev.glasstrail.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// The trail's bucket: what `aws s3 sync` would fetch.
final class TrailBucket {

    /// The name of the bucket, which digests repeat.
    static final String NAME = "example-parcels-trail";

    /// The name of the organisation's trail.
    static final String TRAIL = "organisation-trail";

    /// What every key begins with.
    static final String PREFIX = "AWSLogs/o-exampleorg1/";

    private static final JsonMapper JSON = new JsonMapper();

    private final Store store;

    TrailBucket(Store store) {
        this.store = store;
    }

    /// Writes JSON, compressed. `GZIPOutputStream` puts no time and no name into its header.
    ///
    /// @return the SHA-256 of the content before compression, in hex
    String putJson(String key, JsonNode content) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(content);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 6 + 64);
        try (GZIPOutputStream gzip = new FastGzip(compressed)) {
            gzip.write(bytes);
        }
        put(key, compressed.toByteArray());
        return sha256(bytes);
    }

    void put(String key, byte[] content) throws IOException {
        store.put(key, content);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Speed before size: the logs are read once and thrown away.
    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
