package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.trail.ReadPlan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DryRunTest {

    private static final String LINE =
            "report --week 2026-W46 --root --source athena --region eu-central-1 --dry-run";

    @TempDir private Path folder;

    private Launch launch;

    @BeforeEach
    void begin() {
        launch = new Launch(folder);
    }

    @Test
    void thePlanAndItsSqlArePrintedAndNothingIsRead() {
        launch.planning(
                new ReadPlan(
                        List.of("Reads 9 days of 2 accounts.", "Hostile \u001b[31m."),
                        List.of(new ReadPlan.Statement("openings", "-- who\nSELECT 1\n"))));

        Outcome outcome = launch.run(LINE);

        assertThat(outcome)
                .isEqualTo(
                        new Outcome(
                                0,
                                """
                                Reads 9 days of 2 accounts.
                                Hostile \\u{1b}[31m.

                                -- openings
                                -- who
                                SELECT 1

                                A further scan follows where a session opened others: what those did. Nothing was read.
                                """,
                                ""));
        assertThat(launch.plans).hasSize(1);
        assertThat(launch.requests).isEmpty();
    }

    @Test
    void aSourceThatCouldNotBeReadIsToldAsIfItHadBeenRead() {
        launch.refusing("the table is not there; make it");

        assertThat(launch.run(LINE))
                .isEqualTo(new Outcome(4, "", "glasstrail: the table is not there; make it\n"));
    }
}
