package dev.glasstrail.trail;

import dev.glasstrail.trail.Reading.Shortfall;
import java.time.Duration;
import java.util.Optional;

/// Judges how far this machine's clock is off. The logs carry AWS's times; the time of making and
/// every age in the report come from this machine.
public final class ClockSkew {

    private static final Duration HARMLESS = Duration.ofMinutes(2);

    private ClockSkew() {}

    /// What a report has to say about it; nothing where the clock is right enough.
    ///
    /// @param ahead of AWS's clock; negative where this machine's is behind
    public static Optional<Shortfall> of(Duration ahead) {
        Duration off = ahead.abs();
        if (off.compareTo(HARMLESS) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Shortfall(
                        "CLOCK_SKEW",
                        "This machine's clock is %d minutes %s AWS's, so the time of making and every age in this report are as much off; set the clock and make the report again."
                                .formatted(
                                        off.toMinutes(),
                                        ahead.isNegative() ? "behind" : "ahead of")));
    }
}
