package dev.glasstrail.trail.files;

import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailSource;

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

    /// @throws Stopped once reading has stopped
    void checkNotStopped() {
        if (stopped) {
            throw new Stopped();
        }
    }

    /// Unwinds a reader that is to give up. A type of its own: the consumer cannot throw it.
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Stopped() {
            super("reading has stopped");
        }
    }
}
