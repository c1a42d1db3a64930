package dev.glasstrail.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.run.RunOutcome;
import dev.glasstrail.settings.LookupSettings;
import dev.glasstrail.settings.ReportSettings.Format;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.trail.lookup.LookupEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// A report from the event history says on its first page what it could not see.
final class EventHistoryTest {

    private static final DemoOrganisation DEMO = DemoOrganisation.withNoise(100);

    @TempDir private static Path folder;

    private static List<String> records;

    @BeforeAll
    static void makeTheRecords() throws Exception {
        records = DemoRecords.withoutDataEvents(DEMO.writeLogs(folder.resolve("logs")));
    }

    @Test
    void whatTheEventHistoryCannotShowStandsOnTheFirstPage() throws Exception {
        Path report = report("history", LookupSettings.DEFAULTS);

        assertThat(firstPage(report))
                .contains(
                        "CloudTrail's event history has no data events",
                        "what was done in another account or region is not in this report",
                        "The event history goes back 90 days");
        assertThat(unproven(report))
                .contains(
                        "DATA_EVENTS_NOT_SEEN",
                        "OTHER_ACCOUNTS_NOT_SEEN",
                        "HISTORY_90_DAYS",
                        "SESSIONS_BY_NAME_ONLY")
                .doesNotContain("LOOKUPS_EXHAUSTED");
    }

    @Test
    void lookupsThatWereUsedUpStandOnTheFirstPage() throws Exception {
        Path report = report("short", new LookupSettings(40));

        assertThat(firstPage(report)).contains("of the 40 lookups that a run may make were used");
        assertThat(unproven(report)).contains("LOOKUPS_EXHAUSTED");
        JsonNode gap = json(report).at("/source/coverage/0/intervals/0");
        assertThat(gap.path("state").asText()).as(gap.toString()).isEqualTo("gap");
        assertThat(gap.path("why").asText())
                .contains("source.lookup.max-lookups lets a run make 40");
    }

    private static Path report(String job, LookupSettings lookups) throws Exception {
        try (LookupEndpoint history = new LookupEndpoint().with(records)) {
            RunOutcome outcome =
                    DemoRun.of(DEMO, folder.resolve("out"), DemoRun.historyAt(history.uri()))
                            .report(
                                    job,
                                    SourceSettings.DEFAULTS.with(Kind.LOOKUP).with(lookups),
                                    Format.JSON,
                                    Format.PDF);
            assertThat(outcome).as(outcome.toString()).isInstanceOf(RunOutcome.Delivered.class);
            return ((RunOutcome.Delivered) outcome).folder();
        }
    }

    /// Its words with one space between two of them, however the lines break.
    private static String firstPage(Path report) throws IOException {
        try (Stream<Path> files = Files.list(report)) {
            Path pdf =
                    files.filter(file -> file.toString().endsWith(".pdf"))
                            .findFirst()
                            .orElseThrow();
            return new PdfTextExtractor(new PdfReader(Files.readAllBytes(pdf)))
                    .getTextFromPage(1)
                    .replaceAll("\\s+", " ");
        }
    }

    private static List<String> unproven(Path report) throws IOException {
        List<String> codes = new ArrayList<>();
        json(report)
                .path("unproven")
                .forEach(unproven -> codes.add(unproven.path("code").asText()));
        return codes;
    }

    private static JsonNode json(Path report) throws IOException {
        return new ObjectMapper().readTree(report.resolve("report.json").toFile());
    }
}
