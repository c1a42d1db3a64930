package dev.glasstrail.trail.files;

import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailSource;
import java.util.concurrent.CancellationException;

/// Lets one thread at a time through to the consumer, and none once reading has stopped.
final class SerialSink {

    private final TrailSource.Sink sink;
    private volatile boolean stopped;

    SerialSink(TrailSource.Sink sink) {
        this.sink = sink;
    }

    synchronized void accept(TrailEvent event) {
        checkNotStopped();
        sink.accept(event);
    }

    /// Makes every reader give up at its next record.
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /// @throws CancellationException once reading has stopped
    void checkNotStopped() {
        if (stopped) {
            throw new CancellationException("reading has stopped");
        }
    }
}
