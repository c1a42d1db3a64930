package dev.glasstrail.render.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Places things below each other and turns the page when there is no room.
final class Flow {

    static final float SHEET = 595;
    static final float LEFT = 40;
    static final float RIGHT = 555;
    static final float WIDTH = RIGHT - LEFT;
    static final float TOP = 792;
    static final float BOTTOM = 52;

    /// Height of an empty page.
    static final float FULL = TOP - BOTTOM;

    private final PdfFile file;
    private final Frame frame;
    private final Census known;
    private final Map<String, Integer> places = new HashMap<>();
    private String running = "Summary";
    private int page = 1;
    private int rows;
    private float y = TOP;

    /// Starts on the first page, without a running head.
    ///
    /// @param known what an earlier composition found out
    Flow(PdfFile file, Frame frame, Census known) {
        this.file = file;
        this.frame = frame;
        this.known = known;
        frame.drawFoot(file.canvas(), file.typesetter(), page);
    }

    Canvas canvas() {
        return file.canvas();
    }

    Typesetter typesetter() {
        return file.typesetter();
    }

    Tag root() {
        return file.root();
    }

    Census known() {
        return known;
    }

    /// What this composition has found out so far.
    Census census() {
        return new Census(page, rows, Map.copyOf(places));
    }

    /// The top of the free space.
    float y() {
        return y;
    }

    /// Height of the free space.
    float room() {
        return y - BOTTOM;
    }

    void down(float height) {
        y -= height;
    }

    /// Leaves a gap, but not at the top of a page.
    void gap(float height) {
        if (y < TOP) {
            y -= height;
        }
    }

    /// Turns the page unless `height` is free on this one.
    void ensure(float height) {
        if (room() < height && y < TOP) {
            breakPage();
        }
    }

    void breakPage() {
        file.nextPage();
        page++;
        y = TOP;
        frame.drawHead(canvas(), typesetter(), running);
        frame.drawFoot(canvas(), typesetter(), page);
    }

    void countRow() {
        rows++;
    }

    /// Names this height for links.
    void place(String name) {
        places.put(name, page);
        file.place(name, Math.min(y + 12, 842));
    }

    /// Begins a part of the report on a new page, or on one that is hardly begun.
    Tag chapter(String title, String place) {
        if (room() < FULL * 0.7f) {
            running = title;
            breakPage();
        }
        return section(title, place, 0);
    }

    /// Begins a part of the report with its heading, its bookmark and its place.
    ///
    /// @param need height of what must stand on the same page as the heading
    Tag section(String title, String place, float need) {
        gap(22);
        running = title;
        ensure(need + 30);
        place(place);
        file.section(title, place);
        Tag section = root().child(Role.SECTION);
        paragraph(section.child(Role.H2), title, Style.SECTION);
        down(4);
        return section;
    }

    /// Adds a bookmark for this height below the last section's.
    void bookmark(String title, String place) {
        place(place);
        file.subsection(title, place);
    }

    void paragraph(Tag tag, String text, Style style) {
        paragraph(tag, List.of(Span.of(text, style)), LEFT, RIGHT);
    }

    /// Sets spans between two edges, over several pages if it must be.
    void paragraph(Tag tag, List<Span> spans, float left, float right) {
        List<Line> set = typesetter().lines(spans, right - left);
        if (Line.height(set) <= FULL / 3) {
            ensure(Line.height(set));
        }
        lines(tag, set, left, right);
    }

    /// Places lines that are already set, over several pages if it must be.
    void lines(Tag tag, List<Line> set, float left, float right) {
        List<Line> rest = set;
        while (!rest.isEmpty()) {
            int fits = 0;
            float used = 0;
            while (fits < rest.size() && used + rest.get(fits).leading() <= room()) {
                used += rest.get(fits).leading();
                fits++;
            }
            Box box = new Box(left, BOTTOM, right, y);
            if (fits > 0) {
                canvas().lines(tag, rest.subList(0, fits), box, Align.LEFT);
                down(used);
            }
            rest = rest.subList(fits, rest.size());
            if (!rest.isEmpty()) {
                breakPage();
            }
        }
    }
}
