package dev.glasstrail.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The audited window, half-open: `from` belongs to it, `to` does not.
///
/// @param label `2026-W46`, or `2026-11-01--2026-11-08` where no ISO week fits
/// @param asOf the time of making; every age in the report counts back from it
/// @param provisional true while records of the window may still arrive or a session may still run
/// @param provisionalBecause one sentence for people; null when final
/// @param revision 1 for the first report of the window, then counting up
/// @param watermark the latest event time among the records read; null when none was read
public record ReportWindow(
        Instant from,
        Instant to,
        String label,
        Instant asOf,
        boolean provisional,
        @Nullable String provisionalBecause,
        int revision,
        @Nullable Instant watermark) {}
