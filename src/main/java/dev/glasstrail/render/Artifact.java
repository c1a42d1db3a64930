package dev.glasstrail.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file that a renderer made.
///
/// @param name relative to the run's folder, with `/` between parts
/// @param bytes its length
/// @param sha256 of its bytes, 64 lower-case hexadecimal digits
public record Artifact(String name, long bytes, String sha256) {

    /// Measures a file that has been written and closed.
    ///
    /// @throws UncheckedIOException if it cannot be read back
    public static Artifact of(Path folder, String name) {
        Path file = folder.resolve(name);
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                total += n;
            }
            return new Artifact(name, total, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
