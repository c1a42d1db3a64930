package dev.glasstrail.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.trail.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BarProgressTest {

    private static RunOutcome reading(Progress progress) {
        progress.started(50_000_000);
        progress.read(25_000_000, 2_500);
        progress.finished();
        return new RunOutcome.SourceFailed("enough");
    }

    @Test
    void aPersonWatchingSeesBytesAndRecordsAndThenTheLineIsGone() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new BarProgress(new PrintStream(bytes, true, UTF_8), new Ticking());

        progress.started(50_000_000);
        progress.read(25_000_000, 2_500);
        progress.finished();
        progress.finished();

        String shown = bytes.toString(UTF_8);
        assertThat(shown).contains("Reading").contains("50% ").contains(" 25/50 MB ");
        assertThat(shown).contains("2,500 records/s");
        assertThat(shown.split("\r")).allMatch(line -> line.length() <= 79);
        assertThat(shown).doesNotContain("\n").endsWith("\r" + " ".repeat(79) + "\r");
    }

    @Test
    void anInterruptionOutlivesTheEndOfTheBar() {
        Progress progress =
                new BarProgress(
                        new PrintStream(new ByteArrayOutputStream(), true, UTF_8), new Ticking());

        progress.started(1);
        Thread.currentThread().interrupt();
        progress.finished();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsReadBeforeTheStartOrAfterTheEndShowsNothing() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new BarProgress(new PrintStream(bytes, true, UTF_8), new Ticking());

        progress.read(1, 1);
        progress.finished();

        assertThat(bytes.toString(UTF_8)).isEmpty();
    }

    @Test
    void aPipeSeesNoProgress(@TempDir Path folder) {
        Launch launch = new Launch(folder).answering(BarProgressTest::reading);

        Outcome inPipe = launch.run("demo");
        Outcome onTerminal = launch.run("demo", true);

        assertThat(inPipe.err()).isEqualTo("glasstrail: enough\n");
        assertThat(onTerminal.err()).contains("Reading").endsWith("glasstrail: enough\n");
        assertThat(onTerminal.out()).isEmpty();
    }

    /// A clock that is a second later each time it is asked.
    private static final class Ticking extends Clock {

        private Instant next = Instant.EPOCH;

        @Override
        public Instant instant() {
            next = next.plus(Duration.ofSeconds(1));
            return next;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(instant()).withZone(zone);
        }
    }
}
