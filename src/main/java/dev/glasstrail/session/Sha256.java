package dev.glasstrail.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Short digests of texts.
final class Sha256 {

    private Sha256() {}

    /// The first 16 hexadecimal digits, lower case.
    static String sixteenDigits(String text) {
        return HexFormat.of().formatHex(digest(text), 0, 8);
    }

    /// The first eight bytes as a number.
    static long number(String text) {
        return ByteBuffer.wrap(digest(text)).getLong();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
