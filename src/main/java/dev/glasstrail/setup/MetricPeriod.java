package dev.glasstrail.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// The shortest period of which CloudWatch still has points.
///
/// Source: the CloudWatch User Guide, "Metrics retention".
enum MetricPeriod {
    MINUTE(60, Duration.ofDays(15)),
    FIVE_MINUTES(300, Duration.ofDays(63)),
    HOUR(3_600, Duration.ofDays(455));

    private final int seconds;
    private final Duration kept;

    MetricPeriod(int seconds, Duration kept) {
        this.seconds = seconds;
        this.kept = kept;
    }

    /// The period for a stretch.
    ///
    /// @param start of the stretch
    /// @return empty if CloudWatch has nothing of it any more
    static Optional<MetricPeriod> of(Instant start, Instant now) {
        return Arrays.stream(values())
                .filter(period -> now.isBefore(period.keptUntil(start)))
                .findFirst();
    }

    int seconds() {
        return seconds;
    }

    /// When points of this period are gone.
    Instant keptUntil(Instant start) {
        return start.plus(kept);
    }
}
