package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.app.Glasstrail;
import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.OpeningRow;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.run.RunRequest;
import dev.glasstrail.settings.FilesSettings;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.settings.ReportSettings;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.window.AuditWindow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the audit finds in a week of made-up logs, the alarm would have rung for.
final class DemoOpeningsRingTest {

    private static final DemoOrganisation ORGANISATION = DemoOrganisation.withNoise(300);
    private static final GlassSettings GLASS =
            new GlassSettings(
                    ORGANISATION.watchedRoles(), ORGANISATION.watchedUsers(), true, List.of());

    @TempDir Path folder;

    @Test
    void everyOpeningThatTheAuditFindsRings() throws Exception {
        Path logs = ORGANISATION.writeLogs(folder.resolve("logs"));
        Map<String, JsonNode> records = records(logs);
        DeployedAlarm alarm = DeployedAlarm.of(GLASS);
        List<String> openings = openings(report(logs));

        assertThat(openings).hasSizeGreaterThan(20);
        for (String id : openings) {
            JsonNode record = Objects.requireNonNull(records.get(id), id);
            String event = BridgedEvent.of(record);
            List<String> ringing = alarm.ringing(event);
            assertThat(ringing).as("%s %s", record.path("eventName"), record).isNotEmpty();
            for (String rule : ringing) {
                assertThat(alarm.missing(rule, event)).as(rule).isEmpty();
                assertThat(
                                DeployedAlarm.JSON
                                        .readTree(alarm.sent(rule, event))
                                        .path("text")
                                        .asText())
                        .contains(id);
            }
        }
    }

    /// Those of watched identities; what they opened in turn is no glass.
    private static List<String> openings(AuditReport report) {
        Stream<OpeningRow> used =
                report.sessions().stream()
                        .filter(session -> session.parentId() == null)
                        .flatMap(session -> session.openings().stream());
        Stream<OpeningRow> unused =
                report.unusedOpenings().stream().flatMap(opening -> opening.openings().stream());
        Stream<String> refused = report.deniedOpenings().stream().map(denied -> denied.eventId());
        return Stream.concat(Stream.concat(used, unused).map(OpeningRow::eventId), refused)
                .distinct()
                .toList();
    }

    private AuditReport report(Path logs) throws Exception {
        Settings settings =
                Settings.DEFAULTS
                        .with(GLASS)
                        .with(SourceSettings.DEFAULTS.with(FilesSettings.DEFAULTS.withLogs(logs)))
                        .with(
                                new ReportSettings(
                                        folder.resolve("out"),
                                        "test",
                                        List.of(ReportSettings.Format.JSON)));
        RunOutcome outcome =
                new Glasstrail()
                        .report(
                                new RunRequest(
                                        settings,
                                        new AuditWindow(ORGANISATION.from(), ORGANISATION.to()),
                                        ORGANISATION.asOf(),
                                        "test",
                                        false,
                                        false,
                                        Progress.NONE));
        return ((RunOutcome.Delivered) outcome).report();
    }

    private static Map<String, JsonNode> records(Path logs) throws IOException {
        Map<String, JsonNode> records = new HashMap<>();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(DemoOpeningsRingTest::isLog).toList()) {
                try (InputStream log = new GZIPInputStream(Files.newInputStream(file))) {
                    DeployedAlarm.JSON
                            .readTree(log)
                            .path("Records")
                            .forEach(
                                    record -> records.put(record.path("eventID").asText(), record));
                }
            }
        }
        return records;
    }

    private static boolean isLog(Path file) {
        return file.toString().endsWith(".json.gz") && file.toString().contains("/CloudTrail/");
    }
}
