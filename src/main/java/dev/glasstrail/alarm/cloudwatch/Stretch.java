package dev.glasstrail.alarm.cloudwatch;

import dev.glasstrail.alarm.MetricGrain;
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
    static final Duration COARSEST = MetricGrain.HOUR.period();

    /// Time goes on between this decision and CloudWatch's.
    private static final Duration MARGIN = Duration.ofHours(1);

    /// The stretch that has all of another in it; empty if its start is older than anything that
    /// CloudWatch keeps.
    ///
    /// @param to after `from`
    static Optional<Stretch> of(Instant from, Instant to, Instant now) {
        for (MetricGrain grain : MetricGrain.values()) {
            Instant start = down(from, grain.period());
            if (grain.keeps(Duration.between(start, now).plus(MARGIN))) {
                Instant end = down(to, grain.period());
                return Optional.of(
                        new Stretch(
                                start,
                                end.isBefore(to) ? end.plus(grain.period()) : end,
                                grain.period()));
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
