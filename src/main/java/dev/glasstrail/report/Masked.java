package dev.glasstrail.report;

import org.jspecify.annotations.Nullable;

/// Texts from the log on their way into the report: secrets masked, absent ones null.
final class Masked {

    private Masked() {}

    /// The end of an arn may be a name that somebody chose; it is masked as if it stood alone.
    static String text(String recorded) {
        int name = recorded.startsWith("arn:") ? recorded.lastIndexOf('/') + 1 : 0;
        return recorded.substring(0, name) + Redaction.text(recorded.substring(name));
    }

    static @Nullable String orNull(String recorded) {
        return recorded.isEmpty() ? null : text(recorded);
    }
}
