package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.report.SampleReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XlsxLimitsTest {

    @TempDir Path folder;

    @Test
    void aTextLongerThanACellGoesOnInTheColumnsBesideIt() throws IOException {
        String parameters = "{\"policy\":\"" + unlikeEachOther(8_000) + "\"}";
        List<String> texts = List.of("short", parameters);
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.recording(texts), folder)) {
            XSSFSheet actions = workbook.getSheet("Actions");

            assertThat(titles(actions))
                    .containsSubsequence("Parameters", "Parameters (2)", "Parameters (3)")
                    .doesNotHaveDuplicates();
            assertThat(joined(actions, "Parameters", 2)).isEqualTo(parameters);
            assertThat(joined(actions, "User agent", 2)).isEqualTo(parameters);
            assertThat(joined(actions, "Parameters", 1)).isEqualTo("short");
        }
    }

    @Test
    void aPartThatLooksLikeAFormulaIsMarkedAsText() throws IOException {
        Limits narrow = new Limits(1_000, 40, 100);
        List<String> texts = List.of("x".repeat(40) + "=1+1");
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.recording(texts), narrow, folder)) {
            Cell second = Workbooks.under(workbook.getSheet("Actions"), "User agent (2)", 1);

            assertThat(second.getStringCellValue()).isEqualTo("=1+1");
            assertThat(second.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void aTableLongerThanASheetGoesOnInTheNextAndLinksFollow() throws IOException {
        Limits low = new Limits(4, 32_767, 100);
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.large(4, 2), low, folder)) {
            List<String> names = new ArrayList<>();
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));

            assertThat(names)
                    .containsExactly(
                            "Summary",
                            "Population",
                            "Population 2",
                            "Sessions",
                            "Sessions 2",
                            "Actions",
                            "Actions 2",
                            "Actions 3",
                            "Denied",
                            "Alarm",
                            "Findings",
                            "Findings 2",
                            "Coverage",
                            "Coverage 2",
                            "Coverage 3",
                            "Coverage 4");
            assertThat(actions(workbook)).hasSize(8).doesNotHaveDuplicates();
            Cell lastSession = workbook.getSheet("Sessions 2").getRow(1).getCell(0);
            assertThat(lastSession.getHyperlink().getAddress()).isEqualTo("'Actions 3'!A2");
            assertThat(workbook.getSheet("Actions 3").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(lastSession.getStringCellValue());
        }
    }

    @Test
    void aCellBeyondTheLinksOfASheetKeepsItsText() throws IOException {
        Limits few = new Limits(1_000, 32_767, 1);
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.large(3, 1), few, folder)) {
            XSSFSheet population = workbook.getSheet("Population");

            assertThat(population.getHyperlinkList()).hasSize(1);
            assertThat(Workbooks.under(population, "Use", 3).getStringCellValue())
                    .isEqualTo("BG-2026-W46-00002");
        }
    }

    @Test
    void limitsThatCannotHoldAnythingAreRefused() {
        assertThatThrownBy(() -> new Limits(1, 32_767, 0))
                .hasMessage("a sheet of 1 rows has no room below its header; give 2 or more");
        assertThatThrownBy(() -> new Limits(2, 15, 0))
                .hasMessage("a cell of 15 characters cannot hold an escape; give 16 or more");
        assertThatThrownBy(() -> new Limits(2, 16, -1)).hasMessage("a sheet cannot hold -1 links");
    }

    /// Long, and not so regular that reading it back looks like an attack on the reader.
    private static String unlikeEachOther(int pieces) {
        Random random = new Random(46);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append("🔥=x_x0041_").append(Integer.toHexString(random.nextInt()));
        }
        return text.toString();
    }

    private static List<String> titles(XSSFSheet sheet) {
        List<String> titles = new ArrayList<>();
        sheet.getRow(0).forEach(cell -> titles.add(cell.getStringCellValue()));
        return titles;
    }

    private static String joined(XSSFSheet sheet, String title, int row) {
        StringBuilder text = new StringBuilder();
        for (Cell header : sheet.getRow(0)) {
            String name = header.getStringCellValue();
            if (name.equals(title) || name.startsWith(title + " (")) {
                text.append(
                        sheet.getRow(row).getCell(header.getColumnIndex()).getStringCellValue());
            }
        }
        return text.toString();
    }

    private static List<String> actions(XSSFWorkbook workbook) {
        List<String> ids = new ArrayList<>();
        for (String name : List.of("Actions", "Actions 2", "Actions 3")) {
            XSSFSheet sheet = workbook.getSheet(name);
            for (Row row : sheet) {
                if (row.getRowNum() > 0) {
                    ids.add(Workbooks.under(sheet, "Event id", row.getRowNum()).toString());
                }
            }
        }
        return ids;
    }
}
