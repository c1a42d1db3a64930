package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.glasstrail.render.Artifact;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SampleReports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XlsxReportTest {

    private static final String GOLDEN = "usage-report.txt";

    @TempDir Path folder;

    @Test
    void everySheetReadsAsExpected() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.week(), folder)) {
            String actual = Workbooks.dump(workbook);
            Path kept = Files.createDirectories(Path.of("target/golden")).resolve(GOLDEN);
            Files.writeString(kept, actual);

            assertThat(actual).as("the sheets, kept as %s", kept).isEqualTo(golden());
        }
    }

    @Test
    void theSheetsHaveTheirNamesAndOrderEvenWhenNothingHappened() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.quiet(), folder)) {
            List<String> firstRows =
                    sheets(workbook).stream()
                            .skip(1)
                            .map(sheet -> sheet.getSheetName() + ": " + sheet.getRow(1).getCell(0))
                            .toList();

            assertThat(workbook.getSheetName(0)).isEqualTo("Summary");
            assertThat(firstRows)
                    .containsExactly(
                            "Population: Nobody broke the glass in this window.",
                            "Sessions: No session of a watched identity in this window.",
                            "Actions: No session did anything in this window.",
                            "Denied: No attempt was refused and no opening was left unused in this"
                                    + " window.",
                            "Alarm: No alert rule has been read in this run.",
                            "Findings: Nothing was found that someone must look at.",
                            "Coverage: Nothing was read: no account, no region, no file.");
        }
    }

    @Test
    void theSameReportGivesTheSameBytesWhateverTheMachine() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Artifact here = render(Files.createDirectory(folder.resolve("here")));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            Artifact there = render(Files.createDirectory(folder.resolve("there")));

            assertThat(there).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theDocumentSaysWhenItWasMadeAndByWhat() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.week(), folder)) {
            POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();

            assertThat(core.getCreated()).isEqualTo("2026-11-16T06:00:00Z");
            assertThat(core.getModified()).isEqualTo("2026-11-16T06:00:00Z");
            assertThat(core.getTitle()).isEqualTo("Break-glass report 2026-W46");
            assertThat(core.getCreator()).isEqualTo("glasstrail 0.1.0");
        }
    }

    @Test
    void timesAreDatesAndFiguresAreNumbers() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.week(), folder)) {
            XSSFSheet population = workbook.getSheet("Population");
            Cell from = Workbooks.under(population, "From (UTC)", 1);
            Cell length = Workbooks.under(population, "Length (h:mm:ss)", 1);
            Cell actions = Workbooks.under(population, "Actions", 1);
            Cell account = Workbooks.under(population, "Account", 1);

            assertThat(DateUtil.isCellDateFormatted(from)).isTrue();
            assertThat(from.getLocalDateTimeCellValue()).hasToString("2026-11-10T02:13:04");
            assertThat(length.getCellStyle().getDataFormatString()).isEqualTo("[h]:mm:ss");
            assertThat(actions.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(account.getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void everyTableHasAFrozenFilteredHeaderThatIsPrintedOnEachPage() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.week(), folder)) {
            for (XSSFSheet sheet : sheets(workbook).subList(1, 7)) {
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition())
                        .isEqualTo((short) 1);
                assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:");
                assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getColumnWidth(0)).isGreaterThan(6 * 256);
            }
            assertThat(workbook.getSheet("Summary").isDisplayGridlines()).isFalse();
        }
    }

    @Test
    void theChartStandsOnTheFiguresOfTheSheet() throws IOException {
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.week(), folder)) {
            XSSFSheet summary = workbook.getSheet("Summary");
            String chart =
                    summary.getDrawingPatriarch()
                            .getCharts()
                            .getFirst()
                            .getCTChartSpace()
                            .xmlText();
            int first = rowOf(summary, "Mon 9 Nov") + 1;

            assertThat(chart)
                    .contains("Summary!$B$" + first + ":$B$" + (first + 6))
                    .contains("Summary!$F$" + first + ":$F$" + (first + 6))
                    .contains("Summary!$H$" + first + ":$H$" + (first + 6))
                    .contains("val=\"stacked\"");
        }
    }

    @Test
    void nothingButTheWorkbookIsLeftBehind() throws IOException {
        render(folder);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(folder.resolve(XlsxReport.NAME));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatIOException()
                .isThrownBy(() -> render(missing))
                .withMessageStartingWith("usage-report.xlsx: cannot write its rows: " + missing);
    }

    private Artifact render(Path into) throws IOException {
        AuditReport report = SampleReports.week();
        return new XlsxReport().render(report, into).getFirst();
    }

    private static List<XSSFSheet> sheets(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(workbook::getSheetAt)
                .toList();
    }

    private static int rowOf(XSSFSheet sheet, String text) {
        for (int row = 0; row <= sheet.getLastRowNum(); row++) {
            Cell cell = sheet.getRow(row) == null ? null : sheet.getRow(row).getCell(1);
            if (cell != null && cell.toString().equals(text)) {
                return row;
            }
        }
        throw new AssertionError("no row \"" + text + "\"");
    }

    private static String golden() throws IOException {
        try (InputStream in = XlsxReportTest.class.getResourceAsStream(GOLDEN)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
