package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.report.SampleReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XlsxHostileTextTest {

    @TempDir Path folder;

    @Test
    void whatLooksLikeAFormulaIsTextAndMarkedAsText() throws IOException {
        List<String> texts =
                List.of(
                        "=1+1",
                        "=cmd|' /C calc'!A0",
                        "+1",
                        "-2+3",
                        "@SUM(1)",
                        "\t=1+1",
                        "\n=1+1",
                        "=HYPERLINK(\"https://example.com\")");
        List<Written> cells = written(texts);

        assertThat(cells).extracting(Written::text).isEqualTo(texts);
        assertThat(cells).allMatch(Written::quoted);
    }

    @Test
    void aLeadingCarriageReturnIsShownAndCannotHideAFormula() throws IOException {
        assertThat(written(List.of("\r=1+1")).getFirst().text()).isEqualTo("\\u{D}=1+1");
    }

    @Test
    void anyOtherTextComesBackAsItWas() throws IOException {
        List<String> texts =
                List.of(
                        "plain",
                        "a=b",
                        "<b>&amp;\"'</b>",
                        "_x0041_ and _x000D__x0000_",
                        "C:\\users\\jana",
                        " leading and trailing ",
                        "two\nlines\tand a tab",
                        "Zoë 李伟 مرحبا 🧯👩‍🚒");
        List<Written> cells = written(texts);

        assertThat(cells).extracting(Written::text).isEqualTo(texts);
        assertThat(cells).noneMatch(Written::quoted);
    }

    @Test
    void whatCannotBeSeenOrStoredIsWrittenOut() throws IOException {
        String text =
                "a\u202Egnp.exe\u0000\u0007\u001B[0m\uD800\uFFFF\u200Bz\u2028\u0085 \uDB40\uDC41";

        assertThat(written(List.of(text)).getFirst().text())
                .isEqualTo(
                        "a\\u{202E}gnp.exe\\u{0}\\u{7}\\u{1B}[0m\\u{D800}\\u{FFFF}\\u{200B}z\\u{2028}"
                                + "\\u{85} \\u{E0041}");
    }

    @Test
    void anEscapeThatStandsInTheTextIsToldFromOneOfOurs() throws IOException {
        assertThat(written(List.of("\\u{202E}")).getFirst().text()).isEqualTo("\\u{5C}u{202E}");
    }

    private List<Written> written(List<String> texts) throws IOException {
        try (XSSFWorkbook workbook = Workbooks.of(SampleReports.recording(texts), folder)) {
            List<Written> cells = new ArrayList<>();
            for (int row = 1; row <= texts.size(); row++) {
                Cell cell = Workbooks.under(workbook.getSheet("Actions"), "User agent", row);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                cells.add(
                        new Written(
                                cell.getStringCellValue(), cell.getCellStyle().getQuotePrefixed()));
            }
            return cells;
        }
    }

    /// A cell as read back.
    ///
    /// @param quoted marked as text whatever it looks like
    private record Written(String text, boolean quoted) {}
}
