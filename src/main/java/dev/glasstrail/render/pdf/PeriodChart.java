package dev.glasstrail.render.pdf;

import dev.glasstrail.report.PeriodCount;
import java.util.List;
import java.util.stream.Collectors;

/// Uses and refused attempts by day, or by week where the window is long.
final class PeriodChart {

    private final Flow flow;
    private final Canvas canvas;

    PeriodChart(Flow flow) {
        this.flow = flow;
        this.canvas = flow.canvas();
    }

    void draw(Tag parent, Box card, List<PeriodCount> periods) {
        canvas.decoration(() -> canvas.outlineRound(card, 4, Ink.HAIRLINE));
        Tag figure = parent.figure(alternative(periods), card);
        canvas.content(figure, () -> drawInside(card, periods));
    }

    private static String alternative(List<PeriodCount> periods) {
        return "Bar chart, uses and refused attempts over time. "
                + periods.stream()
                        .map(period ->
                                period.label()
                                        + ": "
                                        + Words.count(period.uses(), "use")
                                        + ", "
                                        + period.denied()
                                        + " refused")
                        .collect(Collectors.joining("; "));
    }

    private void drawInside(Box card, List<PeriodCount> periods) {
        boolean weeks = !periods.isEmpty() && periods.getFirst().label().startsWith("W");
        text(weeks ? "Uses by week" : "Uses by day", Style.LABEL_HEADING, card.inset(10));
        legend(card);
        Box plot =
                new Box(card.left() + 28, card.bottom() + 26, card.right() - 12, card.top() - 44);
        int highest =
                periods.stream().mapToInt(p -> Math.max(p.uses(), p.denied())).max().orElse(0);
        int step = step(highest);
        int top = Math.max(step, (highest + step - 1) / step * step);
        grid(plot, step, top);
        float slot = plot.width() / Math.max(1, periods.size());
        List<String> labels = labels(periods, slot);
        int every = labelEvery(labels, slot);
        for (int i = 0; i < periods.size(); i++) {
            PeriodCount period = periods.get(i);
            float left = plot.left() + i * slot;
            bars(period, plot, left, slot, top);
            if (i % every == 0) {
                label(labels.get(i), left, Math.min(left + slot * every, card.right() - 4), plot);
            }
        }
    }

    /// A label that would leave the picture is left out: its neighbours say enough.
    private void label(String label, float left, float right, Box plot) {
        float width = flow.typesetter().width(label, Style.NOTE);
        if (width <= right - left) {
            Box box = Box.below(left, plot.bottom() - 4, right - left, 10.2f);
            lines(label, Style.NOTE, box, Align.LEFT);
        }
    }

    private void bars(PeriodCount period, Box plot, float left, float slot, int top) {
        float bar = Math.min(20, slot * 0.36f);
        boolean numbers = slot >= 26;
        float middle = left + slot / 2;
        bar(period.uses(), Ink.DATA, plot, middle - bar - 0.5f, bar, top, numbers);
        bar(period.denied(), Ink.AMBER, plot, middle + 0.5f, bar, top, numbers);
    }

    private void bar(int value, Ink ink, Box plot, float left, float width, int top, boolean said) {
        if (value == 0) {
            return;
        }
        float height = plot.height() * value / top;
        canvas.fill(new Box(left, plot.bottom(), left + width, plot.bottom() + height), ink);
        if (said) {
            Box label = Box.below(left - 8, plot.bottom() + height + 11, width + 16, 10.2f);
            Style style = Style.TABLE_HEADER.in(Ink.INK);
            lines(Words.count(value), style, label, Align.CENTER);
        }
    }

    private void grid(Box plot, int step, int top) {
        for (int value = 0; value <= top; value += step) {
            float y = plot.bottom() + plot.height() * value / top;
            canvas.rule(plot.left(), plot.right(), y, value == 0 ? Ink.LANE : Ink.HAIRLINE);
            Box label = Box.below(plot.left() - 26, y + 5.1f, 20, 10.2f);
            lines(Words.count(value), Style.NOTE, label, Align.RIGHT);
        }
    }

    private void legend(Box card) {
        float y = card.top() - 16;
        float left = card.right() - 150;
        canvas.fill(Box.below(left, y + 3, 6, 6), Ink.DATA);
        lines("uses", Style.NOTE, Box.below(left + 10, y + 5.1f, 40, 10.2f), Align.LEFT);
        canvas.fill(Box.below(left + 50, y + 3, 6, 6), Ink.AMBER);
        lines(
                "refused attempts",
                Style.NOTE,
                Box.below(left + 60, y + 5.1f, 80, 10.2f),
                Align.LEFT);
    }

    /// Four steps at most.
    private static int step(int highest) {
        int step = 1;
        int[] factors = {2, 5, 10};
        int decade = 1;
        while (true) {
            if (step * 4 >= highest) {
                return step;
            }
            for (int factor : factors) {
                step = decade * factor;
                if (step * 4 >= highest) {
                    return step;
                }
            }
            decade *= 10;
        }
    }

    /// Where not every day can have its whole label but could without the month, the month is left
    /// out: the period is in the head of the page.
    private List<String> labels(List<PeriodCount> periods, float slot) {
        List<String> labels = periods.stream().map(PeriodCount::label).toList();
        List<String> shorter =
                labels.stream().map(label -> label.replaceFirst(" \\p{L}+$", "")).toList();
        return labelEvery(labels, slot) > 1 && labelEvery(shorter, slot) == 1 ? shorter : labels;
    }

    private int labelEvery(List<String> labels, float slot) {
        float widest = 0;
        for (String label : labels) {
            widest = Math.max(widest, flow.typesetter().width(label, Style.NOTE));
        }
        return Math.max(1, (int) Math.ceil((widest + 2) / slot));
    }

    private void text(String text, Style style, Box box) {
        lines(text, style, box, Align.LEFT);
    }

    private void lines(String text, Style style, Box box, Align align) {
        canvas.plainLines(flow.typesetter().lines(text, style, Float.MAX_VALUE), box, align);
    }
}
