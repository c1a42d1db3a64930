package dev.glasstrail.trail;

import java.util.Locale;

/// Characters that are not seen, or that change how their neighbours are seen: a terminal would
/// obey them, and a reader would not know.
public final class Unseen {

    private Unseen() {}

    /// Whether a code point is a control, a format character, half a character, or none at all.
    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// The text with each of them written by its number, such as the one for U+202E.
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .forEach(character -> {
                    if (is(character)) {
                        safe.append(String.format(Locale.ROOT, "\\u{%x}", character));
                    } else {
                        safe.appendCodePoint(character);
                    }
                });
        return safe.toString();
    }
}
