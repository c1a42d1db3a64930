package dev.glasstrail.alarm.files;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// Text from the folder as it may stand in a message of one line.
final class Shown {

    private static final int LONGEST = 200;
    private static final int MOST = 5;

    private Shown() {}

    /// Characters that a terminal would obey or hide are written by their number, and what is very
    /// long is cut.
    static String of(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(character -> {
                    if (isPlain(character)) {
                        safe.appendCodePoint(character);
                    } else {
                        safe.append(String.format(Locale.ROOT, "\\u{%x}", character));
                    }
                });
        return text.codePointCount(0, text.length()) > LONGEST
                ? safe.append('…').toString()
                : safe.toString();
    }

    /// Names with commas between, not more than a reader bears.
    static String list(Collection<String> names) {
        String some = names.stream().limit(MOST).map(Shown::of).collect(Collectors.joining(", "));
        int more = names.size() - MOST;
        return more > 0 ? "%s and %s more".formatted(some, more) : some;
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
