package dev.glasstrail.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the person said about the use.
///
/// @param status `not checked` until a register or a channel is read
public record ExplanationRow(
        String status,
        @Nullable String text,
        @Nullable String ticket,
        @Nullable String author,
        @Nullable Instant at,
        @Nullable String source) {

    /// The explanation of a report that has looked at no register and no channel.
    public static final ExplanationRow NOT_CHECKED =
            new ExplanationRow("not checked", null, null, null, null, null);
}
