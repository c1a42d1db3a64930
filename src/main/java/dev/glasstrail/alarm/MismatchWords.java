package dev.glasstrail.alarm;

import java.util.stream.Collectors;

/// A mismatch in words.
final class MismatchWords {

    private MismatchWords() {}

    /// One clause: each field that fails, and the nearest pattern that would match.
    static String of(Mismatch mismatch) {
        String fields =
                mismatch.fields().stream()
                        .map(field ->
                                "%s wants %s and finds %s (%s)"
                                        .formatted(
                                                field.path(),
                                                field.wanted(),
                                                field.found(),
                                                field.kind().words()))
                        .collect(Collectors.joining("; "));
        return mismatch.nearest().isEmpty()
                ? fields
                : fields + "; this would match: " + mismatch.nearest();
    }
}
