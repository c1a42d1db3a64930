package dev.glasstrail.trail.files;

import dev.glasstrail.trail.Reading.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The bytes of a file as stored, with their digest.
final class InputDigest extends DigestInputStream {

    private long bytes;

    InputDigest(InputStream stored) {
        super(stored, sha256());
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        bytes += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        bytes += Math.max(count, 0);
        return count;
    }

    /// Reads what nobody has read, and names the file.
    ///
    /// @throws IOException if it cannot be read to its end
    InputFile finish(String name) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return new InputFile(name, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
