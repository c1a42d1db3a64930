package dev.glasstrail.trail.trino;

import dev.glasstrail.aws.Sleeper;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Stops a statement in the cluster when its time is up, unless it is closed before.
final class Deadline implements AutoCloseable {

    private final Statement statement;
    private final Thread watch;
    private volatile boolean passed;
    private volatile @Nullable SQLException failure;

    /// @param statement that is about to be run
    Deadline(Statement statement, Duration after, Sleeper sleeper) {
        this.statement = statement;
        this.watch =
                Thread.ofVirtual()
                        .name("deadline")
                        .start(() -> {
                            try {
                                sleeper.sleep(after);
                                passed = true;
                                stop();
                            } catch (InterruptedException _) {
                                // Closed: the statement ended before its time was up.
                            }
                        });
    }

    boolean isPassed() {
        return passed;
    }

    /// Stops the statement now.
    void stop() {
        try {
            statement.cancel();
        } catch (SQLException notStopped) {
            failure = notStopped;
        }
    }

    /// Adds to a failure that the statement could not be stopped, if that is so.
    <T extends Exception> T with(T reason) {
        SQLException notStopped = failure;
        if (notStopped != null) {
            reason.addSuppressed(notStopped);
        }
        return reason;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
