package dev.glasstrail.render.xlsx;

import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// Writes one table on one sheet, or on several where it has more rows than a sheet.
///
/// A text longer than a cell goes on in further columns beside its own, headed `Parameters (2)` and
/// so on, so that one row stays one thing, sorted or filtered.
final class TableWriter<R> {

    private static final float HEADER_POINTS = 24;
    private static final float ROW_POINTS = 18;
    private static final float LINE_POINTS = 13;
    private static final int WIDTH_UNITS = 256;
    private static final int SAFE_LENGTH_DIVISOR = 8;

    private final SXSSFWorkbook workbook;
    private final CellWriter cells;
    private final Limits limits;
    private final Table<R> table;
    private final Paging paging;
    private final int[] firstColumn;
    private int linksLeft;

    private TableWriter(SXSSFWorkbook workbook, CellWriter cells, Limits limits, Table<R> table) {
        this.workbook = workbook;
        this.cells = cells;
        this.limits = limits;
        this.table = table;
        this.paging = new Paging(table.name(), limits.rows());
        this.firstColumn = firstColumns();
    }

    /// Writes the table; its sheets follow those already in the workbook.
    static <R> void write(SXSSFWorkbook workbook, CellWriter cells, Limits limits, Table<R> table) {
        new TableWriter<>(workbook, cells, limits, table).write();
    }

    private void write() {
        int sheets = 1;
        int used = 1;
        SXSSFSheet sheet = begin(paging.sheetName(0));
        for (R row : table.rows()) {
            if (used == limits.rows()) {
                finish(sheet, used);
                sheet = begin(paging.sheetName(sheets));
                sheets++;
                used = 1;
            }
            writeRow(sheet.createRow(used), row);
            used++;
        }
        if (used == 1) {
            cells.text(sheet.createRow(1), 0, table.whenEmpty(), Face.NOTE);
        }
        finish(sheet, used);
    }

    private SXSSFSheet begin(String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        linksLeft = limits.links();
        sheet.setDefaultRowHeightInPoints(ROW_POINTS);
        Row header = sheet.createRow(0);
        header.setHeightInPoints(HEADER_POINTS);
        for (int i = 0; i < table.columns().size(); i++) {
            Column<R> column = table.columns().get(i);
            Face face = column.align() == Column.Align.RIGHT ? Face.HEADER.right() : Face.HEADER;
            for (int part = 0; part < partsOf(i); part++) {
                String title =
                        part == 0 ? column.title() : column.title() + " (" + (part + 1) + ")";
                cells.text(header, firstColumn[i] + part, title, face);
            }
        }
        return sheet;
    }

    private void writeRow(Row row, R values) {
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            Column<R> column = table.columns().get(i);
            CellValue value = column.value().apply(values);
            writeCell(row, i, value);
            if (column.wraps() && value instanceof CellValue.Text(String text)) {
                lines = Math.max(lines, TextHeight.lines(CellText.visible(text), column.width()));
            }
        }
        if (lines > 1) {
            row.setHeightInPoints(Math.min(TextHeight.TALLEST_POINTS, lines * LINE_POINTS + 5));
        }
    }

    private void writeCell(Row row, int index, CellValue value) {
        int column = firstColumn[index];
        Face face = table.columns().get(index).wraps() ? Face.PROSE : Face.BODY;
        int written = 1;
        switch (value) {
            case CellValue.Nothing _ -> written = 0;
            case CellValue.Text(String text) -> written = writeText(row, column, text, face);
            case CellValue.Count(long number) -> cells.number(row, column, number, Face.NUMBER);
            case CellValue.Time time -> cells.time(row, column, time.at(), Face.TIME);
            case CellValue.Span span -> cells.span(row, column, span.length(), Face.SPAN);
            case CellValue.Chip chip -> cells.text(row, column, chip.word(), chip.face());
            case CellValue.Link link -> writeLink(row, column, link);
        }
        for (int part = written; part < partsOf(index); part++) {
            cells.empty(row, column + part, Face.BODY);
        }
    }

    private int writeText(Row row, int column, String text, Face face) {
        List<String> parts = CellText.parts(CellText.visible(text), limits.characters());
        for (int part = 0; part < parts.size(); part++) {
            cells.text(row, column + part, parts.get(part), face);
        }
        return parts.size();
    }

    private void writeLink(Row row, int column, CellValue.Link link) {
        String text = CellText.visible(link.text());
        if (linksLeft == 0) {
            cells.text(row, column, text, Face.BODY);
            return;
        }
        linksLeft--;
        cells.link(row, column, text, link.target(), link.tip(), Face.LINK);
    }

    /// Widths come last: set before the rows they would be looked up for each of them.
    private void finish(SXSSFSheet sheet, int usedRows) {
        int columns = firstColumn[table.columns().size()];
        int characters = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            int width = table.columns().get(i).width();
            for (int part = 0; part < partsOf(i); part++) {
                sheet.setColumnWidth(firstColumn[i] + part, width * WIDTH_UNITS);
            }
            characters += width * partsOf(i);
        }
        CellRangeAddress all = new CellRangeAddress(0, Math.max(1, usedRows - 1), 0, columns - 1);
        sheet.setAutoFilter(new CellRangeAddress(0, usedRows - 1, 0, columns - 1));
        sheet.createFreezePane(table.frozenColumns(), 1);
        sheet.setDisplayGridlines(false);
        // Account ids are text made of digits: no green corner for each of them.
        workbook.getXSSFWorkbook()
                .getSheet(sheet.getSheetName())
                .addIgnoredErrors(all, IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        PrintedPage.ofTable(sheet, table.paper(), table.frozenColumns(), characters);
    }

    private int partsOf(int index) {
        return firstColumn[index + 1] - firstColumn[index];
    }

    /// The first column of each of the table's columns, and one past the last: a column is as many
    /// columns as its longest text needs.
    private int[] firstColumns() {
        List<Column<R>> columns = table.columns();
        int[] parts = new int[columns.size()];
        Arrays.fill(parts, 1);
        for (R row : table.rows()) {
            for (int i = 0; i < parts.length; i++) {
                if (columns.get(i).value().apply(row) instanceof CellValue.Text(String text)) {
                    parts[i] = Math.max(parts[i], partsNeeded(text));
                }
            }
        }
        int[] first = new int[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            first[i + 1] = first[i] + parts[i];
        }
        return first;
    }

    private int partsNeeded(String text) {
        // No escape makes a character longer than eight.
        if (text.length() <= limits.characters() / SAFE_LENGTH_DIVISOR) {
            return 1;
        }
        return CellText.parts(CellText.visible(text), limits.characters()).size();
    }
}
