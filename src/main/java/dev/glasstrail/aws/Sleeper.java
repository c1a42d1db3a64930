package dev.glasstrail.aws;

import java.time.Duration;

/// Waits, so that whoever waits can be tested without waiting.
@FunctionalInterface
public interface Sleeper {

    /// Waits at least that long.
    ///
    /// @throws InterruptedException if the thread was interrupted
    void sleep(Duration duration) throws InterruptedException;

    /// Really waits.
    static Sleeper ofThread() {
        return Thread::sleep;
    }
}
