package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

final class CellWriterTest {

    @Test
    void aTimeThatTheCalendarOfSpreadsheetsDoesNotReachIsText() throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook())) {
            Row row = workbook.createSheet().createRow(0);
            CellWriter cells = new CellWriter(workbook, new Styles(workbook.getXSSFWorkbook()));
            cells.time(row, 0, Instant.parse("1601-01-01T00:00:00Z"), Face.TIME);
            cells.time(row, 1, Instant.parse("+10000-01-01T00:00:00Z"), Face.TIME);
            cells.time(row, 2, Instant.parse("9999-12-31T23:59:59Z"), Face.TIME);

            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("1601-01-01T00:00:00Z");
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("+10000-01-01T00:00:00Z");
            assertThat(row.getCell(2).getLocalDateTimeCellValue())
                    .hasToString("9999-12-31T23:59:59");
        }
    }
}
