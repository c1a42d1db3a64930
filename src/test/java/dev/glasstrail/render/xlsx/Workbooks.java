package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AuditReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes reports as workbooks and reads them back.
final class Workbooks {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Workbooks() {}

    /// Writes a report within the limits of the format and reads it again.
    static XSSFWorkbook of(AuditReport report, Path folder) throws IOException {
        return of(report, Limits.EXCEL, folder);
    }

    static XSSFWorkbook of(AuditReport report, Limits limits, Path folder) throws IOException {
        new XlsxReport(limits).render(report, folder);
        return read(folder.resolve(XlsxReport.NAME));
    }

    static XSSFWorkbook read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /// Every cell that holds something, one line a row. Text stands in quotes, after a `'` where
    /// the cell is marked as text; a number and a time stand bare; a link tells where it leads.
    static String dump(XSSFWorkbook workbook) {
        StringBuilder all = new StringBuilder();
        for (Sheet sheet : workbook) {
            all.append("## ").append(sheet.getSheetName()).append('\n');
            for (Row row : sheet) {
                String line = dump(row);
                if (!line.isEmpty()) {
                    all.append(row.getRowNum() + 1).append(": ").append(line).append('\n');
                }
            }
        }
        return all.toString();
    }

    /// The text of the column under a title, in the row of a sheet counted from 0.
    static Cell under(XSSFSheet sheet, String title, int row) {
        for (Cell header : sheet.getRow(0)) {
            if (header.getStringCellValue().equals(title)) {
                return sheet.getRow(row).getCell(header.getColumnIndex());
            }
        }
        throw new AssertionError("no column \"" + title + "\" on " + sheet.getSheetName());
    }

    private static String dump(Row row) {
        StringJoiner cells = new StringJoiner(" | ");
        for (Cell cell : row) {
            String value = value(cell);
            if (!value.isEmpty()) {
                cells.add(value + link(cell));
            }
        }
        return cells.toString();
    }

    private static String value(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> number(cell);
            case STRING ->
                    (cell.getCellStyle().getQuotePrefixed() ? "'" : "")
                            + '"'
                            + cell.getStringCellValue().replace("\n", "\\n").replace("\t", "\\t")
                            + '"';
            case BLANK -> "";
            case FORMULA, BOOLEAN, ERROR, _NONE ->
                    throw new AssertionError(cell.getAddress() + " is " + cell.getCellType());
        };
    }

    private static String number(Cell cell) {
        String format = cell.getCellStyle().getDataFormatString();
        if (format.startsWith("yyyy") && DateUtil.isCellDateFormatted(cell)) {
            return TIME.format(cell.getLocalDateTimeCellValue());
        }
        if (format.startsWith("[h]")) {
            return Math.round(cell.getNumericCellValue() * 86_400) + " s";
        }
        return String.format(Locale.ROOT, "%.0f", cell.getNumericCellValue());
    }

    private static String link(Cell cell) {
        return cell.getHyperlink() == null ? "" : " -> " + cell.getHyperlink().getAddress();
    }
}
