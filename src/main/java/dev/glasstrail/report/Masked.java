package dev.glasstrail.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Texts from the log on their way into the report: secrets masked, absent ones null.
final class Masked {

    private Masked() {}

    static String text(String recorded) {
        return Redaction.text(recorded);
    }

    static @Nullable String orNull(String recorded) {
        return recorded.isEmpty() ? null : Redaction.text(recorded);
    }

    static List<String> all(Iterable<String> recorded) {
        List<String> masked = new ArrayList<>();
        recorded.forEach(text -> masked.add(Redaction.text(text)));
        return masked;
    }
}
