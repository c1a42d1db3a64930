package dev.glasstrail.render.pdf;

import dev.glasstrail.report.Severity;
import java.util.Map;

/// How many findings there are of each severity.
final class SeverityChart {

    private final Flow flow;
    private final Canvas canvas;

    SeverityChart(Flow flow) {
        this.flow = flow;
        this.canvas = flow.canvas();
    }

    void draw(Tag parent, Box card, Map<Severity, Integer> findings) {
        canvas.decoration(() -> canvas.outlineRound(card, 4, Ink.HAIRLINE));
        StringBuilder alternative = new StringBuilder("Bar chart, findings by severity.");
        findings.forEach((severity, count) ->
                alternative.append(' ').append(severity).append(": ").append(count));
        Tag figure = parent.figure(alternative.toString(), card);
        canvas.content(figure, () -> drawInside(card, findings));
    }

    private void drawInside(Box card, Map<Severity, Integer> findings) {
        lines("Findings by severity", Style.LABEL_HEADING, card.inset(10), Align.LEFT);
        int highest = findings.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        float step = (card.height() - 44) / Severity.values().length;
        float top = card.top() - 38;
        for (Severity severity : Severity.values()) {
            int count = findings.getOrDefault(severity, 0);
            Chip chip = Chip.of(severity);
            float middle = top - 6;
            canvas.dot(card.left() + 13, middle, 2, chip.ink());
            Box name = Box.below(card.left() + 20, top, 42, 11.8f);
            lines(chip.word(), Style.NOTE.in(Ink.SECONDARY), name, Align.LEFT);
            float left = card.left() + 62;
            float full = card.right() - 34 - left;
            float width = highest == 0 ? 0 : full * count / highest;
            canvas.fillRound(new Box(left, middle - 3.5f, left + full, middle + 3.5f), 2, Ink.WASH);
            if (count > 0) {
                float end = left + Math.max(width, 3);
                canvas.fillRound(
                        new Box(left, middle - 3.5f, end, middle + 3.5f), 1.5f, bar(severity));
            }
            Box figure = Box.below(card.right() - 32, top, 22, 11.8f);
            Style style = Style.TABLE_HEADER.in(count == 0 ? Ink.MUTED : Ink.INK);
            lines(Words.count(count), style, figure, Align.RIGHT);
            top -= step;
        }
    }

    private static Ink bar(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Ink.ALERT;
            case HIGH, MEDIUM -> Ink.AMBER;
            case LOW, INFO -> Ink.LANE;
        };
    }

    private void lines(String text, Style style, Box box, Align align) {
        canvas.plainLines(flow.typesetter().lines(text, style, Float.MAX_VALUE), box, align);
    }
}
