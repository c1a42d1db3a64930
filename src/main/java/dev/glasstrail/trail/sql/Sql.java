package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.Unseen;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts values into SQL. All values are hostile: none may end its literal.
///
/// Within single quotes a quote is doubled and a backslash is itself. A character that is not seen,
/// or that changes how its neighbours are seen, is written by its number, so that whoever reviews a
/// statement sees what it says.
public final class Sql {

    /// A text that no column has, and that makes an empty list a valid one.
    private static final String NOTHING = "CAST(NULL AS varchar)";

    private static final char ESCAPE = '\\';
    private static final int REPLACEMENT = 0xFFFD;

    private Sql() {}

    /// A text literal.
    public static String literal(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2);
        boolean numbered = value.codePoints().anyMatch(Unseen::is);
        literal.append(numbered ? "U&'" : "'");
        value.codePoints().forEach(c -> append(literal, c, numbered));
        return literal.append('\'').toString();
    }

    /// What stands between the brackets of `IN (…)`: the literals in order, each once.
    static String list(Collection<String> values) {
        return values.isEmpty()
                ? NOTHING
                : sorted(values).map(Sql::literal).collect(Collectors.joining(", "));
    }

    /// Whether a text fits any of several patterns of [LikePattern].
    ///
    /// @param expression SQL of a text
    static String likeAny(String expression, Collection<String> patterns) {
        List<String> comparisons =
                sorted(patterns).map(pattern -> like(expression, pattern)).toList();
        return switch (comparisons.size()) {
            case 0 -> truth(false);
            case 1 -> comparisons.getFirst();
            default -> "(" + String.join(" OR ", comparisons) + ")";
        };
    }

    /// A truth value.
    static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /// The absent text.
    static String absent() {
        return NOTHING;
    }

    private static String like(String expression, String pattern) {
        String like = expression + " LIKE " + literal(pattern);
        return pattern.indexOf(ESCAPE) < 0 ? like : like + " ESCAPE '" + ESCAPE + "'";
    }

    private static Stream<String> sorted(Collection<String> values) {
        return values.stream().distinct().sorted();
    }

    private static void append(StringBuilder literal, int c, boolean numbered) {
        if (c == '\'') {
            literal.append("''");
        } else if (numbered && c == '\\') {
            literal.append("\\\\");
        } else if (!Unseen.is(c)) {
            literal.appendCodePoint(c);
        } else {
            literal.append("\\+%06X".formatted(isLoneSurrogate(c) ? REPLACEMENT : c));
        }
    }

    private static boolean isLoneSurrogate(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
