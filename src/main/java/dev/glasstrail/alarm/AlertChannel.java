package dev.glasstrail.alarm;

import java.time.Instant;

/// The channel that the alarm posts to.
@FunctionalInterface
public interface AlertChannel {

    /// Reads the messages of a stretch of time. What cannot be read is named in the answer.
    ///
    /// @param from inclusive, UTC
    /// @param to exclusive, UTC
    /// @throws InterruptedException if the thread was interrupted
    ChannelReading read(Instant from, Instant to) throws InterruptedException;
}
