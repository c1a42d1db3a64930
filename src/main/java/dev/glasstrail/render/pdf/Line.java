package dev.glasstrail.render.pdf;

import java.util.List;

/// A set line.
///
/// @param width of its text without trailing spaces, in points
/// @param leading its height in points
/// @param size of its largest text, in points
record Line(List<Piece> pieces, float width, float leading, float size) {

    Line {
        pieces = List.copyOf(pieces);
    }

    /// Distance from the top of the line to its baseline.
    float ascent() {
        return leading / 2 + size * 0.36f;
    }

    static float height(List<Line> lines) {
        float sum = 0;
        for (Line line : lines) {
            sum += line.leading;
        }
        return sum;
    }

    static float widest(List<Line> lines) {
        float widest = 0;
        for (Line line : lines) {
            widest = Math.max(widest, line.width);
        }
        return widest;
    }

    boolean linked() {
        return pieces.stream().anyMatch(piece -> piece.target() != null);
    }

    /// The words of the line as they are drawn.
    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
