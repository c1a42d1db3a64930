package dev.glasstrail.alarm.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A stretch of time in whole periods.
///
/// @param from start of the first period, inclusive, UTC
/// @param to end of the last period, exclusive, UTC
/// @param period as fine as CloudWatch still keeps the points at `from`
record Stretch(Instant from, Instant to, Duration period) {

    /// Of the coarsest points, which are kept longest.
    static final Duration COARSEST = Duration.ofHours(1);

    /// Time goes on between this decision and CloudWatch's.
    private static final Duration MARGIN = Duration.ofHours(1);

    /// For how long points of each period are kept. What is asked for at a finer one is answered
    /// with nothing, and without an error.
    ///
    /// Source: Amazon CloudWatch User Guide, "Metrics retention".
    private enum Grain {
        MINUTE(Duration.ofMinutes(1), Duration.ofDays(15)),
        FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofDays(63)),
        HOUR(COARSEST, Duration.ofDays(455));

        private final Duration period;
        private final Duration kept;

        Grain(Duration period, Duration kept) {
            this.period = period;
            this.kept = kept;
        }

        private boolean keeps(Instant start, Instant now) {
            return Duration.between(down(start, period), now).compareTo(kept.minus(MARGIN)) < 0;
        }
    }

    /// The stretch that has all of another in it; empty if its start is older than anything that
    /// CloudWatch keeps.
    ///
    /// @param to after `from`
    static Optional<Stretch> of(Instant from, Instant to, Instant now) {
        for (Grain grain : Grain.values()) {
            if (grain.keeps(from, now)) {
                Instant end = down(to, grain.period);
                return Optional.of(
                        new Stretch(
                                down(from, grain.period),
                                end.isBefore(to) ? end.plus(grain.period) : end,
                                grain.period));
            }
        }
        return Optional.empty();
    }

    boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static Instant down(Instant time, Duration period) {
        long seconds = time.getEpochSecond();
        return Instant.ofEpochSecond(seconds - Math.floorMod(seconds, period.toSeconds()));
    }
}
