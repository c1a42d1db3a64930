package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AuditReport;
import java.util.ArrayList;
import java.util.List;

/// The parts of the report with their pages, at the foot of the first page.
final class Contents {

    private static final int COLUMNS = 3;
    private static final float GUTTER = 18;
    private static final float ROW = 13.6f;
    private static final float WIDTH = (Flow.WIDTH - (COLUMNS - 1) * GUTTER) / COLUMNS;
    private static final float NUMBER = 34;

    private final Flow flow;
    private final Tag section;

    Contents(Flow flow, Tag section) {
        this.flow = flow;
        this.section = section;
    }

    void draw(AuditReport report) {
        List<Entry> entries = entries(report);
        int rows = Math.ceilDiv(entries.size(), COLUMNS);
        flow.gap(12);
        flow.ensure(rows * ROW + 20);
        flow.paragraph(section.child(Role.H2), "In this report", Style.HEADING);
        flow.down(3);
        Tag contents = section.child(Role.CONTENTS);
        for (int i = 0; i < entries.size(); i++) {
            int column = i / rows;
            float left = Flow.LEFT + column * (WIDTH + GUTTER);
            draw(contents, entries.get(i), left, flow.y() - i % rows * ROW);
        }
        flow.down(rows * ROW);
    }

    private void draw(Tag contents, Entry entry, float left, float top) {
        Tag item = contents.child(Role.CONTENTS_ITEM);
        Typesetter typesetter = flow.typesetter();
        List<Line> title =
                typesetter.lines(
                        List.of(Span.link(entry.title(), Style.BODY, entry.place())),
                        WIDTH - NUMBER);
        Box words = Box.below(left, top, WIDTH - NUMBER, ROW);
        flow.canvas().lines(item, title, words, Align.LEFT);
        String page = Words.count(flow.known().pageOf(entry.place()));
        Box number = Box.below(left + WIDTH - NUMBER, top, NUMBER, ROW);
        flow.canvas()
                .lines(
                        item.child(Role.SPAN),
                        typesetter.lines(page, Style.BODY.in(Ink.MUTED), NUMBER),
                        number,
                        Align.RIGHT);
        flow.canvas()
                .decoration(
                        () -> flow.canvas().rule(left, left + WIDTH, top - ROW + 1, Ink.HAIRLINE));
    }

    private static List<Entry> entries(AuditReport report) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("What needs attention", "findings"));
        entries.add(new Entry("Every use", "population"));
        entries.add(new Entry("Attempts", "attempts"));
        if (!report.uses().isEmpty()) {
            entries.add(new Entry("Use by use", "uses"));
        }
        entries.add(new Entry("Did the alarm ring?", "alarm"));
        entries.add(new Entry("Explanations, residue, guards", "checks"));
        entries.add(new Entry("What this report rests on", "trust"));
        entries.add(new Entry("Method and words", "method"));
        return entries;
    }

    private record Entry(String title, String place) {}
}
