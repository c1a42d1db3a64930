package dev.glasstrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.window.AuditWindow;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnfinishedRunsTest {

    private static final Instant NOW = Instant.parse("2026-11-17T08:00:00Z");

    private static final RunRequest REQUEST = request("2026-W46", Kind.ATHENA);

    @TempDir private Path out;

    private final List<UnfinishedRuns.Run> runs = new ArrayList<>();
    private int ids;

    @Test
    void aRunThatHasNoReportIsTakenOverUnderItsNameAndAsOfItsTime() throws IOException {
        for (RunOutcome outcome :
                List.of(
                        new RunOutcome.SourceFailed("expired"),
                        new RunOutcome.DeliveryFailed("full"))) {
            String failed = id(begin(NOW, REQUEST), outcome);

            UnfinishedRuns.Run next = begin(NOW.plusSeconds(60), REQUEST);

            assertThat(next.asOf()).isEqualTo(NOW);
            assertThat(id(next, new RunOutcome.NotSettled("later", NOW))).isEqualTo(failed);
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void aRunThatDiedIsTakenOver() throws IOException {
        UnfinishedRuns.Run died = begin(NOW, REQUEST);
        String id = died.id();
        died.close();

        assertThat(begin(NOW.plusSeconds(60), REQUEST).id()).isEqualTo(id).isEqualTo("run-1");
    }

    @Test
    void aRunThatLivesKeepsItsNameAndItsNote() throws IOException {
        UnfinishedRuns.Run alive = begin(NOW, REQUEST);

        UnfinishedRuns.Run other = begin(NOW.plusSeconds(60), REQUEST);

        assertThat(other.asOf()).isEqualTo(NOW.plusSeconds(60));
        assertThat(id(other, new RunOutcome.Refused("differs"))).isEqualTo("run-2");
        assertThat(id(alive, new RunOutcome.SourceFailed("expired"))).isEqualTo("run-1");
        assertThat(begin(NOW, REQUEST).id()).isEqualTo("run-1");
    }

    @Test
    void aRunOfAnotherProcessKeepsItsNameToo() throws Exception {
        UnfinishedRuns.Run first = begin(NOW, REQUEST);
        id(first, new RunOutcome.SourceFailed("expired"));
        Path note = note();
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Holder.class.getName(),
                                note.toString())
                        .start();
        assertThat(other.inputReader().readLine()).isEqualTo("held");

        assertThat(begin(NOW, REQUEST).id()).isEqualTo("run-2");

        other.destroyForcibly();
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(begin(NOW, REQUEST).id()).isEqualTo("run-1");
    }

    @Test
    void aRunThatEndedIsForgottenAndLeavesNothingBehind() throws IOException {
        id(begin(NOW, REQUEST), new RunOutcome.Refused("differs"));

        assertThat(left()).isEmpty();
        assertThat(begin(NOW, REQUEST).id()).isEqualTo("run-2");
    }

    @Test
    void aRunThatBeganNoQueryIsForgottenHoweverItEnds() throws IOException {
        UnfinishedRuns.Run run = begin(NOW, REQUEST);
        run.ended(new RunOutcome.SourceFailed("no table"));
        run.close();

        assertThat(left()).isEmpty();
    }

    @Test
    void otherWorkHasAnotherName() throws IOException {
        id(begin(NOW, REQUEST), new RunOutcome.SourceFailed("expired"));

        assertThat(begin(NOW, request("2026-W45", Kind.ATHENA)).id()).isEqualTo("run-2");
        assertThat(begin(NOW, REQUEST).id()).isEqualTo("run-1");
    }

    @Test
    void whoRaisesTheBudgetGoesOn() throws IOException {
        id(begin(NOW, REQUEST), new RunOutcome.SourceFailed("over budget"));
        Settings settings = REQUEST.settings();
        AthenaSettings.Budget budget = AthenaSettings.DEFAULTS.budget();
        Settings raised =
                settings.with(
                        settings.source()
                                .with(
                                        AthenaSettings.DEFAULTS.with(
                                                new AthenaSettings.Budget(
                                                        budget.deadline().plusHours(1),
                                                        2 * budget.budget(),
                                                        AthenaSettings.OverBudget.WARN))));

        assertThat(raised.digest()).isNotEqualTo(settings.digest());
        assertThat(
                        begin(
                                        NOW,
                                        new RunRequest(
                                                raised,
                                                REQUEST.window(),
                                                NOW,
                                                "weekly",
                                                false,
                                                false,
                                                Progress.NONE))
                                .id())
                .isEqualTo("run-1");
    }

    @Test
    void afterADayNobodyHasTheResultAnyMore() throws IOException {
        id(begin(NOW, REQUEST), new RunOutcome.SourceFailed("expired"));

        assertThat(begin(NOW.plusSeconds(86_400), REQUEST).id()).isEqualTo("run-2");
    }

    /// Records may have arrived between, so that the earlier scan would be of less than the later
    /// report promises.
    @Test
    void aRunOfAnUnsettledWindowIsNotTakenOverByOneOfASettledWindow() throws IOException {
        Instant settled = Instant.parse("2026-11-17T00:00:00Z");
        id(begin(settled.minusSeconds(43_200), REQUEST), new RunOutcome.SourceFailed("expired"));

        assertThat(begin(settled.minusSeconds(3_600), REQUEST).asOf())
                .isEqualTo(settled.minusSeconds(43_200));
        assertThat(begin(NOW, REQUEST).asOf()).isEqualTo(NOW);
    }

    @Test
    void aRunAsOfAnEarlierTimeTakesNothingOver() throws IOException {
        id(begin(NOW, REQUEST), new RunOutcome.SourceFailed("expired"));

        assertThat(at(NOW).begin(REQUEST.with(NOW.minusSeconds(1))).id()).isEqualTo("run-2");
    }

    @Test
    void aDamagedNoteIsNoName() throws IOException {
        for (String damage :
                List.of("", "run-9", "run-9\nyesterday\ntoday\n", "run-9\n\n\n\n".repeat(999))) {
            id(begin(NOW, REQUEST), new RunOutcome.SourceFailed("expired"));
            Files.writeString(note(), damage);

            assertThat(id(begin(NOW, REQUEST), new RunOutcome.Refused("differs")))
                    .isNotEqualTo("run-9");
        }
    }

    @Test
    void whereNoEngineRemembersNothingIsWritten() throws IOException {
        UnfinishedRuns.Run run = begin(NOW, request("2026-W46", Kind.LOOKUP));

        assertThat(run.id()).isEmpty();
        assertThat(left()).isEmpty();
        run.close();
    }

    /// Holds a note until it is killed.
    static final class Holder {

        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (FileChannel channel =
                    FileChannel.open(
                            Path.of(args[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock() == null ? "taken" : "held");
                System.in.read();
            }
        }
    }

    /// Lets a run begin its queries and end.
    private static String id(UnfinishedRuns.Run run, RunOutcome outcome) throws IOException {
        try (run) {
            run.ended(outcome);
            return run.id();
        }
    }

    private UnfinishedRuns.Run begin(Instant now, RunRequest request) throws IOException {
        UnfinishedRuns.Run run = at(now).begin(request.with(now));
        runs.add(run);
        return run;
    }

    @AfterEach
    void endAll() throws IOException {
        for (UnfinishedRuns.Run run : runs) {
            run.close();
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> left = Files.list(out)) {
            return left.toList();
        }
    }

    private Path note() throws IOException {
        try (Stream<Path> left = Files.list(out.resolve(".unfinished"))) {
            return left.findFirst().orElseThrow();
        }
    }

    private UnfinishedRuns at(Instant now) {
        return new UnfinishedRuns(out, Clock.fixed(now, ZoneOffset.UTC), () -> "run-" + ++ids);
    }

    private static RunRequest request(String week, Kind kind) {
        return new RunRequest(
                Settings.DEFAULTS
                        .with(new GlassSettings(List.of("glass"), List.of(), false, List.of()))
                        .with(SourceSettings.DEFAULTS.with(kind)),
                AuditWindow.ofIsoWeek(week),
                NOW,
                "weekly",
                false,
                false,
                Progress.NONE);
    }
}
