package dev.glasstrail.demo.cloudtrail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Made-up ids that follow from names alone, so that neither the order in which records are made
/// nor the machine can change them.
///
/// @param seed of the organisation
/// @param story the name space, so that one story cannot shift the ids of another
public record Ids(long seed, String story) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// A UUID of version 4 by its looks.
    public String uuid(String label) {
        return uuid(digest(seed + "/" + story + "/" + label));
    }

    /// A temporary access key.
    public String accessKey(String label) {
        return exampleId("ASIA", seed + "/" + story + "/" + label, 9);
    }

    /// The first digits of a hash of the label.
    public String hex(String label, int digits) {
        byte[] hash = digest(seed + "/" + story + "/" + label);
        return HexFormat.of().formatHex(hash).substring(0, digits);
    }

    /// A number from nought to below the bound.
    public int number(String label, int bound) {
        byte[] hash = digest(seed + "/" + story + "/" + label);
        return Math.floorMod(ByteBuffer.wrap(hash).getInt(), bound);
    }

    /// An id that says of itself that it is an example, such as `AROAEXAMPLE` and ten letters.
    public static String exampleId(String prefix, String name, int letters) {
        byte[] hash = digest(name);
        StringBuilder id = new StringBuilder(prefix).append("EXAMPLE");
        for (int i = 0; i < letters; i++) {
            id.append(BASE32.charAt(hash[i] & 31));
        }
        return id.toString();
    }

    private static String uuid(byte[] hash) {
        byte[] bytes = hash.clone();
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(bytes);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
