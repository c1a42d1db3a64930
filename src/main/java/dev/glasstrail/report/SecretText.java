package dev.glasstrail.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Secrets that are known by their looks or by the words around them.
///
/// Every pattern either starts with fixed text or is bounded, so that a long hostile text takes
/// time in proportion to its length and never recurses.
final class SecretText {

    /// Values that give nothing away: what AWS has hidden already, references to where a secret is
    /// kept, and flags.
    private static final Pattern MAY_STAY =
            Pattern.compile(
                    "\\*{3,}+|HIDDEN_DUE_TO_SECURITY_REASONS|<sensitiveDataRemoved>"
                            + "|Value hidden due to security reasons\\.?|\\[redacted]|true|false"
                            + "|arn:aws[a-z-]*+:[a-z0-9-]++:[a-z0-9-]*+:[0-9*]*+:[\\w+=,.@:/*-]++"
                            + "|(?-i:A[KS]IA[A-Z0-9]{12,}+)(?:/[\\w/-]*+)?"
                            + "|\\{\\{resolve:[a-z-]++:[^{}]*+}}",
                    Pattern.CASE_INSENSITIVE);

    private static final int MOST_ROUNDS = 10;

    private static final String KEY_BEGIN = "-----BEGIN ";
    private static final Pattern PRIVATE_KEY_BEGIN =
            Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY( BLOCK)?-----");
    private static final Pattern PRIVATE_KEY_END =
            Pattern.compile("-----END [A-Z0-9 ]{0,40}PRIVATE KEY( BLOCK)?-----");

    private static final List<Rule> RULES =
            List.of(
                    // A signed web token; what has no dots, such as a page cursor, is none.
                    new Rule("(?<![\\w-])eyJ[\\w-]{8,}+\\.[\\w-]{4,}+(?:\\.[\\w-]*+){0,3}", ""),
                    new Rule(
                            "((?i:bearer) {1,4})(?=[A-Za-z._~+/=-]{0,200}[0-9]|[\\w.~+/=-]{16})"
                                    + "[\\w.~+/=-]{6,}+",
                            "$1"),
                    new Rule(
                            "((?i:authorization)\\\\{0,8}[\"']?\\s{0,4}[:=]\\s{0,4}\\\\{0,8}[\"']?"
                                    + "(?i:basic|bearer|digest|token)\\s{1,4})[^\\s\"',;\\\\*]++",
                            "$1"),
                    // Presigned requests, in a query, in a header or encoded once more.
                    new Rule(
                            "((?:(?<![\\w-])|(?<=%[0-9A-F]{2}))(?i:x-amz-signature|x-amz-security-token|signature|sig)"
                                    + "(?:=|%3D))[^&\\s\"'<>;,\\\\]++",
                            "$1"),
                    new Rule("(://[^\\s/:@?#\"'<>]{0,255}+:)[^\\s/\"'<>]{1,1024}@", "$1", "@"),
                    new Rule("(hooks\\.slack\\.com/[a-z]{1,20}/\\w{1,20}/\\w{1,20}/)\\w++", "$1"),
                    new Rule("(xox[a-z]-|xapp-)[\\w-]{8,}+", "$1"),
                    new Rule("(gh[a-z]_|github_pat_|glpat-|sk_live_|rk_live_)\\w{16,}+", "$1"),
                    new Rule("(?<!\\w)(da2-)[a-z0-9]{26}(?!\\w)", "$1"),
                    new Rule(
                            "((?i:secret[ _-]?access[ _-]?key)\\W{1,5})[A-Za-z0-9/+=]{30,}+",
                            "$1"));

    private SecretText() {}

    /// The text with its secrets masked; the same object where there are none.
    static String mask(String text) {
        String before = text;
        String after = maskedOnce(before);
        // A mask may leave something beside it that only now stands alone.
        for (int round = 1; round < MOST_ROUNDS && !after.equals(before); round++) {
            before = after;
            after = maskedOnce(before);
        }
        return after.equals(text) ? text : after;
    }

    private static String maskedOnce(String text) {
        String masked = SecretQueries.mask(withoutPrivateKeys(text));
        for (Rule rule : RULES) {
            masked = rule.apply(masked);
        }
        masked = SecretCommands.mask(SecretStatements.mask(WrappedText.mask(masked)));
        return SecretAssignments.mask(SecretAccessKeys.mask(masked, ""));
    }

    /// Whether a value may stand as it is even under the name of a secret.
    static boolean mayStay(String value) {
        return value.isBlank() || MAY_STAY.matcher(value).matches();
    }

    private static String withoutPrivateKeys(String text) {
        if (!text.contains(KEY_BEGIN)) {
            return text;
        }
        StringBuilder masked = new StringBuilder();
        Matcher begin = PRIVATE_KEY_BEGIN.matcher(text);
        Matcher end = PRIVATE_KEY_END.matcher(text);
        int copied = 0;
        while (begin.find(copied)) {
            masked.append(text, copied, begin.start()).append(Redaction.MASK);
            // A key that was cut off reaches to the end of the text.
            copied = end.find(begin.end()) ? end.end() : text.length();
        }
        return masked.append(text, copied, text.length()).toString();
    }

    /// A pattern and what frames the mask in its place.
    private record Rule(Pattern pattern, String before, String after) {

        Rule(String pattern, String before) {
            this(pattern, before, "");
        }

        Rule(String pattern, String before, String after) {
            this(Pattern.compile(pattern), before, after);
        }

        String apply(String text) {
            return pattern.matcher(text).replaceAll(before + Redaction.MASK + after);
        }
    }
}
