package dev.glasstrail.render.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes text from a log safe to stand in a cell, without losing any of it.
///
/// What cannot be seen or cannot be stored is written as a backslash, `u` and the code point in
/// braces: control characters but for tab and line feed, invisible format characters (bidirectional
/// overrides among them), line and paragraph separators, lone surrogates and non-characters. The
/// joiners U+200C and U+200D stay, since names and emoji are written with them. A backslash that
/// would read as such an escape is escaped itself, so that the original can always be told.
final class CellText {

    /// What the file format reads as an escaped character: its underscore must be escaped to stay
    /// text.
    private static final Pattern FORMAT_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String ESCAPED_UNDERSCORE = "_x005F_";

    private CellText() {}

    /// Whether a spreadsheet could take the text for a formula when it is typed in or pasted again.
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    /// The text as a reader must see it.
    static String visible(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int codePoint = text.codePointAt(i);
            next = i + Character.charCount(codePoint);
            if (isHidden(codePoint) || text.startsWith("\\u{", i)) {
                shown.append("\\u{")
                        .append(Integer.toHexString(codePoint).toUpperCase(Locale.ROOT))
                        .append('}');
            } else {
                shown.appendCodePoint(codePoint);
            }
        }
        return shown.toString();
    }

    /// Cuts visible text so that each part, [#stored], fits a cell; put together they are the text.
    ///
    /// @return at least one part
    static List<String> parts(String visible, int limit) {
        if (visible.length() <= limit && stored(visible).length() <= limit) {
            return List.of(visible);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from < visible.length()) {
            int to = endOfPart(visible, from, limit);
            parts.add(visible.substring(from, to));
            from = to;
        }
        return parts;
    }

    /// The text as the file holds it: readers of the format turn it back into the visible text.
    static String stored(String visible) {
        return visible.contains("_x")
                ? FORMAT_ESCAPE.matcher(visible).replaceAll(ESCAPED_UNDERSCORE)
                : visible;
    }

    private static int endOfPart(String visible, int from, int limit) {
        int to = Math.min(visible.length(), from + limit);
        int excess = excess(visible, from, to, limit);
        while (excess > 0) {
            // Escapes at most double a text, so half of the excess is never too much to give back.
            to -= (excess + 1) / 2;
            excess = excess(visible, from, to, limit);
        }
        boolean splitsPair = to < visible.length() && Character.isLowSurrogate(visible.charAt(to));
        return splitsPair && to - 1 > from ? to - 1 : to;
    }

    private static int excess(String visible, int from, int to, int limit) {
        return stored(visible.substring(from, to)).length() - limit;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\t' && codePoint != '\n';
            case Character.FORMAT -> codePoint != 0x200C && codePoint != 0x200D;
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    true;
            // Not the whole unassigned category: it shrinks with each version of Unicode.
            default ->
                    (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        };
    }
}
