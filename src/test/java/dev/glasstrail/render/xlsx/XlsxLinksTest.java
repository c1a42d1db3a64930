package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.report.SampleReports;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class XlsxLinksTest {

    @TempDir Path folder;
    private XSSFWorkbook workbook;

    @BeforeEach
    void write() throws IOException {
        workbook = Workbooks.of(SampleReports.week(), folder);
    }

    @AfterEach
    void close() throws IOException {
        workbook.close();
    }

    @Test
    void aSessionLeadsToTheFirstThingItDid() {
        for (int row = 1; row <= 5; row++) {
            Cell session = Workbooks.under(sheet("Sessions"), "Session", row);
            Cell target = target(session);

            assertThat(target.getSheet().getSheetName()).isEqualTo("Actions");
            assertThat(target.getStringCellValue()).isEqualTo(session.getStringCellValue());
            Cell above = sheet("Actions").getRow(target.getRowIndex() - 1).getCell(0);
            assertThat(above.getStringCellValue()).isNotEqualTo(session.getStringCellValue());
        }
    }

    @Test
    void aUseLeadsToItsFirstSessionAndBack() {
        Cell use = Workbooks.under(sheet("Population"), "Use", 1);
        Cell session = target(use);

        assertThat(session.getStringCellValue()).isEqualTo("a1b2c3d4e5f60718");
        Cell back = Workbooks.under(sheet("Sessions"), "Use", session.getRowIndex());
        assertThat(back.getStringCellValue()).isEqualTo(use.getStringCellValue());
        assertThat(target(back).getRowIndex()).isEqualTo(use.getRowIndex());
    }

    @Test
    void aUseWithoutSessionHasNoLink() {
        assertThat(Workbooks.under(sheet("Population"), "Use", 2).getHyperlink()).isNull();
    }

    @Test
    void aFindingLeadsToItsSessionAndUse() {
        Cell session = Workbooks.under(sheet("Findings"), "Session", 1);
        Cell use = Workbooks.under(sheet("Findings"), "Use", 1);

        assertThat(target(session).getStringCellValue()).isEqualTo("b1b2c3d4e5f60718");
        assertThat(
                        Workbooks.under(sheet("Population"), "Use", target(use).getRowIndex())
                                .toString())
                .isEqualTo("BG-2026-W46-3f9a");
    }

    @Test
    void everyLinkOfTheSummaryLeadsToACell() {
        assertThat(sheet("Summary").getHyperlinkList())
                .hasSizeGreaterThan(8)
                .allSatisfy(link -> assertThat(target(link)).isNotNull());
    }

    private XSSFSheet sheet(String name) {
        return workbook.getSheet(name);
    }

    private Cell target(Cell cell) {
        return target(cell.getHyperlink());
    }

    private Cell target(Hyperlink link) {
        CellReference place = new CellReference(link.getAddress());
        return sheet(place.getSheetName()).getRow(place.getRow()).getCell(place.getCol());
    }
}
