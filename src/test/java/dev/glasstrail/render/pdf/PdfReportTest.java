package dev.glasstrail.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.render.Artifact;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.PeriodCount;
import dev.glasstrail.report.UseRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfReportTest {

    private static final AuditReport TWENTY = SampleReport.of(20, 6);

    @TempDir private Path folder;

    @Test
    void aReportOfTwentyUsesCanBeArchivedAndReadAloud() throws Exception {
        byte[] document = bytes(TWENTY);

        assertThat(Standards.broken(document, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Standards.broken(document, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void aReportWithoutAnyUseCanBeArchivedAndReadAloudToo() throws Exception {
        byte[] document = bytes(SampleReport.empty());

        assertThat(Standards.broken(document, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Standards.broken(document, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(Pages.of(document).text()).contains("Nobody used a watched identity");
    }

    @Test
    void aReportSaysWordForWordWhatItsGoldenFileSays() throws Exception {
        assertThat(Pages.of(bytes(TWENTY)).text()).isEqualTo(golden("twenty-uses.txt"));
    }

    @Test
    void theSameReportGivesTheSameBytesOnAnyMachine() throws Exception {
        byte[] here = bytes(SampleReport.of(5, 6));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));

            assertThat(bytes(SampleReport.of(5, 6))).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void everyPageCarriesItsNumberAndTheNumberOfPages() throws Exception {
        LayoutRecord record = new LayoutRecord();
        Census census = PdfReport.write(TWENTY, new ByteArrayOutputStream(), record);

        assertThat(record.pages()).isEqualTo(census.pages());
        for (int page = 1; page <= census.pages(); page++) {
            assertThat(record.texts(page)).contains("Page " + page + " of " + census.pages());
        }
    }

    @Test
    void everyUseIsInThePopulationWithThePageThatTellsOfIt() throws Exception {
        Pages pages = Pages.of(bytes(TWENTY));
        String text = pages.text();
        String population =
                text.substring(
                        text.indexOf("The whole population"),
                        text.lastIndexOf("Attempts that came to nothing"));

        for (UseRow use : TWENTY.uses()) {
            int row = population.indexOf(use.id());
            assertThat(row).as(use.id()).isPositive();
            String page = population.substring(row).replaceFirst("(?s).*?page (\\d+).*", "$1");
            assertThat(pages.text(Integer.parseInt(page))).contains(use.id() + "   ");
        }
    }

    @Test
    void bookmarksLeadToEachPartAndToEachUse() throws Exception {
        assertThat(Pages.of(bytes(SampleReport.of(3, 6))).bookmarks())
                .isEqualTo(
                        """
                        Summary
                        What needs attention
                        Every use
                        Attempts that came to nothing
                        Use by use
                          1  alice.meyer@example.com, BG-2026-W46-001f
                          2  j.okafor@example.com, BG-2026-W46-003e
                          3  Søren Lindqvist, BG-2026-W46-005d
                        The alarm
                        Explanations and what is left behind
                        What this report rests on
                        Method and words
                        """);
    }

    @Test
    void noTextLeavesItsPlaceOrCoversAnother() throws Exception {
        for (AuditReport report : List.of(TWENTY, SampleReport.empty(), SampleReport.of(300, 3))) {
            LayoutRecord record = new LayoutRecord();
            PdfReport.write(report, new ByteArrayOutputStream(), record);

            assertThat(record.lines()).isPositive();
            assertThat(record.outside()).isEmpty();
            assertThat(record.overlapping()).isEmpty();
        }
    }

    @Test
    void theChartKeepsItsLabelsInsideHoweverManyPeriodsThereAre() throws Exception {
        for (int count : new int[] {1, 7, 31, 53}) {
            List<PeriodCount> periods = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                String label = count > 31 ? "W" + number : "Wed " + number + " Nov";
                periods.add(new PeriodCount(label, SampleReport.FROM, number * 17, number % 4));
            }
            LayoutRecord record = new LayoutRecord();
            AuditReport report = SampleReport.withPeriods(SampleReport.empty(), periods);
            PdfReport.write(report, new ByteArrayOutputStream(), record);

            assertThat(record.outside()).isEmpty();
            assertThat(record.overlapping()).isEmpty();
            assertThat(record.texts(1)).contains(periods.getFirst().label());
        }
    }

    @Test
    void aUseWithManyChangesSaysHowManyItDoesNotPrint() throws Exception {
        String text = Pages.of(bytes(SampleReport.of(1, 2_000))).text();

        assertThat(text.replaceAll("\\s+", " "))
                .containsPattern(
                        "The first 200 of [0-9,]+ are listed\\. The other [0-9,]+ are in"
                                + " actions\\.jsonl and on the sheet Actions of the workbook\\.");
    }

    @Test
    void theArtifactIsTheWholeFile() throws Exception {
        List<Artifact> artifacts = new PdfReport().render(SampleReport.of(1, 3), folder);

        assertThat(artifacts).hasSize(1);
        assertThat(artifacts.getFirst().name()).isEqualTo("usage-report.pdf");
        byte[] written = Files.readAllBytes(folder.resolve("usage-report.pdf"));
        assertThat(artifacts.getFirst().bytes()).isEqualTo(written.length);
        assertThat(written).isEqualTo(bytes(SampleReport.of(1, 3)));
    }

    private static byte[] bytes(AuditReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfReport().write(report, out);
        return out.toByteArray();
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = PdfReportTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
