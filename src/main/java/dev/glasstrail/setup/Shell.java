package dev.glasstrail.setup;

import dev.glasstrail.trail.Unseen;
import java.util.List;
import java.util.stream.Collectors;

/// How texts stand in a script for a POSIX shell.
final class Shell {

    private Shell() {}

    /// One word, whatever is in it.
    ///
    /// @throws IllegalArgumentException if a character of it cannot be printed: the script that a
    ///   person reads would not be the one that runs
    static String word(String text) {
        if (text.codePoints().anyMatch(Unseen::is)) {
            throw new IllegalArgumentException(
                    "\"%s\" holds a character that cannot be printed; give a name without"
                            .formatted(text.replaceAll("[^ -~]", "?")));
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /// Words with a blank between.
    static String words(List<String> texts) {
        return texts.stream().map(Shell::word).collect(Collectors.joining(" "));
    }

    /// A pattern of `case` that fits what a glob fits.
    static String pattern(String glob) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char character = glob.charAt(at);
            if (character == '*' || character == '?') {
                flush(literal, pattern);
                pattern.append(character);
            } else {
                literal.append(character);
            }
        }
        flush(literal, pattern);
        return pattern.toString();
    }

    private static void flush(StringBuilder literal, StringBuilder pattern) {
        if (!literal.isEmpty()) {
            pattern.append(word(literal.toString()));
            literal.setLength(0);
        }
    }
}
