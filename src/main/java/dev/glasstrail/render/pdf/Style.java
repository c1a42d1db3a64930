package dev.glasstrail.render.pdf;

/// How a run of text looks.
///
/// @param size in points
/// @param leading distance between baselines in points
record Style(Face face, float size, float leading, Ink ink) {

    static final Style TITLE = new Style(Face.BOLD, 25, 30, Ink.PAPER);
    static final Style SUBTITLE = new Style(Face.REGULAR, 10.5f, 15, Ink.NAVY_TEXT);
    static final Style SECTION = new Style(Face.SEMIBOLD, 14, 20, Ink.INK);
    static final Style HEADING = new Style(Face.SEMIBOLD, 11.5f, 16, Ink.INK);
    static final Style LABEL_HEADING = new Style(Face.SEMIBOLD, 8.6f, 12.5f, Ink.INK);
    static final Style BODY = new Style(Face.REGULAR, 8.3f, 11.8f, Ink.INK);
    static final Style STRONG = new Style(Face.SEMIBOLD, 8.3f, 11.8f, Ink.INK);
    static final Style TABLE = new Style(Face.REGULAR, 7.8f, 10.6f, Ink.INK);
    static final Style TABLE_STRONG = new Style(Face.MEDIUM, 7.8f, 10.6f, Ink.INK);
    static final Style TABLE_HEADER = new Style(Face.SEMIBOLD, 7, 9.6f, Ink.SECONDARY);
    static final Style NOTE = new Style(Face.REGULAR, 7.2f, 10.2f, Ink.MUTED);
    static final Style MONO = new Style(Face.MONO, 7.2f, 10.6f, Ink.INK);
    static final Style MONO_SMALL = new Style(Face.MONO, 6.2f, 8.8f, Ink.MUTED);
    static final Style CHIP = new Style(Face.SEMIBOLD, 6.8f, 10.6f, Ink.INK);
    static final Style FIGURE = new Style(Face.BOLD, 22, 26, Ink.INK);

    Style in(Ink other) {
        return new Style(face, size, leading, other);
    }

    Style as(Face other) {
        return new Style(other, size, leading, ink);
    }
}
