package dev.glasstrail.render.xlsx;

/// How many lines a text takes in a column, without asking the machine for fonts.
///
/// Widths are those of Arial in digits of the same size, rounded up: a row may be a little too
/// high, and no text is clipped.
final class TextHeight {

    /// The tallest row that the file format allows.
    static final float TALLEST_POINTS = 409;

    /// The padding of a cell and its indent, in digits.
    private static final double PADDING = 2.2;

    private static final String NARROW = " .,:;'|!()[]{}/\\-\"fijlrtI";
    private static final String WIDE = "mwMW@%";

    private TextHeight() {}

    /// @param width of the column in digits of the body font
    static int lines(String text, int width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines += linesOfParagraph(paragraph, Math.max(1, width - PADDING));
        }
        return lines;
    }

    /// Words move down whole; a word longer than a line is broken.
    private static int linesOfParagraph(String paragraph, double width) {
        int lines = 1;
        double used = 0;
        for (String word : paragraph.split("(?<= )", -1)) {
            double length = width(word);
            if (used > 0 && used + width(word.stripTrailing()) > width) {
                lines++;
                used = 0;
            }
            int broken = (int) (length / width);
            lines += broken;
            used = broken == 0 ? used + length : length - broken * width;
        }
        return lines;
    }

    private static double width(String word) {
        return word.codePoints().mapToDouble(TextHeight::width).sum();
    }

    private static double width(int codePoint) {
        if (codePoint >= 0x1100) {
            return 2;
        }
        if (NARROW.indexOf(codePoint) >= 0) {
            return 0.58;
        }
        if (WIDE.indexOf(codePoint) >= 0) {
            return 1.85;
        }
        return Character.isUpperCase(codePoint) ? 1.4 : 1;
    }
}
