package dev.glasstrail.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.trail.athena.AthenaEndpoint;
import dev.glasstrail.trail.files.TrailBucket;
import dev.glasstrail.trail.trino.Cluster;
import dev.glasstrail.trail.trino.RealTrino;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Kills a run on Athena in the middle, as a machine does that loses its power, and starts it
/// again: the same report comes of it, and Athena is not paid twice.
@DisabledOnOs(OS.WINDOWS)
final class KilledRunTest {

    private static final DemoOrganisation DEMO = DemoOrganisation.withNoise(100);
    private static final String JOB = "weekly";
    private static final int SCANS = 2;

    @TempDir private static Path folder;

    private static Cluster.TableName table;

    @BeforeAll
    static void fillTheTable() throws Exception {
        Path logs = DEMO.writeLogs(folder.resolve("logs"));
        table = RealTrino.started().ofRecords(DemoRecords.withoutDataEvents(logs));
    }

    @Test
    void aRunThatIsKilledWhenItHasBegunAQueryPicksItUpAgain() throws Exception {
        Run undisturbed = runKilledAt();

        Run killed = runKilledAt(undisturbed.first("StartQueryExecution"));

        assertThat(killed.calls()).startsWith("GetTableMetadata").contains("StartQueryExecution");
        assertThat(killed.report()).isEqualTo(undisturbed.report());
    }

    @Test
    void aRunThatEndsWithoutItsReportIsTakenUpByTheNext() throws Exception {
        Run undisturbed = runKilledAt();
        Path out = Files.createTempDirectory(folder, "out-");
        try (AthenaEndpoint athena =
                DemoRun.projecting(
                        new AthenaEndpoint(RealTrino.started(), new TrailBucket()).immediate())) {
            athena.refusing("GetQueryExecution", 1, 400, "ExpiredTokenException", "expired");

            assertThat(run(out, athena.uri(), new TrailBucket().endpoint(), table))
                    .isInstanceOf(RunOutcome.SourceFailed.class)
                    .asString()
                    .contains("pays for no second scan");
            report(out, athena.uri(), new TrailBucket().endpoint(), table);

            assertThat(athena.executions()).isEqualTo(SCANS);
            assertThat(onlyReport(out)).isEqualTo(undisturbed.report());
        }
    }

    @Test
    @Tag("proof")
    void aRunMayBeKilledAtAnyCall() throws Exception {
        Run undisturbed = runKilledAt();

        for (int call = 1; call <= undisturbed.calls().size(); call++) {
            assertThat(runKilledAt(call).report())
                    .as("killed at call %d of %s", call, undisturbed.calls())
                    .isEqualTo(undisturbed.report());
        }
    }

    @Test
    @Tag("proof")
    void aRunMayBeKilledTwice() throws Exception {
        Run undisturbed = runKilledAt();

        Run killed =
                runKilledAt(
                        undisturbed.first("StartQueryExecution"),
                        undisturbed.calls().lastIndexOf("StartQueryExecution") + 1);

        assertThat(killed.report()).isEqualTo(undisturbed.report());
    }

    /// What came of a run, restarts included.
    ///
    /// @param calls to Athena, in order
    private record Run(String report, List<String> calls) {

        /// The number of the first call of an operation, from 1.
        int first(String operation) {
            int at = calls.indexOf(operation);
            assertThat(at).as(operation).isNotNegative();
            return at + 1;
        }
    }

    /// Starts a run for each number, kills it when it makes that call, then lets one end.
    private Run runKilledAt(int... calls) throws Exception {
        Path out = Files.createTempDirectory(folder, "out-");
        try (AthenaEndpoint athena =
                DemoRun.projecting(
                        new AthenaEndpoint(RealTrino.started(), new TrailBucket()).immediate())) {
            for (int call : calls) {
                athena.holdingCall(call);
                Process process = start(out, athena.uri());
                String held = athena.heldCall();
                process.destroyForcibly();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                athena.release();
                assertThat(held).as(() -> said(process)).isNotEmpty();
                assertThat(process.exitValue()).isEqualTo(137);
            }
            report(out, athena.uri(), new TrailBucket().endpoint(), table);
            assertThat(athena.executions()).isEqualTo(SCANS);
            return new Run(onlyReport(out), athena.calls());
        }
    }

    private static void report(Path out, URI athena, URI s3, Cluster.TableName table)
            throws Exception {
        RunOutcome outcome = run(out, athena, s3, table);
        assertThat(outcome).as(outcome.toString()).isInstanceOf(RunOutcome.Delivered.class);
    }

    private static RunOutcome run(Path out, URI athena, URI s3, Cluster.TableName table)
            throws Exception {
        return DemoRun.of(DEMO, out, DemoRun.athenaAt(athena, s3))
                .report(JOB, DemoRun.athena(table));
    }

    private static String said(Process process) {
        return process.inputReader(UTF_8).lines().collect(Collectors.joining("\n"));
    }

    /// What the run wrote; nothing else may be left but the files of its bundle.
    private static String onlyReport(Path out) throws IOException {
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly(JOB);
        }
        try (Stream<Path> files = Files.walk(out)) {
            List<Path> reports = files.filter(path -> path.endsWith("report.json")).toList();
            assertThat(reports).hasSize(1);
            // The clock of the runs stands still, that of the endpoint does not.
            return Files.readString(reports.getFirst())
                    .replaceAll("clock is \\d+ minutes behind", "clock is behind");
        }
    }

    private static Process start(Path out, URI athena) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        List.of(
                                java.toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName(),
                                out.toString(),
                                athena.toString(),
                                new TrailBucket().endpoint().toString(),
                                table.schema(),
                                table.name()))
                .redirectErrorStream(true)
                .start();
    }

    /// The process that is killed.
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws Exception {
            report(
                    Path.of(args[0]),
                    URI.create(args[1]),
                    URI.create(args[2]),
                    new Cluster.TableName("hive", args[3], args[4]));
        }
    }
}
