package dev.glasstrail.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Holds `report.json` against ground truth that other programs worked out from public recordings
/// of real accounts. The recordings are no part of this project: the environment variable
/// `GLASSTRAIL_REAL_TRAILS` names their folder, and the tests are skipped without it.
final class RealTrailsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path temporary;

    @Test
    void theGroundTruthIsThere() throws IOException {
        assertThat(truths()).hasSize(11);
    }

    @TestFactory
    List<DynamicTest> theReportTellsTheTruthAbout() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path truth : truths()) {
            String name = truth.getFileName().toString().replace(".json", "");
            tests.add(DynamicTest.dynamicTest(name, () -> compare(JSON.readTree(truth.toFile()))));
        }
        return tests;
    }

    private void compare(JsonNode truth) throws Exception {
        Path folder = audit(truth.path("dataset").asText(), truth.path("role").asText());
        Told told = Told.read(folder, truth.path("role").asText());
        assertThat(told.facts()).isEqualTo(facts(truth));
        Map<String, String> expected = new TreeMap<>();
        truth.path("sessions").forEach(session -> put(expected, TruthLines.session(session)));
        truth.path("openingsNeverUsed").forEach(one -> put(expected, TruthLines.neverUsed(one)));
        truth.path("deniedOpenings").forEach(one -> put(expected, TruthLines.denied(one)));
        assertThat(told.lines()).isEqualTo(expected);
    }

    private static void put(Map<String, String> lines, Map.Entry<String, String> line) {
        assertThat(lines.put(line.getKey(), line.getValue())).as(line.getKey()).isNull();
    }

    private static String facts(JsonNode truth) {
        return """
        records %d
        duplicates %d
        sessions %d
        openings %d
        actions %d
        errors %d
        never used %d
        denied %d
        without session %d\
        """
                .formatted(
                        truth.path("rawRecords").asInt(),
                        truth.path("duplicateRecordsDropped").asInt(),
                        truth.path("sessionsWithActions").asInt(),
                        truth.path("totalOpeningsUnique").asInt(),
                        truth.path("totalActions").asInt(),
                        truth.path("totalErrors").asInt(),
                        truth.path("openingsNeverUsed").size(),
                        truth.path("deniedOpenings").size(),
                        truth.path("orphanEvents").size());
    }

    private Path audit(String dataset, String role) throws Exception {
        Settings settings =
                Settings.DEFAULTS
                        .with(new GlassSettings(List.of(role), List.of(), false, List.of()))
                        .with(
                                SourceSettings.DEFAULTS.with(
                                        FilesSettings.DEFAULTS.withLogs(
                                                realTrails().resolve(dataset).resolve("files"))))
                        .with(
                                new ReportSettings(
                                        temporary, "truth", List.of(ReportSettings.Format.JSON)));
        RunOutcome outcome =
                new Glasstrail()
                        .report(
                                new RunRequest(
                                        settings,
                                        AuditWindow.between("2015-01-01", "2026-01-01"),
                                        Instant.parse("2026-01-10T00:00:00Z"),
                                        "truth",
                                        true,
                                        false,
                                        Progress.NONE));
        assertThat(outcome).isInstanceOf(RunOutcome.Delivered.class);
        return ((RunOutcome.Delivered) outcome).folder();
    }

    private static List<Path> truths() throws IOException {
        try (Stream<Path> files = Files.list(realTrails().resolve("truth"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Path realTrails() {
        String folder = System.getenv("GLASSTRAIL_REAL_TRAILS");
        assumeTrue(
                folder != null,
                "GLASSTRAIL_REAL_TRAILS is not set, so no real recording was audited");
        return Path.of(String.valueOf(folder));
    }
}
