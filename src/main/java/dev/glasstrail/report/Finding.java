package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that a person must look at.
///
/// @param code stable upper-case name, such as `GUARD_TOUCHED`
/// @param title a few words
/// @param text one or two sentences with the facts
/// @param sessionId null for a finding about the input or about an attempt
/// @param useId null where no use is concerned
/// @param at time of the first event behind it; null where it is about the input
/// @param eventIds the records behind it, by time
public record Finding(
        String code,
        Severity severity,
        String title,
        String text,
        @Nullable String sessionId,
        @Nullable String useId,
        @Nullable Instant at,
        List<String> eventIds) {

    public Finding {
        eventIds = List.copyOf(eventIds);
    }
}
