package dev.glasstrail.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks the values of `name=value`, `name: value`, `"name":"value"` and `--name value` in running
/// text, where the name is that of a secret.
final class SecretAssignments {

    /// A name and the sign after it. Not within an ARN, an address or a longer word.
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:(?<![\\p{L}\\p{M}\\p{N}_:/.-])|(?<=\\$(?i:env):))"
                            + "([\\p{L}\\p{M}\\p{N}\\p{Cf}_.-]{2,80}+)"
                            + "(\\\\{0,8}[\"']?\\s{0,4}(?:=>|:=|[=:]|%3D)\\s{0,4})");

    /// An option of a command line with its value after it.
    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])(--?[\\w-]{2,60}+)(\\s{1,4}+)(?!-)");

    private static final String ENDS_UNQUOTED = "\"'&;<>";
    private static final String CLOSING = ",)}].\\";

    private SecretAssignments() {}

    static String mask(String text) {
        return mask(mask(text, NAME), OPTION);
    }

    private static String mask(String text, Pattern names) {
        Matcher name = names.matcher(text);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        int from = 0;
        while (from <= text.length() && name.find(from)) {
            from = name.end();
            if (!SecretKeys.isSecret(name.group(1))) {
                continue;
            }
            Value value = Value.at(text, name.end());
            if (announces(name.group(1), name.group(2), value.of(text))) {
                masked.append(text, copied, value.start()).append(Redaction.MASK);
                copied = value.end();
                from = Math.max(from, value.end());
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    private static boolean announces(String name, String sign, String value) {
        if (SecretText.mayStay(value)) {
            return false;
        }
        boolean sentence = sign.contains(":") && !sign.contains("=") && !isQuoted(sign);
        if (!sentence || !SecretKeys.isOrdinaryWord(name)) {
            return true;
        }
        // `token: eyJ…9` is an assignment, `Invalid token: expired` and `secret:name` are not.
        return !sign.equals(":")
                && value.length() >= 8
                && value.chars().anyMatch(Character::isDigit);
    }

    private static boolean isQuoted(String sign) {
        return sign.contains("\"") || sign.contains("'");
    }

    /// Where the value stands, without its quotation marks.
    private record Value(int start, int end) {

        static Value at(String text, int from) {
            // SQL marks the character set of a literal: N'…'
            int mark = from;
            if (text.startsWith("N'", from) || text.startsWith("E'", from)) {
                return quoted(text, from + 1, from + 1);
            }
            while (mark < text.length() && text.charAt(mark) == '\\') {
                mark++;
            }
            boolean quoted = mark < text.length() && "\"'".indexOf(text.charAt(mark)) >= 0;
            return quoted ? quoted(text, from, mark) : unquoted(text, from);
        }

        String of(String text) {
            return text.substring(start, end);
        }

        /// Up to the mark that opened it with as many backslashes; to the end where it was cut off.
        private static Value quoted(String text, int from, int mark) {
            String closing = text.substring(from, mark + 1);
            int start = mark + 1;
            int end = text.indexOf(closing, start);
            while (end > start && text.charAt(end - 1) == '\\') {
                end = text.indexOf(closing, end + 1);
            }
            return new Value(start, end < 0 ? text.length() : end);
        }

        private static Value unquoted(String text, int from) {
            int end = from;
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && ENDS_UNQUOTED.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            while (end > from && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            return new Value(from, end);
        }
    }
}
