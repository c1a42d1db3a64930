package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Answer;
import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SampleReports;
import dev.glasstrail.run.RunOutcome;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndingTest {

    private static final String REPORT = "report --week 2026-W46 --logs logs --root";

    @TempDir Path folder;
    private Launch launch;

    @BeforeEach
    void prepare() {
        launch = new Launch(folder);
    }

    @Test
    void aDeliveredReportIsSummedUpAndItsFilesAreNamed() {
        Outcome outcome = launch.run(REPORT);

        assertThat(outcome.out())
                .isEqualTo(
                        """
                        2026-W46: 2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z, as of 2026-11-16T06:00:00Z, revision 2

                          4 uses by 3 people in 2 accounts; 4 sessions (1 chained, 1 still open)
                          1 session of an earlier window, listed and not counted here
                          2 refused attempts, 1 opening never used
                          9 actions: 4 reads, 4 writes, 1 not marked as either; 2 failed
                          5 findings: 1 critical, 1 high, 1 medium, 1 low, 1 info

                        Provisional: A session of Tomás Ruiz could still run at the time of making.

                        To be looked at first:
                          critical  The alarm's rule was disabled (BG-2026-W46-3f9a)
                          high      An emergency user signed in without MFA (BG-2026-W46-9e02)

                        Not proven:
                          That no log file was changed or deleted: the digest chain has not been checked.
                          That anybody was alerted: no alert rule has been read in this run.

                          #  use               from (UTC)              person                  glass               account       actions  writes  failed  worst
                          1  BG-2026-W46-3f9a  2026-11-10 02:13        jana.novak@example.com  devops-break-glass  111122223333        6       3       1  critical
                          2  BG-2026-W46-71c0  2026-11-10 17:40        jana.novak@example.com  devops-break-glass  111122223333        0       0       0  low
                          3  BG-2026-W46-9e02  2026-11-12 11:05        unknown                 bg-emergency        111122223333        2       1       1  high
                          4  BG-2026-W46-c4d7  2026-11-15 22:30, open  Tomás Ruiz 李伟         devops-break-glass  111122223333        1       0       0  -

                        Files:
                          reports/out/on-demand/2026-W46/r1/report.json
                          reports/out/on-demand/2026-W46/r1/usage-report.pdf
                          reports/out/on-demand/2026-W46/r1/uses/
                        """);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aWeekWithoutAnyUseSaysSo() {
        Outcome outcome =
                launch.answering(_ -> launch.delivered(SampleReports.quiet())).run(REPORT);

        assertThat(outcome.out())
                .isEqualTo(
                        """
                        2026-W46: 2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z, as of 2026-11-18T06:00:00Z

                          no use of a watched role, user or root
                          0 refused attempts, 0 openings never used
                          0 findings

                        Files:
                          reports/out/on-demand/2026-W46/r1/report.json
                          reports/out/on-demand/2026-W46/r1/usage-report.pdf
                          reports/out/on-demand/2026-W46/r1/uses/
                        """);
    }

    @Test
    void aLongListOfUsesIsCutAndSaysByHowMuch() {
        Outcome outcome =
                launch.answering(_ -> launch.delivered(SampleReports.large(1030, 1))).run(REPORT);

        assertThat(outcome.out().lines().filter(line -> line.contains("BG-2026-W46-000")))
                .hasSize(25);
        assertThat(outcome.out()).contains("\n  and 1,005 more in the report\n\nFiles:\n");
    }

    @Test
    void aReportThatWasThereAlreadyIsSaidToBe() {
        Path made = folder.resolve("reports/out/on-demand/2026-W46/r1");
        Outcome outcome =
                launch.answering(
                                _ -> {
                                    launch.delivered(SampleReports.quiet());
                                    return new RunOutcome.Delivered(
                                            SampleReports.quiet(), made, true);
                                })
                        .run(REPORT);

        assertThat(outcome.out())
                .contains(
                        """

                        The same report was there already:
                          reports/out/on-demand/2026-W46/r1/report.json
                        """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void findingsAndMissingEvidenceFailOnlyThoseWhoAsk() {
        AuditReport quiet = SampleReports.quiet();

        assertThat(launch.run(REPORT + " --fail-on findings"))
                .extracting(Outcome::code, Outcome::err)
                .containsExactly(
                        1,
                        "glasstrail: exit code 1: made and delivered; it has findings, and --fail-on findings was given\n");
        assertThat(launch.run(REPORT + " --fail-on findings,incomplete"))
                .extracting(Outcome::code, Outcome::err)
                .containsExactly(
                        11,
                        "glasstrail: exit code 11: made and delivered; evidence is missing, and --fail-on incomplete was given\n");
        launch.answering(_ -> launch.delivered(quiet));
        assertThat(launch.run(REPORT + " --fail-on findings --fail-on incomplete"))
                .extracting(Outcome::code, Outcome::err)
                .containsExactly(0, "");
    }

    @Test
    void eachOutcomeHasItsCodeAndOneLine() {
        assertEnding(
                _ ->
                        new RunOutcome.NotSettled(
                                "records of the window 2026-W46 may arrive until 2026-11-16T02:00:00Z",
                                Instant.parse("2026-11-16T02:00:00Z")),
                10,
                "glasstrail: records of the window 2026-W46 may arrive until 2026-11-16T02:00:00Z; try again at 2026-11-16T02:00:00Z\n");
        assertEnding(
                _ -> new RunOutcome.SourceFailed("logs is no folder;\nname one"),
                4,
                "glasstrail: logs is no folder;\\u{a}name one\n");
        assertEnding(
                _ -> new RunOutcome.Refused("another report lies there; give --force"),
                12,
                "glasstrail: another report lies there; give --force\n");
        assertEnding(
                _ -> new RunOutcome.DeliveryFailed("the disk is full"),
                12,
                "glasstrail: the disk is full\n");
        assertEnding(
                _ -> {
                    throw new InterruptedException();
                },
                130,
                "glasstrail: interrupted; nothing was delivered\n");
        assertEnding(
                _ -> {
                    throw new IllegalStateException("two heads");
                },
                70,
                "glasstrail: this is a bug in Glasstrail: java.lang.IllegalStateException: two heads; run it again with --stacktrace and report what it prints\n");
        assertEnding(
                _ -> {
                    throw new NoClassDefFoundError("a/library");
                },
                70,
                "glasstrail: this is a bug in Glasstrail: java.lang.NoClassDefFoundError: a/library; run it again with --stacktrace and report what it prints\n");
        assertEnding(
                _ -> {
                    throw new OutOfMemoryError("planted");
                },
                70,
                "glasstrail: Java ran out of memory; give it more, for example with GLASSTRAIL_JAVA_OPTS=-Xmx2g\n");
    }

    @Test
    void whereAnErrorComesFromIsPrintedOnlyForThoseWhoAsk() {
        launch.answering(_ -> {
            throw new IllegalStateException("two heads");
        });

        assertThat(launch.run(REPORT).err()).doesNotContain("\tat ");
        assertThat(launch.run(REPORT + " --stacktrace").err())
                .contains("\tat dev.glasstrail.cli.EndingTest");
        assertThat(launch.run("demo --stacktrace").err())
                .contains("\tat dev.glasstrail.cli.EndingTest");
        assertThat(launch.environment("GLASSTRAIL_STACKTRACE", "1").run("demo").err())
                .contains("\tat dev.glasstrail.cli.EndingTest");
    }

    private void assertEnding(Answer answer, int code, String err) {
        assertThat(launch.answering(answer).run(REPORT)).isEqualTo(new Outcome(code, "", err));
    }
}
