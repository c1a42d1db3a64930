package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.Glob;

/// Patterns for SQL's `LIKE` with a backslash for ESCAPE, each matching at least what it stands
/// for.
///
/// A character that JSON text may spell in another way, such as a quote, a slash or an umlaut, may
/// be anything.
final class LikePattern {

    private static final String AS_ITSELF = " !#$()*+,-.:;?@[]^`{|}~";

    private LikePattern() {}

    /// Where a text has, anywhere in it, the arn of a role that a glob matches by its name, its arn
    /// with or without path, or its permission set.
    ///
    /// Only what follows the glob's last slash is asked for: the path before the role's name stands
    /// in one spelling and not in the other, and a wildcard after that slash may stand for the path
    /// or a part of the name alike.
    static String role(Glob glob) {
        String text = glob.text();
        return squeezed("%" + wild(text.substring(text.lastIndexOf('/') + 1)) + "%");
    }

    /// What a glob matches as a whole.
    static String whole(Glob glob) {
        return squeezed(wild(glob.text()));
    }

    /// Where a JSON text has the name as one of its texts.
    static String quoted(String name) {
        return squeezed("%\"" + escaped(name) + "\"%");
    }

    /// What begins with exactly this text; for a column that holds the text itself and no JSON.
    static String beginning(String text) {
        return text.replace("\\", "\\\\").replace("_", "\\_").replace("%", "\\%") + "%";
    }

    private static String wild(String glob) {
        return escaped(glob.replace('*', '\0').replace('?', '\0'));
    }

    private static String escaped(String text) {
        StringBuilder pattern = new StringBuilder();
        text.chars()
                .forEach(c -> {
                    if (c == '_') {
                        pattern.append("\\_");
                    } else if (isItself(c)) {
                        pattern.append((char) c);
                    } else {
                        pattern.append('%');
                    }
                });
        return pattern.toString();
    }

    private static boolean isItself(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || AS_ITSELF.indexOf(c) >= 0;
    }

    private static String squeezed(String pattern) {
        return pattern.replaceAll("%+", "%");
    }
}
