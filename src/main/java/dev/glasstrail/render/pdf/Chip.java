package dev.glasstrail.render.pdf;

import dev.glasstrail.report.CheckState;
import dev.glasstrail.report.Severity;
import java.util.List;

/// A small label with a dot and a word: the colour repeats what the word says.
record Chip(String word, Ink ink, Ink ground) {

    static final float HEIGHT = 12.4f;
    private static final float TEXT_AT = 12;
    private static final float END = 6.5f;

    static Chip of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> new Chip("Critical", Ink.CRITICAL, Ink.CRITICAL_FILL);
            case HIGH -> new Chip("High", Ink.HIGH, Ink.HIGH_FILL);
            case MEDIUM -> new Chip("Medium", Ink.MEDIUM, Ink.MEDIUM_FILL);
            case LOW -> new Chip("Low", Ink.LOW, Ink.LOW_FILL);
            case INFO -> new Chip("Info", Ink.SECONDARY, Ink.WASH);
        };
    }

    static Chip of(CheckState state) {
        return switch (state) {
            case ANSWERED -> new Chip("Answered", Ink.LOW, Ink.LOW_FILL);
            case PARTLY -> new Chip("Partly", Ink.MEDIUM, Ink.MEDIUM_FILL);
            case NOT_CHECKED -> new Chip("Not checked", Ink.SECONDARY, Ink.WASH);
        };
    }

    /// @param verdict on the alarm, as the report names it
    static Chip ofVerdict(String verdict) {
        return switch (verdict) {
            case "RANG" -> new Chip("Rang", Ink.LOW, Ink.LOW_FILL);
            case "RANG_LATE" -> new Chip("Rang late", Ink.MEDIUM, Ink.MEDIUM_FILL);
            case "SILENT" -> new Chip("Silent", Ink.CRITICAL, Ink.CRITICAL_FILL);
            case "NOT_COVERED" -> new Chip("Not covered", Ink.HIGH, Ink.HIGH_FILL);
            case "UNPROVABLE" -> new Chip("Unprovable", Ink.MEDIUM, Ink.MEDIUM_FILL);
            default -> new Chip("Not checked", Ink.SECONDARY, Ink.WASH);
        };
    }

    List<Line> lines(Typesetter typesetter) {
        return typesetter.lines(word, Style.CHIP.in(ink), Float.MAX_VALUE);
    }

    float width(Typesetter typesetter) {
        return TEXT_AT + Line.widest(lines(typesetter)) + END;
    }

    /// Draws the chip with its upper left corner at (left, top); its word is the content of `tag`.
    void draw(Canvas canvas, Typesetter typesetter, Tag tag, float left, float top) {
        drawGround(canvas, typesetter, left, top);
        canvas.lines(tag, lines(typesetter), wordBox(typesetter, left, top), Align.LEFT);
    }

    private void drawGround(Canvas canvas, Typesetter typesetter, float left, float top) {
        canvas.decoration(() -> {
            Box box = Box.below(left, top, width(typesetter), HEIGHT);
            canvas.fillRound(box, HEIGHT / 2, ground);
            canvas.dot(left + 7, top - HEIGHT / 2, 1.6f, ink);
        });
    }

    private Box wordBox(Typesetter typesetter, float left, float top) {
        float lift = (HEIGHT - Style.CHIP.leading()) / 2;
        float width = width(typesetter) - TEXT_AT;
        return Box.below(left + TEXT_AT, top - lift, width, Style.CHIP.leading());
    }
}
