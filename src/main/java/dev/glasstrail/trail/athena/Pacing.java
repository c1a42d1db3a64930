package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// How this run waits.
///
/// @param clock of this machine
/// @param sleeper that waits
/// @param random by which waits differ from those of other runs
record Pacing(Clock clock, Sleeper sleeper, RandomGenerator random) {

    Instant now() {
        return clock.instant();
    }

    /// Waits that end at a deadline.
    Pauses until(Instant deadline) {
        return new Pauses(clock, sleeper, random, deadline);
    }

    /// Waits that end so much later.
    Pauses during(Duration time) {
        return until(now().plus(time));
    }
}
