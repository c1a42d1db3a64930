package dev.glasstrail.render.xlsx;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;

/// Puts values into cells, each with its type and its look.
final class CellWriter {

    private static final double SECONDS_PER_DAY = TimeUnit.DAYS.toSeconds(1);

    private final SXSSFWorkbook workbook;
    private final Styles styles;

    CellWriter(SXSSFWorkbook workbook, Styles styles) {
        this.workbook = workbook;
        this.styles = styles;
    }

    /// Text that fits a cell, already visible; what looks like a formula is marked as text.
    void text(Row row, int column, String visible, Face face) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(
                CellText.looksLikeFormula(visible) ? styles.quoted(face) : styles.of(face));
        cell.setCellValue(CellText.stored(visible));
    }

    void empty(Row row, int column, Face face) {
        row.createCell(column).setCellStyle(styles.of(face));
    }

    void number(Row row, int column, long number, Face face) {
        serial(row, column, (double) number, face);
    }

    void span(Row row, int column, Duration length, Face face) {
        serial(row, column, length.toSeconds() / SECONDS_PER_DAY, face);
    }

    /// A typed date in UTC; as text where the calendar of spreadsheets does not reach.
    void time(Row row, int column, Instant at, Face face) {
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        double serial = DateUtil.getExcelDate(utc);
        if (!DateUtil.isValidExcelDate(serial) || utc.getYear() > 9999) {
            text(row, column, at.toString(), face);
            return;
        }
        serial(row, column, serial, face);
    }

    /// Text that leads to another cell of the workbook.
    void link(Row row, int column, String visible, Place target, String tip, Face face) {
        text(row, column, visible, face);
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress(target.reference());
        if (link instanceof XSSFHyperlink xssf) {
            xssf.setTooltip(tip);
        }
        row.getCell(column).setHyperlink(link);
    }

    private void serial(Row row, int column, double serial, Face face) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.of(face));
        cell.setCellValue(serial);
    }
}
