package dev.glasstrail.cli;

import dev.glasstrail.trail.Progress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows how far reading has come, on one line that disappears with the end of each scan.
final class BarProgress implements Progress {

    /// Fits the narrowest terminal that is still common.
    private static final int COLUMNS = 79;

    private final PrintStream err;
    private final Clock clock;
    private Line line;
    private @Nullable ProgressBar bar;
    private Instant start = Instant.EPOCH;
    private long records;

    BarProgress(PrintStream err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.line = new Line(err);
    }

    /// Progress for those who watch, and none in a pipe.
    static Progress in(Surroundings surroundings) {
        return surroundings.terminal()
                ? new BarProgress(surroundings.err(), surroundings.clock())
                : Progress.NONE;
    }

    @Override
    public synchronized void started(long totalBytes) {
        finished();
        start = clock.instant();
        records = 0;
        line = new Line(err);
        bar =
                new ProgressBarBuilder()
                        .setTaskName("Reading")
                        .setInitialMax(totalBytes)
                        .setUnit(" MB", 1_000_000)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setUpdateIntervalMillis(200)
                        .setConsumer(line)
                        .build();
    }

    @Override
    public synchronized void read(long bytes, long moreRecords) {
        if (bar == null) {
            return;
        }
        records += moreRecords;
        long millis = Math.max(1, Duration.between(start, clock.instant()).toMillis());
        bar.setExtraMessage(String.format(Locale.ROOT, " %,d records/s", records * 1000 / millis));
        bar.stepBy(bytes);
    }

    @Override
    public synchronized void finished() {
        if (bar == null) {
            return;
        }
        // Closing waits for the bar's thread, and would swallow an interruption of this one.
        boolean interrupted = Thread.interrupted();
        bar.close();
        bar = null;
        line.end();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The one line of the terminal that is written again and again and left empty. The bar has a
    /// thread of its own, which may be late: after the end nothing is written.
    private static final class Line implements ProgressBarConsumer {

        private final PrintStream err;
        private boolean ended;

        Line(PrintStream err) {
            this.err = err;
        }

        @Override
        public int getMaxRenderedLength() {
            return COLUMNS;
        }

        @Override
        public synchronized void accept(String text) {
            if (!ended) {
                err.print("\r" + text);
                err.flush();
            }
        }

        @Override
        public void close() {
            // The bar closes before its last words; end() is what ends the line.
        }

        synchronized void end() {
            accept(" ".repeat(COLUMNS) + "\r");
            ended = true;
        }
    }
}
