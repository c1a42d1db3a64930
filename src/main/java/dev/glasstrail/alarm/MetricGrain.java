package dev.glasstrail.alarm;

import java.time.Duration;
import java.time.Instant;

/// The periods of CloudWatch's points, and for how long it keeps them; finest first.
///
/// What is asked for by a finer period than is still kept is answered with nothing, and without an
/// error. Source: the Amazon CloudWatch User Guide, "Metrics retention".
public enum MetricGrain {
    MINUTE(Duration.ofMinutes(1), Duration.ofDays(15)),
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofDays(63)),
    HOUR(Duration.ofHours(1), Duration.ofDays(455));

    private final Duration period;
    private final Duration kept;

    MetricGrain(Duration period, Duration kept) {
        this.period = period;
        this.kept = kept;
    }

    /// Of each point; others may be multiples of it.
    public Duration period() {
        return period;
    }

    /// Whether points of some age are still kept.
    public boolean keeps(Duration age) {
        return age.compareTo(kept) < 0;
    }

    /// When a point is gone, UTC.
    public Instant keptUntil(Instant start) {
        return start.plus(kept);
    }
}
