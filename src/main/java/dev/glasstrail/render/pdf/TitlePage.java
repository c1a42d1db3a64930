package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.ReportWindow;
import dev.glasstrail.report.Severity;
import dev.glasstrail.report.Totals;
import dev.glasstrail.report.Unproven;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The first page: what the report is about, its great figures, the six answers and the open ends.
final class TitlePage {

    private static final float BAND = 122;
    private static final float CARD = 66;

    private final Flow flow;
    private final AuditReport report;
    private final Canvas canvas;
    private final Typesetter typesetter;
    private final Tag section;

    TitlePage(Flow flow, AuditReport report) {
        this.flow = flow;
        this.report = report;
        this.canvas = flow.canvas();
        this.typesetter = flow.typesetter();
        this.section = flow.root().child(Role.SECTION);
    }

    void draw() {
        band();
        notice();
        cards();
        new AnswerList(flow, section).draw(report.answers());
        charts();
        unproven();
        new Contents(flow, section).draw(report);
    }

    private void band() {
        ReportWindow window = report.window();
        canvas.decoration(() -> {
            canvas.fill(new Box(0, 842 - BAND, Flow.SHEET, 842), Ink.NAVY);
            canvas.fill(new Box(0, 842 - BAND - 2, Flow.SHEET, 842 - BAND), Ink.AMBER);
        });
        flow.place("top");
        Style eyebrow = Style.TABLE_HEADER.in(Ink.AMBER);
        bandLine(Role.PARAGRAPH, "AUDIT REPORT  ·  BREAK-GLASS ACCESS IN AWS", eyebrow, 812);
        bandLine(Role.H1, "Break-glass use, " + window.label(), Style.TITLE, 800);
        String days = Words.window(window.from(), window.to()) + " (UTC)";
        bandLine(Role.PARAGRAPH, days, Style.SUBTITLE, 768);
        Style fine = Style.NOTE.in(Ink.NAVY_TEXT);
        bandLine(Role.PARAGRAPH, made(), fine, 749);
        bandLine(Role.PARAGRAPH, evidence(), fine, 738);
        Chip state =
                window.provisional()
                        ? new Chip("Provisional", Ink.MEDIUM, Ink.MEDIUM_FILL)
                        : new Chip("Final", Ink.LOW, Ink.LOW_FILL);
        float left = Flow.RIGHT - state.width(typesetter);
        state.draw(canvas, typesetter, section.child(Role.PARAGRAPH), left, 814);
        flow.down(flow.y() - (842 - BAND - 2 - 14));
    }

    private void bandLine(Role role, String text, Style style, float top) {
        List<Line> lines = typesetter.lines(text, style, Flow.WIDTH);
        Box box = Box.below(Flow.LEFT, top, Flow.WIDTH, Line.height(lines));
        canvas.lines(section.child(role), lines, box, Align.LEFT);
    }

    private String made() {
        ReportWindow window = report.window();
        return "Made "
                + Words.dayTime(window.asOf())
                + " UTC  ·  revision "
                + window.revision()
                + "  ·  "
                + report.tool().name()
                + " "
                + report.tool().version();
    }

    private String evidence() {
        Instant watermark = report.window().watermark();
        return "Read from "
                + report.source().kind()
                + ": "
                + Words.count(report.source().records())
                + " CloudTrail records"
                + (watermark == null ? "" : ", the latest of " + Words.dayTime(watermark) + " UTC");
    }

    private void notice() {
        ReportWindow window = report.window();
        if (!window.provisional()) {
            return;
        }
        String because = window.provisionalBecause();
        List<Span> words = new ArrayList<>();
        words.add(Span.of("This report is provisional. ", Style.STRONG.in(Ink.MEDIUM)));
        words.add(Span.of(because == null ? "" : because, Style.BODY.in(Ink.MEDIUM)));
        List<Line> lines = typesetter.lines(words, Flow.WIDTH - 24);
        Box ground = Box.below(Flow.LEFT, flow.y(), Flow.WIDTH, Line.height(lines) + 12);
        canvas.decoration(() -> canvas.fillRound(ground, 4, Ink.MEDIUM_FILL));
        Box box = Box.below(Flow.LEFT + 12, flow.y() - 6, Flow.WIDTH - 24, Line.height(lines));
        canvas.lines(section.child(Role.PARAGRAPH), lines, box, Align.LEFT);
        flow.down(ground.height() + 10);
    }

    private void cards() {
        Totals totals = report.totals();
        int urgent = count(Severity.CRITICAL) + count(Severity.HIGH);
        float gap = 10;
        float width = (Flow.WIDTH - 3 * gap) / 4;
        String who =
                Words.count(totals.people(), "person").replace("persons", "people")
                        + " in "
                        + Words.count(totals.accounts(), "account");
        card(0, width, "Uses", totals.uses(), "by " + who, false);
        String unused = Words.count(totals.unused(), "opening") + " never used";
        card(1, width, "Refused attempts", totals.denied(), unused, false);
        String share =
                "of " + Words.count(totals.actions()) + " actions, " + errors(totals.errors());
        card(2, width, "Changes made or tried", totals.writes(), share, false);
        card(3, width, "Findings to act on", urgent, severities(), urgent > 0);
        flow.down(CARD + 16);
    }

    private static String errors(long errors) {
        return errors == 0 ? "none failed" : Words.count(errors) + " failed";
    }

    private int count(Severity severity) {
        return report.totals().findings().getOrDefault(severity, 0);
    }

    private String severities() {
        return count(Severity.CRITICAL) + " critical, " + count(Severity.HIGH) + " high";
    }

    private void card(
            int column, float width, String label, long figure, String note, boolean alert) {
        float left = Flow.LEFT + column * (width + 10);
        Box box = Box.below(left, flow.y(), width, CARD);
        canvas.decoration(() -> {
            if (alert) {
                canvas.fillRound(box, 4, Ink.ALERT);
                canvas.fillRound(
                        new Box(left + 3, box.bottom(), box.right(), box.top()), 3, Ink.PAPER);
            }
            canvas.outlineRound(box, 4, alert ? Ink.ALERT : Ink.HAIRLINE);
        });
        Tag tag = section.child(Role.PARAGRAPH);
        Ink ink = alert ? Ink.CRITICAL : Ink.INK;
        List<Line> lines = new ArrayList<>();
        float inner = width - 24;
        lines.addAll(typesetter.lines(label, Style.NOTE.in(Ink.SECONDARY), inner));
        lines.addAll(typesetter.lines(Words.count(figure), Style.FIGURE.in(ink), inner));
        Ink noteInk = alert ? Ink.CRITICAL : Ink.MUTED;
        lines.addAll(typesetter.lines(note, Style.NOTE.in(noteInk), inner));
        Box content = Box.below(left + 12, flow.y() - 9, inner, Line.height(lines));
        canvas.lines(tag, lines, content, Align.LEFT);
    }

    private void charts() {
        float height = 136;
        flow.gap(14);
        flow.ensure(height);
        float split = Flow.LEFT + 330;
        Box left = Box.below(Flow.LEFT, flow.y(), split - 6 - Flow.LEFT, height);
        Box right = Box.below(split + 6, flow.y(), Flow.RIGHT - split - 6, height);
        new BarChart(flow).draw(section, left, uses());
        new SeverityChart(flow).draw(section, right, report.totals().findings());
        flow.down(height);
    }

    private BarChart.Figure uses() {
        return BarChart.Figure.overTime(
                "Uses",
                List.of(
                        new BarChart.Series("uses", Ink.DATA),
                        new BarChart.Series("refused attempts", Ink.AMBER)),
                report.usesOverTime().stream()
                        .map(period ->
                                new BarChart.Period(
                                        period.label(), List.of(period.uses(), period.denied())))
                        .toList());
    }

    private void unproven() {
        if (report.unproven().isEmpty()) {
            return;
        }
        flow.gap(14);
        flow.ensure(44);
        flow.paragraph(section.child(Role.H2), "What could not be proven", Style.HEADING);
        flow.down(3);
        Tag list = section.child(Role.LIST);
        for (Unproven unproven : report.unproven()) {
            Tag body = list.child(Role.ITEM).child(Role.ITEM_BODY);
            List<Line> lines =
                    typesetter.lines(
                            unproven.text(), Style.TABLE.in(Ink.SECONDARY), Flow.WIDTH - 14);
            flow.ensure(Line.height(lines));
            float middle = flow.y() - 5.4f;
            canvas.decoration(() -> canvas.dot(Flow.LEFT + 3.5f, middle, 1.8f, Ink.AMBER));
            Box box = Box.below(Flow.LEFT + 14, flow.y(), Flow.WIDTH - 14, Line.height(lines));
            canvas.lines(body, lines, box, Align.LEFT);
            flow.down(Line.height(lines) + 2);
        }
    }
}
