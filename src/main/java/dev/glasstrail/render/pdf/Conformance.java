package dev.glasstrail.render.pdf;

import org.openpdf.text.pdf.PdfWriter;

/// Which archival standard a document keeps to.
enum Conformance {
    /// PDF/A-3a and PDF/UA-1: tagged, so that its text can be read aloud and taken out in order.
    ACCESSIBLE(PdfWriter.PDFA3A, "A", "PDF/A-3a and PDF/UA-1"),
    /// PDF/A-3b: looks the same, without the structure, whose cost in memory grows with every cell.
    PLAIN(PdfWriter.PDFA3B, "B", "PDF/A-3b");

    /// More rows than this, and the structure is left out.
    static final int TAGGED_ROWS = 20_000;

    private final int level;
    private final String letter;
    private final String title;

    Conformance(int level, String letter, String title) {
        this.level = level;
        this.letter = letter;
        this.title = title;
    }

    static Conformance forRows(int rows) {
        return rows <= TAGGED_ROWS ? ACCESSIBLE : PLAIN;
    }

    boolean tagged() {
        return this == ACCESSIBLE;
    }

    int level() {
        return level;
    }

    String letter() {
        return letter;
    }

    /// The names of the standards, for people.
    String title() {
        return title;
    }
}
