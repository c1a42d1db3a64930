package dev.glasstrail.report;

import org.jspecify.annotations.Nullable;

/// Whether the alarm rang for an opening, under one rule.
///
/// @param eventId of the opening
/// @param rule null where no rule is concerned
/// @param account whose record of the opening was held against the rule
/// @param verdict `RANG`, `RANG_LATE`, `SILENT`, `UNPROVABLE` or `NOT_COVERED`; `NOT_CHECKED` where
///   no alarm was looked at
/// @param cause stable upper-case name; null where it rang or was not checked
/// @param text what was found; null where it rang or was not checked
/// @param fix what to do about it; null where it rang or was not checked
/// @param delaySeconds from the opening to the message; null where it did not ring or only metrics
///   prove that it did
/// @param proof what proves that it rang; null where it did not
public record AlarmVerdictRow(
        String eventId,
        @Nullable String rule,
        String account,
        String region,
        String verdict,
        @Nullable String cause,
        @Nullable String text,
        @Nullable String fix,
        @Nullable Long delaySeconds,
        @Nullable String proof) {

    /// The row of an opening that nobody held against a rule.
    public static AlarmVerdictRow notChecked(String eventId, String account, String region) {
        return new AlarmVerdictRow(
                eventId, null, account, region, "NOT_CHECKED", null, null, null, null, null);
    }
}
