package dev.glasstrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.settings.FilesSettings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.settings.TrinoSettings;
import dev.glasstrail.trail.athena.AthenaEndpoint;
import dev.glasstrail.trail.files.TrailBucket;
import dev.glasstrail.trail.lookup.LookupEndpoint;
import dev.glasstrail.trail.trino.Cluster;
import dev.glasstrail.trail.trino.RealTrino;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same records give the same report, whoever reads them.
final class SameReportTest {

    /// What a report says of its source: where it is asked twice what was read, an engine that
    /// hands on only what was asked for has another answer than a folder.
    private static final List<String> OF_THE_SOURCE =
            List.of("/source", "/integrity", "/unproven", "/answers/5", "/window/watermark");

    /// What a report says besides where the source has no data events.
    private static final List<String> OF_THE_HISTORY = List.of("/answers/1", "/answers/0");

    private static final DemoOrganisation DEMO = DemoOrganisation.withNoise(1_000);

    @TempDir private static Path folder;

    private static JsonNode fromFiles;

    @BeforeAll
    static void reportOnTheFolder() throws Exception {
        DEMO.writeLogs(RealTrino.started().folder().resolve("demo"));
        fromFiles =
                report(
                        "files",
                        SourceSettings.DEFAULTS.with(
                                FilesSettings.DEFAULTS.withLogs(
                                        RealTrino.started().folder().resolve("demo"))));
        assertThat(fromFiles.path("uses").size()).isGreaterThan(20);
    }

    @Test
    void aTrinoClusterGivesTheReportOfTheFolder() throws Exception {
        RealTrino trino = RealTrino.started();
        Cluster.TableName table = trino.ofFolder(Path.of("demo", "AWSLogs", "o-exampleorg1"));

        JsonNode fromTrino =
                report(
                        "trino",
                        SourceSettings.DEFAULTS
                                .with(Kind.TRINO)
                                .with(
                                        TrinoSettings.DEFAULTS
                                                .withUrl(trino.url())
                                                .withTable(
                                                        new TrinoSettings.Table(
                                                                table.catalog(),
                                                                table.schema(),
                                                                table.name()))));

        assertThat(fromTrino.toPrettyString()).isEqualTo(fromFiles.toPrettyString());
    }

    @Test
    void athenaGivesTheReportOfTheFolder() throws Exception {
        RealTrino trino = RealTrino.started();
        Cluster.TableName table = trino.ofFolder(Path.of("demo", "AWSLogs", "o-exampleorg1"));
        try (AthenaEndpoint athena =
                DemoRun.projecting(new AthenaEndpoint(trino, new TrailBucket()).immediate())) {
            JsonNode fromAthena = report("athena", DemoRun.athena(table), athena.uri());

            assertThat(fromAthena.toPrettyString()).isEqualTo(fromFiles.toPrettyString());
            assertThat(athena.executions()).isEqualTo(2);
        }
    }

    @Test
    void theBucketGivesTheReportOfTheFolder() throws Exception {
        TrailBucket bucket =
                new TrailBucket().with(RealTrino.started().folder().resolve("demo"), _ -> true);

        JsonNode fromBucket =
                report(
                        "s3",
                        SourceSettings.DEFAULTS
                                .with(Kind.S3)
                                .with(FilesSettings.DEFAULTS.withBucket(bucket.url())));

        assertThat(fromBucket.toPrettyString()).isEqualTo(fromFiles.toPrettyString());
    }

    /// The event history has no data events, so a folder without them is the measure.
    @Test
    void theEventHistoryGivesTheReportOfTheFolderAsFarAsItSees() throws Exception {
        Path demo = RealTrino.started().folder().resolve("demo");
        List<String> seen = DemoRecords.withoutDataEvents(demo);
        JsonNode expected =
                report(
                        "management-events",
                        SourceSettings.DEFAULTS.with(
                                FilesSettings.DEFAULTS.withLogs(
                                        DemoRecords.written(seen, folder.resolve("seen")))));
        try (LookupEndpoint history = new LookupEndpoint().with(seen)) {
            JsonNode fromHistory =
                    report(
                            "lookup",
                            SourceSettings.DEFAULTS
                                    .with(Kind.LOOKUP)
                                    .with(
                                            new SourceSettings.Partitions(
                                                    List.of(
                                                            "111122223333",
                                                            "444455556666",
                                                            "777788889999"),
                                                    List.of("eu-central-1", "us-east-1"))),
                            DemoRun.historyAt(history.uri()));

            assertThat(fromHistory.at("/answers/1/text").asText())
                    .endsWith(" Data events were not seen.");
            for (String path : OF_THE_HISTORY) {
                leaveOut(fromHistory, path);
                leaveOut(expected, path);
            }
            assertThat(fromHistory.toPrettyString()).isEqualTo(expected.toPrettyString());
        }
    }

    private static JsonNode report(String job, SourceSettings source) throws Exception {
        return report(job, source, DemoRun.NOWHERE);
    }

    private static JsonNode report(String job, SourceSettings source, URI athena) throws Exception {
        return report(job, source, DemoRun.athenaAt(athena, new TrailBucket().endpoint()));
    }

    private static JsonNode report(String job, SourceSettings source, AwsSettings aws)
            throws Exception {
        RunOutcome outcome = DemoRun.of(DEMO, folder, aws).report(job, source);
        assertThat(outcome).as(outcome.toString()).isInstanceOf(RunOutcome.Delivered.class);
        Path made = ((RunOutcome.Delivered) outcome).folder();
        JsonNode report = new ObjectMapper().readTree(made.resolve("report.json").toFile());
        OF_THE_SOURCE.forEach(path -> leaveOut(report, path));
        ((ObjectNode) report).put("actions.jsonl", Files.readString(made.resolve("actions.jsonl")));
        return report;
    }

    private static void leaveOut(JsonNode report, String path) {
        int last = path.lastIndexOf('/');
        JsonNode parent = report.at(path.substring(0, last));
        assertThat(parent.isMissingNode()).as(path).isFalse();
        String name = path.substring(last + 1);
        if (parent.isArray()) {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        } else {
            assertThat(parent.has(name)).as(path).isTrue();
            ((ObjectNode) parent).remove(name);
        }
    }
}
