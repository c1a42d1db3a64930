package dev.glasstrail.render.pdf;

import java.util.List;
import java.util.stream.Collectors;

/// Bars over time: for each period one of each series, side by side.
final class BarChart {

    private final Flow flow;
    private final Canvas canvas;

    BarChart(Flow flow) {
        this.flow = flow;
        this.canvas = flow.canvas();
    }

    /// What is shown.
    ///
    /// @param title a few words
    /// @param series what the bars of each period stand for, in their order
    /// @param periods in order of time
    record Figure(String title, List<Series> series, List<Period> periods) {

        Figure {
            series = List.copyOf(series);
            periods = List.copyOf(periods);
        }

        /// By week or by day, as the labels of the periods say: `W46`, or `Wed 11 Nov`.
        static Figure overTime(String what, List<Series> series, List<Period> periods) {
            boolean isByWeek = !periods.isEmpty() && periods.getFirst().label().matches("W[0-9]+");
            return new Figure(what + (isByWeek ? " by week" : " by day"), series, periods);
        }

        private int highest() {
            return periods.stream()
                    .flatMap(period -> period.values().stream())
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
        }

        private String alternative() {
            return "Bar chart, "
                    + title
                    + ". "
                    + periods.stream().map(this::told).collect(Collectors.joining("; "));
        }

        private String told(Period period) {
            StringBuilder told = new StringBuilder(period.label()).append(": ");
            for (int at = 0; at < series.size(); at++) {
                told.append(at == 0 ? "" : ", ")
                        .append(Words.count(period.values().get(at)))
                        .append(' ')
                        .append(series.get(at).name());
            }
            return told.toString();
        }
    }

    /// One kind of bar.
    record Series(String name, Ink ink) {}

    /// One group of bars.
    ///
    /// @param values one for each series
    record Period(String label, List<Integer> values) {

        Period {
            values = List.copyOf(values);
        }
    }

    void draw(Tag parent, Box card, Figure shown) {
        canvas.decoration(() -> canvas.outlineRound(card, 4, Ink.HAIRLINE));
        Tag figure = parent.figure(shown.alternative(), card);
        canvas.content(figure, () -> drawInside(card, shown));
    }

    private void drawInside(Box card, Figure shown) {
        text(shown.title(), Style.LABEL_HEADING, card.inset(10));
        legend(card, shown.series());
        Box plot =
                new Box(card.left() + 28, card.bottom() + 26, card.right() - 12, card.top() - 44);
        int highest = shown.highest();
        int step = step(highest);
        int top = Math.max(step, (highest + step - 1) / step * step);
        grid(plot, step, top);
        float slot = plot.width() / Math.max(1, shown.periods().size());
        List<String> labels = labels(shown.periods(), slot);
        int every = labelEvery(labels, slot);
        for (int i = 0; i < shown.periods().size(); i++) {
            float left = plot.left() + i * slot;
            bars(
                    shown,
                    shown.periods().get(i),
                    new Box(left, plot.bottom(), left + slot, plot.top()),
                    top);
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

    private void bars(Figure shown, Period period, Box slot, int top) {
        int number = shown.series().size();
        float bar = Math.min(20, slot.width() * 0.72f / number);
        boolean isSaid = slot.width() >= 13 * number;
        float left = (slot.left() + slot.right()) / 2 - (bar + 1) * number / 2f + 0.5f;
        for (int at = 0; at < number; at++) {
            Ink ink = shown.series().get(at).ink();
            bar(period.values().get(at), ink, slot, left, bar, top, isSaid);
            left += bar + 1;
        }
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

    private void legend(Box card, List<Series> series) {
        float y = card.top() - 16;
        float left = card.right() - 10;
        for (Series one : series) {
            left -= flow.typesetter().width(one.name(), Style.NOTE) + 20;
        }
        for (Series one : series) {
            float width = flow.typesetter().width(one.name(), Style.NOTE);
            canvas.fill(Box.below(left, y + 3, 6, 6), one.ink());
            lines(one.name(), Style.NOTE, Box.below(left + 10, y + 5.1f, width, 10.2f), Align.LEFT);
            left += width + 20;
        }
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
    private List<String> labels(List<Period> periods, float slot) {
        List<String> labels = periods.stream().map(Period::label).toList();
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
