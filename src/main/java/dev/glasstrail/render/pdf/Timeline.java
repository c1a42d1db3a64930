package dev.glasstrail.render.pdf;

import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.OpeningRow;
import dev.glasstrail.report.SessionRow;
import dev.glasstrail.report.UseRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A use as a picture: one lane for each service, a tick for each read and write, a triangle for
/// each refusal, a diamond for each opening.
final class Timeline {

    private static final float LANE = 15;
    private static final float NAMES = 96;
    private static final float AXIS = 14;
    private static final float LEGEND = 18;

    /// Axis steps in seconds: from a second to a day.
    private static final int[] STEPS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200,
        86_400
    };

    private final Flow flow;
    private final Canvas canvas;

    Timeline(Flow flow) {
        this.flow = flow;
        this.canvas = flow.canvas();
    }

    void draw(Tag parent, UseRow use, List<ActionRow> actions, List<SessionRow> sessions) {
        List<Lane> lanes = Lane.of(actions);
        List<Instant> openings = openings(sessions);
        Instant from = openings.isEmpty() ? use.from() : earlier(openings.getFirst(), use.from());
        Instant last = actions.getLast().time();
        Instant to = last.isAfter(use.to()) ? last : use.to();
        float height = LEGEND + (lanes.size() + 1) * LANE + AXIS + 6;
        flow.gap(6);
        flow.ensure(height);
        Box card = Box.below(Flow.LEFT, flow.y(), Flow.WIDTH, height);
        canvas.decoration(() -> canvas.outlineRound(card, 4, Ink.HAIRLINE));
        Tag figure = parent.figure(alternative(use, lanes), card);
        Axis axis = Axis.over(card.left() + NAMES + 12, card.right() - 22, from, to);
        canvas.content(figure, () -> drawInside(card, axis, lanes, openings));
        flow.down(height);
    }

    private static List<Instant> openings(List<SessionRow> sessions) {
        return sessions.stream()
                .flatMap(session -> session.openings().stream())
                .map(OpeningRow::at)
                .sorted()
                .toList();
    }

    private static Instant earlier(Instant first, Instant second) {
        return first.isBefore(second) ? first : second;
    }

    private static String alternative(UseRow use, List<Lane> lanes) {
        return "Timeline of "
                + use.id()
                + ", "
                + Words.span(use.from(), use.to())
                + " UTC. "
                + lanes.stream().map(Lane::words).collect(Collectors.joining("; "));
    }

    private void drawInside(Box card, Axis axis, List<Lane> lanes, List<Instant> openings) {
        float top = card.top() - LEGEND - 2;
        float bottom = top - (lanes.size() + 1) * LANE;
        legend(card);
        ticks(axis, top, bottom);
        float middle = top - LANE / 2;
        name(card, "Opening", middle);
        for (Instant opening : openings) {
            canvas.diamond(axis.x(opening), middle, 3.4f, Ink.AMBER);
        }
        for (Lane lane : lanes) {
            middle -= LANE;
            name(card, lane.name(), middle);
            marks(axis, lane, middle);
        }
    }

    private void name(Box card, String name, float middle) {
        float width = NAMES - 8;
        List<Line> lines = flow.typesetter().lines(name, Style.NOTE.in(Ink.INK), width);
        float height = lines.size() * 7.4f;
        Style style =
                lines.size() == 1
                        ? Style.NOTE.in(Ink.INK)
                        : new Style(Face.REGULAR, 6, 7.4f, Ink.INK);
        List<Line> set = lines.size() == 1 ? lines : flow.typesetter().lines(name, style, width);
        float top = lines.size() == 1 ? middle + 5.1f : middle + height / 2;
        Box box = Box.below(card.left() + 10, top, width, Line.height(set));
        canvas.plainLines(set, box, Align.LEFT);
    }

    /// Marks that fall on the same spot are drawn once; the figures beside the picture count them
    /// all.
    private void marks(Axis axis, Lane lane, float middle) {
        canvas.rule(axis.left(), axis.right(), middle, Ink.HAIRLINE);
        marks(axis, lane.reads(), x -> tick(x, middle, 3.2f, 1.2f, Ink.DATA_LIGHT));
        marks(axis, lane.writes(), x -> tick(x, middle, 4.8f, 1.9f, Ink.DATA_DARK));
        marks(axis, lane.errors(), x -> canvas.triangle(x, middle, 3.3f, Ink.ALERT));
    }

    private static void marks(Axis axis, List<Instant> times, Consumer<Float> mark) {
        float last = -10;
        for (Instant time : times) {
            float x = axis.x(time);
            if (x - last >= 0.8f) {
                mark.accept(x);
                last = x;
            }
        }
    }

    private void tick(float x, float middle, float half, float width, Ink ink) {
        canvas.fill(new Box(x - width / 2, middle - half, x + width / 2, middle + half), ink);
    }

    private void ticks(Axis axis, float top, float bottom) {
        Duration length = axis.length();
        int step = STEPS[STEPS.length - 1];
        for (int candidate : STEPS) {
            if (length.toSeconds() / candidate <= 7) {
                step = candidate;
                break;
            }
        }
        boolean days = length.compareTo(Duration.ofDays(1)) > 0;
        long first = Math.ceilDiv(axis.from().getEpochSecond(), step) * step;
        for (long at = first; at <= axis.to().getEpochSecond(); at += step) {
            Instant time = Instant.ofEpochSecond(at);
            float x = axis.x(time);
            canvas.upright(x, bottom, top, Ink.HAIRLINE);
            String label =
                    step < 60
                            ? Words.time(time)
                            : days ? Words.dayMinute(time) : Words.minute(time);
            Box box = Box.below(x - 30, bottom - 3, 60, 10.2f);
            canvas.plainLines(flow.typesetter().lines(label, Style.NOTE, 60), box, Align.CENTER);
        }
    }

    private void legend(Box card) {
        float middle = card.top() - 12;
        float x = card.left() + 10;
        canvas.diamond(x + 3, middle, 3.4f, Ink.AMBER);
        x = word("opening", x + 10, middle);
        tick(x + 2, middle, 3.2f, 1.2f, Ink.DATA_LIGHT);
        x = word("read", x + 7, middle);
        tick(x + 2, middle, 4.8f, 1.9f, Ink.DATA_DARK);
        x = word("write", x + 7, middle);
        canvas.triangle(x + 3, middle, 3.3f, Ink.ALERT);
        word("refused or failed", x + 10, middle);
        Box right = Box.below(card.left(), middle + 5.1f, card.width() - 10, 10.2f);
        canvas.plainLines(
                flow.typesetter().lines("Times in UTC", Style.NOTE, 100), right, Align.RIGHT);
    }

    private float word(String word, float x, float middle) {
        float width = flow.typesetter().width(word, Style.NOTE);
        Box box = Box.below(x, middle + 5.1f, width + 1, 10.2f);
        canvas.plainLines(flow.typesetter().lines(word, Style.NOTE, width + 1), box, Align.LEFT);
        return x + width + 14;
    }

    /// Time along the page.
    private record Axis(float left, float right, Instant from, Instant to) {

        private static Axis over(float left, float right, Instant from, Instant to) {
            Instant end = to.isAfter(from.plusSeconds(9)) ? to : from.plusSeconds(10);
            return new Axis(left, right, from, end);
        }

        private Duration length() {
            return Duration.between(from, to);
        }

        private float x(Instant at) {
            double share = (double) Duration.between(from, at).toSeconds() / length().toSeconds();
            return (float) (left + Math.clamp(share, 0.0, 1.0) * (right - left));
        }
    }
}
