package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Waits that grow from half a second to ten, up to a deadline.
///
/// Each is up to a quarter shorter or longer than its turn, so that runs that began together do not
/// ask together for ever.
final class Pauses {

    private static final double FIRST_MILLIS = 500;
    private static final double LONGEST_MILLIS = 10_000;
    private static final double GROWTH = 1.5;

    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final Instant deadline;
    private double millis = FIRST_MILLIS;

    Pauses(Clock clock, Sleeper sleeper, RandomGenerator random, Instant deadline) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.random = random;
        this.deadline = deadline;
    }

    /// Whether the deadline has passed.
    boolean over() {
        return !clock.instant().isBefore(deadline);
    }

    /// Waits, but not beyond the deadline.
    void pause() throws InterruptedException {
        Duration left = Duration.between(clock.instant(), deadline);
        Duration turn = Duration.ofMillis(Math.round(millis * random.nextDouble(0.75, 1.25)));
        millis = Math.min(millis * GROWTH, LONGEST_MILLIS);
        if (left.isPositive()) {
            sleeper.sleep(turn.compareTo(left) < 0 ? turn : left);
        }
    }

    /// Begins with short ones again.
    void restart() {
        millis = FIRST_MILLIS;
    }
}
