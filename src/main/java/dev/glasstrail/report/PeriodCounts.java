package dev.glasstrail.report;

import dev.glasstrail.session.Denied;
import dev.glasstrail.session.Use;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.List;

/// Uses and attempts by day, or by ISO week where the window is longer than 31 days.
final class PeriodCounts {

    private PeriodCounts() {}

    static List<PeriodCount> of(AuditWindow window, List<Use> uses, List<Denied> denied) {
        return Periods.of(window).stream()
                .map(period ->
                        new PeriodCount(
                                period.label(),
                                period.from(),
                                (int)
                                        uses.stream()
                                                .filter(use -> period.contains(within(window, use)))
                                                .count(),
                                (int)
                                        denied.stream()
                                                .filter(attempt ->
                                                        period.contains(
                                                                attempt.opening().call().at()))
                                                .count()))
                .toList();
    }

    /// An opening may be stamped a second before the session's creation, and so before the window.
    private static Instant within(AuditWindow window, Use use) {
        return use.from().isBefore(window.from()) ? window.from() : use.from();
    }
}
