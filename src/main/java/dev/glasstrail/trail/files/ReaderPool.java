package dev.glasstrail.trail.files;

import dev.glasstrail.trail.TrailException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs tasks on a fixed number of threads, with a short queue so that a long list of files never
/// stands in memory. The first failure of a task stops all and is thrown to the one who waits.
final class ReaderPool implements AutoCloseable {

    private static final int WAITING_PER_THREAD = 4;

    private final ExecutorService threads;
    private final int most;
    private final Semaphore slots;
    private final SerialSink sink;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    ReaderPool(int threads, SerialSink sink) {
        this.threads =
                Executors.newFixedThreadPool(
                        threads,
                        Thread.ofPlatform().daemon().name("glasstrail-reader-", 1).factory());
        this.most = threads * WAITING_PER_THREAD;
        this.slots = new Semaphore(most);
        this.sink = sink;
    }

    /// What a thread of the pool does.
    @FunctionalInterface
    interface Task {
        void run() throws TrailException;
    }

    /// Runs a task as soon as a thread is free; waits while too many are waiting.
    ///
    /// @throws TrailException if an earlier task threw it
    void run(Task task) throws TrailException, InterruptedException {
        slots.acquire();
        throwFailure();
        threads.execute(() -> {
            try {
                task.run();
            } catch (SerialSink.Stopped _) {
                // Stopped by the failure of another, or by the one who waits.
            } catch (Throwable failed) {
                failure.compareAndSet(null, failed);
                sink.stop();
            } finally {
                slots.release();
            }
        });
    }

    /// Waits until every task has run.
    ///
    /// @throws TrailException if a task threw it
    void awaitAll() throws TrailException, InterruptedException {
        slots.acquire(most);
        throwFailure();
    }

    /// Stops what still runs and waits for it, so that nothing is handed on afterwards.
    @Override
    public void close() {
        sink.stop();
        threads.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() throws TrailException {
        switch (failure.get()) {
            case null -> {}
            case TrailException failed -> throw failed;
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case Throwable failed -> throw new IllegalStateException(failed);
        }
    }
}
