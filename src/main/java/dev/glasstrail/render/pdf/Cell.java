package dev.glasstrail.render.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in one field of a table: paragraphs below each other, or a chip.
///
/// @param chip null where the cell holds text
record Cell(List<List<Span>> paragraphs, @Nullable Chip chip) {

    static final Cell EMPTY = new Cell(List.of(), null);

    Cell {
        paragraphs = List.copyOf(paragraphs);
    }

    static Cell of(String text, Style style) {
        return of(Span.of(text, style));
    }

    /// One paragraph for each span; those without text are left out.
    static Cell of(Span... spans) {
        List<List<Span>> paragraphs = new ArrayList<>();
        for (Span span : spans) {
            if (!span.text().isEmpty()) {
                paragraphs.add(List.of(span));
            }
        }
        return new Cell(paragraphs, null);
    }

    static Cell count(long count) {
        return of(Words.count(count), count == 0 ? Style.TABLE.in(Ink.MUTED) : Style.TABLE);
    }

    /// Empty for null.
    static Cell chip(@Nullable Chip chip) {
        return chip == null ? EMPTY : new Cell(List.of(), chip);
    }

    List<Line> set(Typesetter typesetter, float width) {
        if (chip != null) {
            return chip.lines(typesetter);
        }
        List<Line> lines = new ArrayList<>();
        paragraphs.forEach(spans -> lines.addAll(typesetter.lines(spans, width)));
        return lines;
    }
}
