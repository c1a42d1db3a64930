package dev.glasstrail.render.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Breaks text into lines that fit a width.
///
/// Nothing is ever cut: a word that is longer than a line is broken after a separator, before an
/// upper-case letter, or in the last resort between any two characters.
final class Typesetter {

    private static final String SEPARATORS = "/:.-_,;=&?@+|)]}%#";

    private final Fonts fonts;

    Typesetter(Fonts fonts) {
        this.fonts = fonts;
    }

    List<Line> lines(String text, Style style, float width) {
        return lines(List.of(Span.of(text, style)), width);
    }

    /// Sets spans one after the other; one line at least, empty where there is no text.
    ///
    /// @param width in points; a single character wider than that stands alone on its line
    List<Line> lines(List<Span> spans, float width) {
        Optional<Line> whole =
                spans.size() == 1 ? wholeLine(spans.getFirst(), width) : Optional.empty();
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        List<Atom> atoms = atoms(spans);
        List<Line> lines = new ArrayList<>();
        int start = 0;
        do {
            int end = lineEnd(atoms, start, width);
            lines.add(line(atoms, start, end, spans.getFirst().style()));
            start = skipSpaces(atoms, end);
        } while (start < atoms.size());
        return lines;
    }

    /// Width of a text on one line, as it is drawn.
    float width(String text, Style style) {
        return (float) atoms(List.of(Span.of(text, style))).stream().mapToDouble(Atom::width).sum();
    }

    /// The short way for most of what a report holds: plain letters and figures that fit.
    private Optional<Line> wholeLine(Span span, float width) {
        String text = span.text();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter > '~' || letter == '\\') {
                return Optional.empty();
            }
        }
        Style style = span.style();
        float used = fonts.width(style.face(), text, style.size());
        if (text.isEmpty() || text.endsWith(" ") || used > width) {
            return Optional.empty();
        }
        Piece piece = new Piece(style.face(), text, style, 0, used, span.target());
        return Optional.of(new Line(List.of(piece), used, style.leading(), style.size()));
    }

    private List<Atom> atoms(List<Span> spans) {
        List<Atom> atoms = new ArrayList<>();
        for (Span span : spans) {
            String text = span.text();
            int previous = -1;
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                atoms.add(atom(text, i, codePoint, previous, span));
                previous = codePoint;
                i += Character.charCount(codePoint);
            }
        }
        return atoms;
    }

    private Atom atom(String text, int index, int codePoint, int previous, Span span) {
        Style style = span.style();
        Optional<Face> face =
                Escapes.needed(codePoint) || Escapes.looksLikeOne(text, index)
                        ? Optional.empty()
                        : fonts.showing(codePoint, style.face());
        if (face.isEmpty()) {
            String escape = Escapes.of(codePoint);
            float width = fonts.width(style.face(), escape, style.size());
            return new Atom(escape, style.face(), width, Break.ANYWHERE, span);
        }
        float width = fonts.width(face.get(), codePoint, style.size());
        String drawn = Character.toString(codePoint);
        return new Atom(drawn, face.get(), width, breakBefore(codePoint, previous), span);
    }

    private static Break breakBefore(int codePoint, int previous) {
        if (codePoint == ' ') {
            return Break.SPACE;
        }
        if (previous < 0 || previous == ' ' || Character.isIdeographic(codePoint)) {
            return Break.ANYWHERE;
        }
        if (Character.getType(codePoint) == Character.NON_SPACING_MARK) {
            return Break.NEVER;
        }
        boolean hump = Character.isUpperCase(codePoint) && Character.isLowerCase(previous);
        boolean separated = SEPARATORS.indexOf(previous) >= 0 && SEPARATORS.indexOf(codePoint) < 0;
        if (separated) {
            return Break.SEPARATED;
        }
        return hump ? Break.HUMP : Break.LAST_RESORT;
    }

    /// The index after the last atom of the line that starts at `start`.
    private static int lineEnd(List<Atom> atoms, int start, float width) {
        float used = 0;
        int atWord = -1;
        int atSeparator = -1;
        int atHump = -1;
        int atCharacter = -1;
        for (int i = start; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            if (i > start) {
                Break before = atom.before();
                boolean afterSpace = atoms.get(i - 1).before() == Break.SPACE;
                if (before == Break.SPACE || (before == Break.ANYWHERE && !afterSpace)) {
                    atWord = i;
                }
                if (before == Break.SEPARATED) {
                    atSeparator = i;
                }
                if (before == Break.HUMP) {
                    atHump = i;
                }
                if (before != Break.NEVER) {
                    atCharacter = i;
                }
            }
            used += atom.width();
            if (used > width + 0.01f && atom.before() != Break.SPACE && i > start) {
                // A separator early in the line would leave most of it empty.
                int late = atSeparator - start >= (i - start) / 2 ? atSeparator : -1;
                return firstSet(atWord, late, atHump, atSeparator, atCharacter, i);
            }
        }
        return atoms.size();
    }

    private static int firstSet(int... candidates) {
        for (int candidate : candidates) {
            if (candidate > 0) {
                return candidate;
            }
        }
        throw new IllegalStateException("a line has no place to break");
    }

    private static int skipSpaces(List<Atom> atoms, int from) {
        int index = from;
        while (index < atoms.size() && atoms.get(index).before() == Break.SPACE) {
            index++;
        }
        return index;
    }

    private static Line line(List<Atom> atoms, int start, int end, Style standard) {
        int last = end;
        while (last > start && atoms.get(last - 1).before() == Break.SPACE) {
            last--;
        }
        List<Piece> pieces = new ArrayList<>();
        float x = 0;
        float leading = standard.leading();
        float size = standard.size();
        for (int i = start; i < last; ) {
            Atom first = atoms.get(i);
            StringBuilder text = new StringBuilder();
            float width = 0;
            while (i < last && atoms.get(i).joins(first)) {
                text.append(atoms.get(i).text());
                width += atoms.get(i).width();
                i++;
            }
            Span span = first.span();
            pieces.add(
                    new Piece(
                            first.face(), text.toString(), span.style(), x, width, span.target()));
            x += width;
            leading = Math.max(leading, span.style().leading());
            size = Math.max(size, span.style().size());
        }
        return new Line(pieces, x, leading, size);
    }

    /// Where a line may end: before this atom, in the order of preference.
    private enum Break {
        /// It is a space, and disappears at the end of a line.
        SPACE,
        ANYWHERE,
        SEPARATED,
        HUMP,
        LAST_RESORT,
        NEVER
    }

    /// What is never broken: a character, or the escape of one.
    private record Atom(String text, Face face, float width, Break before, Span span) {

        private boolean joins(Atom other) {
            return face == other.face && span.equals(other.span);
        }
    }
}
