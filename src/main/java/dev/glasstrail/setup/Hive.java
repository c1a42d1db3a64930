package dev.glasstrail.setup;

import java.util.Locale;

/// How names and texts stand in a statement of Hive's kind, which Athena takes for tables.
final class Hive {

    private Hive() {}

    /// A name between back-ticks.
    static String name(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /// A text between single quotes. Whatever is not plain ASCII stands by its number, so that a
    /// folder's name can neither end the text nor turn the line around.
    static String text(String text) {
        StringBuilder quoted = new StringBuilder("'");
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\'' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ' || character > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('\'').toString();
    }
}
