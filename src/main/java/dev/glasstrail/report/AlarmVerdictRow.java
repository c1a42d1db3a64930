package dev.glasstrail.report;

import org.jspecify.annotations.Nullable;

/// Whether the alarm rang for an opening, under one rule.
///
/// @param verdict `NOT_CHECKED` until the rules and metrics are read
/// @param delaySeconds from the opening to the message; null where it did not ring or is unknown
public record AlarmVerdictRow(
        @Nullable String rule,
        String account,
        String region,
        String verdict,
        @Nullable String cause,
        @Nullable Long delaySeconds) {}
