package dev.glasstrail.render.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table that flows over pages, row by row, with its header on each.
///
/// A row moves to the next page as a whole; one that is taller than a page is split between lines,
/// never clipped. Rows are drawn as they come and not kept.
final class Table {

    private static final float GAP = 5;
    private static final float PAD = 5.6f;
    private static final float MINIMUM = 22;

    private final Flow flow;
    private final List<Column> columns;
    private final @Nullable Heading heading;
    private final Tag table;
    private final List<List<Line>> header = new ArrayList<>();
    private final float headerHeight;
    private Tag body = Tag.NONE;
    private boolean begun;

    /// A table below text that says what it is.
    ///
    /// @param columns at most as wide together as the flow
    Table(Flow flow, Tag parent, List<Column> columns) {
        this(flow, parent, null, columns);
    }

    /// A table with a heading, which stands on the page of the first row.
    ///
    /// @param heading null for none
    Table(Flow flow, Tag parent, @Nullable Heading heading, List<Column> columns) {
        this.flow = flow;
        this.columns = List.copyOf(columns);
        this.heading = heading;
        this.table = parent.child(Role.TABLE);
        float tallest = 0;
        for (Column column : columns) {
            List<Line> lines =
                    flow.typesetter()
                            .lines(column.title(), Style.TABLE_HEADER, column.width() - 2 * GAP);
            header.add(lines);
            tallest = Math.max(tallest, Line.height(lines));
        }
        headerHeight = tallest + 2 * 5;
    }

    /// Adds a row of one cell for each column.
    void row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row has " + cells.length + " cells for " + columns.size() + " columns");
        }
        List<List<Line>> set = new ArrayList<>();
        float tallest = 0;
        for (int i = 0; i < cells.length; i++) {
            List<Line> lines = cells[i].set(flow.typesetter(), columns.get(i).width() - 2 * GAP);
            set.add(lines);
            tallest = Math.max(tallest, Line.height(lines));
        }
        float height = Math.max(MINIMUM, tallest + 2 * PAD);
        begin(height);
        boolean fitsAPage = height <= Flow.FULL - headerHeight;
        if (flow.room() < (fitsAPage ? height : Flow.FULL / 4)) {
            nextPage();
        }
        flow.countRow();
        drawRow(cells, set);
    }

    private void begin(float rowHeight) {
        if (begun) {
            return;
        }
        begun = true;
        float title = heading == null ? 0 : Heading.HEIGHT;
        flow.ensure(Math.min(title + headerHeight + rowHeight, Flow.FULL / 2));
        if (heading != null) {
            heading.draw(flow);
        }
        Tag row = table.child(Role.TABLE_HEAD).child(Role.ROW);
        drawHeaderGround();
        float x = Flow.LEFT;
        for (int i = 0; i < columns.size(); i++) {
            Box box = cellBox(x, columns.get(i), flow.y() - 5, headerHeight);
            flow.canvas().lines(row.columnHeader(), header.get(i), box, columns.get(i).align());
            x += columns.get(i).width();
        }
        flow.down(headerHeight);
        body = table.child(Role.TABLE_BODY);
    }

    /// The header of a further page repeats what was read already: it is decoration.
    private void nextPage() {
        flow.breakPage();
        drawHeaderGround();
        flow.canvas()
                .decoration(() -> {
                    float x = Flow.LEFT;
                    for (int i = 0; i < columns.size(); i++) {
                        Column column = columns.get(i);
                        Box box = cellBox(x, column, flow.y() - 5, headerHeight);
                        flow.canvas().plainLines(header.get(i), box, column.align());
                        x += column.width();
                    }
                });
        flow.down(headerHeight);
    }

    private void drawHeaderGround() {
        Box band = Box.below(Flow.LEFT, flow.y(), Flow.WIDTH, headerHeight);
        flow.canvas().decoration(() -> flow.canvas().fillRound(band, 3, Ink.WASH));
    }

    private void drawRow(Cell[] cells, List<List<Line>> set) {
        Tag row = body.child(Role.ROW);
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            tags.add(row.child(Role.CELL));
        }
        List<List<Line>> rest = set;
        while (true) {
            List<List<Line>> fitting = new ArrayList<>();
            List<List<Line>> later = new ArrayList<>();
            for (List<Line> lines : rest) {
                int fits = fitting(lines, flow.room() - 2 * PAD);
                fitting.add(lines.subList(0, fits));
                later.add(lines.subList(fits, lines.size()));
            }
            drawSlice(cells, tags, fitting);
            if (later.stream().allMatch(List::isEmpty)) {
                return;
            }
            nextPage();
            rest = later;
        }
    }

    private static int fitting(List<Line> lines, float room) {
        float used = 0;
        int count = 0;
        while (count < lines.size() && used + lines.get(count).leading() <= room + 0.01f) {
            used += lines.get(count).leading();
            count++;
        }
        return count;
    }

    private void drawSlice(Cell[] cells, List<Tag> tags, List<List<Line>> slice) {
        float tallest = 0;
        float x = Flow.LEFT;
        for (int i = 0; i < cells.length; i++) {
            drawCell(cells[i], tags.get(i), slice.get(i), x, columns.get(i));
            x += columns.get(i).width();
            tallest = Math.max(tallest, Line.height(slice.get(i)));
        }
        float height = Math.min(Math.max(MINIMUM, tallest + 2 * PAD), Math.max(flow.room(), 0));
        flow.down(height);
        float end = x;
        flow.canvas().decoration(() -> flow.canvas().rule(Flow.LEFT, end, flow.y(), Ink.HAIRLINE));
    }

    private void drawCell(Cell cell, Tag tag, List<Line> lines, float x, Column column) {
        if (lines.isEmpty()) {
            return;
        }
        Box box = cellBox(x, column, flow.y() - PAD, flow.room());
        Chip chip = cell.chip();
        if (chip == null) {
            flow.canvas().lines(tag, lines, box, column.align());
            return;
        }
        float top = flow.y() - PAD + 1;
        chip.draw(flow.canvas(), flow.typesetter(), tag, box.left() - 2, top);
    }

    private static Box cellBox(float x, Column column, float top, float height) {
        return Box.below(x + GAP, top, column.width() - 2 * GAP, height);
    }
}
