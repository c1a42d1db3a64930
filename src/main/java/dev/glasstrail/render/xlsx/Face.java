package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.CheckState;
import dev.glasstrail.report.Severity;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.jspecify.annotations.Nullable;

/// How a cell looks.
///
/// @param fill colour behind the text; null for paper
/// @param below the rule under the cell; null for none
/// @param format of numbers and times
record Face(
        Ink ink, @Nullable String fill, Position position, @Nullable Rule below, String format) {

    private static final String NAVY = "0B1B33";
    private static final String AMBER = "F59E0B";
    private static final String DARK = "0F172A";
    private static final String SECONDARY = "475569";
    private static final String MUTED = "64748B";
    private static final String PALE = "CBD5E1";
    private static final String WHITE = "FFFFFF";
    private static final String WHOLE_NUMBER = "#,##0";
    private static final Rule HAIR = new Rule("E2E8F0", BorderStyle.THIN);

    static final Face PAPER =
            new Face(
                    new Ink(10, false, false, DARK),
                    null,
                    new Position(HorizontalAlignment.LEFT, false, 0),
                    null,
                    "General");

    static final Face HEADER =
            PAPER.ink(9, true, WHITE).on(NAVY).indented().under(AMBER, BorderStyle.MEDIUM);
    static final Face BODY = PAPER.indented().lined();
    static final Face PROSE = BODY.wrapping();
    static final Face NUMBER = BODY.right().format(WHOLE_NUMBER);
    static final Face TIME = BODY.format("yyyy-mm-dd hh:mm:ss");
    static final Face SPAN = BODY.right().format("[h]:mm:ss");
    static final Face LINK = BODY.with(new Ink(10, false, true, "1D4ED8"));
    static final Face NOTE = PAPER.ink(10, false, MUTED).indented();

    static final Face BAND = PAPER.on(NAVY);
    static final Face BAND_TAG = BAND.ink(9, true, AMBER);
    static final Face BAND_TITLE = BAND.ink(22, true, WHITE);
    static final Face BAND_TEXT = BAND.ink(11, false, WHITE);
    static final Face BAND_ASIDE = BAND.ink(10, false, PALE).right();
    static final Face BAND_FOOT = BAND.ink(10, false, PALE).under(AMBER, BorderStyle.THICK);
    static final Face WARNING = PAPER.ink(10, true, "854D0E").on("FEF3C7").indented().wrapping();

    static final Face CARD_LABEL = PAPER.ink(9, false, MUTED).on("F8FAFC").indented();
    static final Face CARD_FIGURE = CARD_LABEL.ink(22, true, DARK).format(WHOLE_NUMBER);
    static final Face CARD_NOTE = CARD_LABEL.wrapping().lined();

    static final Face SECTION = PAPER.ink(13, true, DARK);
    static final Face COLUMN = PAPER.ink(9, true, SECONDARY).on("F1F5F9").indented();
    static final Face STRONG = PAPER.ink(10, true, DARK);
    static final Face FIGURE = PAPER.ink(11, true, DARK).wrapping();
    static final Face ANSWER = PAPER.ink(10, false, SECONDARY).wrapping().lined();
    static final Face CHIP_FIGURE = PAPER.ink(16, true, DARK).center().format(WHOLE_NUMBER);

    /// The look of a word that says how bad something is.
    static Face chip(Severity severity) {
        return switch (severity) {
            case CRITICAL -> chip("991B1B", "FEE2E2");
            case HIGH -> chip("9A3412", "FFEDD5");
            case MEDIUM -> chip("854D0E", "FEF3C7");
            case LOW -> chip("166534", "DCFCE7");
            case INFO -> chip(SECONDARY, "F1F5F9");
        };
    }

    /// The look of a word that says whether a question was answered.
    static Face chip(CheckState state) {
        return switch (state) {
            case ANSWERED -> chip(Severity.LOW);
            case PARTLY -> chip(Severity.MEDIUM);
            case NOT_CHECKED -> chip(Severity.INFO);
        };
    }

    private static Face chip(String ink, String fill) {
        return PAPER.lined().ink(10, true, ink).on(fill).center();
    }

    /// The same with a hairline under it.
    Face lined() {
        return new Face(ink, fill, position, HAIR, format);
    }

    /// The same with its text at the right.
    Face right() {
        return at(new Position(HorizontalAlignment.RIGHT, position.wraps(), position.indent()));
    }

    /// The same with its text at the left edge.
    Face left() {
        return at(new Position(HorizontalAlignment.LEFT, position.wraps(), 0));
    }

    private Face center() {
        return at(new Position(HorizontalAlignment.CENTER, position.wraps(), 0));
    }

    private Face wrapping() {
        return at(new Position(position.across(), true, position.indent()));
    }

    private Face indented() {
        return at(new Position(position.across(), position.wraps(), 1));
    }

    private Face at(Position newPosition) {
        return new Face(ink, fill, newPosition, below, format);
    }

    private Face ink(int size, boolean bold, String colour) {
        return with(new Ink(size, bold, false, colour));
    }

    private Face with(Ink newInk) {
        return new Face(newInk, fill, position, below, format);
    }

    private Face on(String colour) {
        return new Face(ink, colour, position, below, format);
    }

    private Face under(String colour, BorderStyle weight) {
        return new Face(ink, fill, position, new Rule(colour, weight), format);
    }

    private Face format(String newFormat) {
        return new Face(ink, fill, position, below, newFormat);
    }

    /// The letters of a face.
    ///
    /// @param size in points
    /// @param colour six hexadecimal digits
    record Ink(int size, boolean bold, boolean underlined, String colour) {

        /// How broad the letters are beside those of the body.
        double breadth() {
            return size / 10.0 * (bold ? 1.1 : 1);
        }
    }

    /// Where the text stands in its cell; always in the middle of its height.
    ///
    /// @param indent from the edge that the text stands at, in spaces of three
    record Position(HorizontalAlignment across, boolean wraps, int indent) {}

    /// A line under a cell.
    ///
    /// @param colour six hexadecimal digits
    record Rule(String colour, BorderStyle weight) {}
}
