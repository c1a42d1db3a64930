package dev.glasstrail.alarm.files;

import dev.glasstrail.trail.Unseen;
import java.util.Collection;
import java.util.stream.Collectors;

/// Text from the folder as it may stand in a message of one line.
final class Shown {

    private static final int LONGEST = 200;
    private static final int MOST = 5;

    private Shown() {}

    /// Characters that a terminal would obey or hide are written by their number, and what is very
    /// long is cut.
    static String of(String text) {
        return text.codePointCount(0, text.length()) > LONGEST
                ? Unseen.escaped(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + '…'
                : Unseen.escaped(text);
    }

    /// Names with commas between, not more than a reader bears.
    static String list(Collection<String> names) {
        String some = names.stream().limit(MOST).map(Shown::of).collect(Collectors.joining(", "));
        int more = names.size() - MOST;
        return more > 0 ? "%s and %s more".formatted(some, more) : some;
    }
}
