package dev.glasstrail.trail.athena;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/// What a run and its restart after a crash have in common, and no other run has.
///
/// @param runId any text that is not blank; asked for when a query is about to be started, not
///   before
public record RunKey(Supplier<String> runId) {

    /// The token under which Athena knows a statement of this run: whoever starts the same
    /// statement again with it gets the same query, and nothing is paid twice.
    ///
    /// @param attempt 0 at first; each higher number asks for a new query
    /// @return 64 lower-case hexadecimal digits
    String token(String workgroup, String sql, int attempt) {
        String id = runId.get();
        if (id.isBlank()) {
            throw new IllegalArgumentException("a run has an id; give one that is not blank");
        }
        // NUL stands in none of the parts, so that no two different sequences run together.
        String all = String.join("\0", id, workgroup, Integer.toString(attempt), sql);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
