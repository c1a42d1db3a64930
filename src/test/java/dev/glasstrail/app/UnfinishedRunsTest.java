package dev.glasstrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.window.AuditWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnfinishedRunsTest {

    private static final Instant NOW = Instant.parse("2026-11-17T08:00:00Z");

    @TempDir private Path out;

    private int runs;

    @Test
    void aRunThatDiedIsTakenOverUnderItsName() throws IOException {
        String died = at(NOW).begin(request("2026-W46", Kind.ATHENA)).id();

        assertThat(at(NOW.plusSeconds(60)).begin(request("2026-W46", Kind.ATHENA)).id())
                .isEqualTo(died)
                .isEqualTo("run-1");
    }

    @Test
    void aRunThatEndedIsForgottenAndLeavesNothingBehind() throws IOException {
        at(NOW).begin(request("2026-W46", Kind.ATHENA)).close();

        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
        assertThat(at(NOW).begin(request("2026-W46", Kind.ATHENA)).id()).isEqualTo("run-2");
    }

    @Test
    void otherWorkHasAnotherName() throws IOException {
        String first = at(NOW).begin(request("2026-W46", Kind.ATHENA)).id();
        UnfinishedRuns.Run second = at(NOW).begin(request("2026-W45", Kind.ATHENA));
        second.close();

        assertThat(second.id()).isNotEqualTo(first);
        assertThat(at(NOW).begin(request("2026-W46", Kind.ATHENA)).id()).isEqualTo(first);
    }

    @Test
    void afterADayNobodyHasTheResultAnyMore() throws IOException {
        at(NOW).begin(request("2026-W46", Kind.ATHENA));

        assertThat(at(NOW.plusSeconds(86_400)).begin(request("2026-W46", Kind.ATHENA)).id())
                .isEqualTo("run-2");
    }

    @Test
    void aDamagedNoteIsNoName() throws IOException {
        Path note = at(NOW).begin(request("2026-W46", Kind.ATHENA)).note();
        for (String damage : List.of("", "run-9", "run-9\nyesterday\n")) {
            Files.writeString(note, damage);
            assertThat(at(NOW).begin(request("2026-W46", Kind.ATHENA)).id()).isNotEqualTo("run-9");
        }
    }

    @Test
    void whereNoEngineRemembersNothingIsWritten() throws IOException {
        UnfinishedRuns.Run run = at(NOW).begin(request("2026-W46", Kind.LOOKUP));
        run.close();

        assertThat(run.id()).isEmpty();
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }

    private UnfinishedRuns at(Instant now) {
        return new UnfinishedRuns(out, Clock.fixed(now, ZoneOffset.UTC), () -> "run-" + ++runs);
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
