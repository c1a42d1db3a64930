package dev.glasstrail.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a run clean up when the process is told to end.
///
/// On Ctrl-C or a scheduler's TERM the working thread is interrupted and has some seconds to leave
/// nothing half-made. The exit code, 130 or 143, is the virtual machine's own doing.
public final class Stop {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Thread worker;
    private final CountDownLatch finished = new CountDownLatch(1);

    private Stop(Thread worker) {
        this.worker = worker;
    }

    /// Watches for signals on behalf of the thread that works.
    public static Stop watching(Thread worker) {
        Stop stop = new Stop(worker);
        Runtime.getRuntime().addShutdownHook(new Thread(stop::onShutdown, "stop"));
        return stop;
    }

    /// The work is over; a shutdown from now on waits for nothing.
    public void finished() {
        finished.countDown();
    }

    private void onShutdown() {
        if (finished.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            boolean _ = finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
