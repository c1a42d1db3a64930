package dev.glasstrail.render.xlsx;

import java.time.Instant;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/// The first sheet as a page: six equal blocks with gaps between them and a margin at each side,
/// filled from the top down.
final class SummaryGrid {

    static final int BLOCKS = 6;
    private static final int LAST_COLUMN = 2 * BLOCKS;
    private static final double BLOCK_WIDTH = 21;
    private static final double GAP_WIDTH = 1.6;
    private static final double MARGIN_WIDTH = 2.4;
    private static final int WIDTH_UNITS = 256;
    private static final double TOP_POINTS = 10;
    private static final double SECTION_POINTS = 24;
    private static final float LINE_POINTS = 13.5f;

    private final SXSSFSheet sheet;
    private final CellWriter cells;
    private final int charactersPerCell;
    private Row row;
    private double pointsLeft = PrintedPage.SUMMARY_POINTS - TOP_POINTS;

    SummaryGrid(SXSSFSheet sheet, CellWriter cells, int charactersPerCell) {
        this.sheet = sheet;
        this.cells = cells;
        this.charactersPerCell = charactersPerCell;
        this.row = sheet.createRow(0);
        row.setHeightInPoints((float) TOP_POINTS);
    }

    /// The column in which a block stands.
    static int column(int block) {
        return 1 + 2 * block;
    }

    /// Begins the next row, on a new page where this one is full.
    ///
    /// @return its number from 0
    int row(double points) {
        keep(points);
        row = sheet.createRow(row.getRowNum() + 1);
        row.setHeightInPoints((float) points);
        pointsLeft -= points;
        return row.getRowNum();
    }

    /// Begins a new page unless this one has so many points left.
    void keep(double points) {
        if (points > pointsLeft) {
            sheet.setRowBreak(row.getRowNum());
            pointsLeft = PrintedPage.SUMMARY_POINTS;
        }
    }

    /// A heading that stays on one page with what follows it.
    void section(String title, double points) {
        keep(SECTION_POINTS + points);
        row(SECTION_POINTS);
        words(0, BLOCKS - 1, title, Face.SECTION);
    }

    /// Begins an empty row.
    void space(double points) {
        row(points);
        cells.empty(row, 0, Face.PAPER);
    }

    /// Gives the whole row one look, margins too.
    void band(Face face) {
        for (int column = 0; column <= LAST_COLUMN; column++) {
            cells.empty(row, column, face);
        }
    }

    /// Gives the row between the margins one look.
    void fill(Face face) {
        for (int column = 1; column < LAST_COLUMN; column++) {
            cells.empty(row, column, face);
        }
    }

    /// A few words across blocks `first` to `last`.
    void words(int first, int last, String text, Face face) {
        span(first, last, face);
        if (!text.isEmpty()) {
            cells.text(row, column(first), CellText.visible(text), face);
        }
    }

    /// Text of any length across blocks; the row grows with it, and further rows follow where one
    /// cell is too short for it. Nothing else can be put beside it afterwards.
    void prose(int first, int last, String text, Face face) {
        List<String> parts = CellText.parts(CellText.visible(text), charactersPerCell);
        for (int part = 0; part < parts.size(); part++) {
            if (part > 0) {
                row(LINE_POINTS);
            }
            int room = (int) (width(first, last) / face.ink().breadth());
            int lines = TextHeight.lines(parts.get(part), room);
            float points = Math.min(TextHeight.TALLEST_POINTS, lines * LINE_POINTS + 5);
            if (points > row.getHeightInPoints()) {
                pointsLeft -= points - row.getHeightInPoints();
                row.setHeightInPoints(points);
            }
            span(first, last, face);
            cells.text(row, column(first), parts.get(part), face);
        }
    }

    void number(int block, long number, Face face) {
        cells.number(row, column(block), number, face);
    }

    void time(int block, Instant at, Face face) {
        cells.time(row, column(block), at, face);
    }

    void link(int first, int last, String text, Place target, String tip) {
        Face face = Face.LINK.left();
        span(first, last, face);
        cells.link(row, column(first), CellText.visible(text), target, tip, face);
    }

    /// Sets the columns' widths; last, when all rows are written.
    void finish() {
        for (int column = 0; column <= LAST_COLUMN; column++) {
            boolean margin = column == 0 || column == LAST_COLUMN;
            double between = column % 2 == 0 ? GAP_WIDTH : BLOCK_WIDTH;
            double width = margin ? MARGIN_WIDTH : between;
            sheet.setColumnWidth(column, (int) (width * WIDTH_UNITS));
        }
    }

    private void span(int first, int last, Face face) {
        for (int column = column(first); column <= column(last); column++) {
            cells.empty(row, column, face);
        }
        if (last > first) {
            int at = row.getRowNum();
            sheet.addMergedRegion(new CellRangeAddress(at, at, column(first), column(last)));
        }
    }

    private static int width(int first, int last) {
        return (int) ((last - first + 1) * BLOCK_WIDTH + (last - first) * GAP_WIDTH);
    }
}
