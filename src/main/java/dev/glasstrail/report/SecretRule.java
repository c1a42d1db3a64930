package dev.glasstrail.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern whose group `secret` is masked wherever it matches.
record SecretRule(Pattern pattern) {

    private static final String SECRET = "secret";

    SecretRule(String pattern) {
        this(Pattern.compile(pattern));
    }

    /// The text with the secrets masked; the same object where there are none.
    String apply(String text) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        while (matcher.find()) {
            if (!SecretText.mayStay(matcher.group(SECRET))) {
                masked.append(text, copied, matcher.start(SECRET)).append(Redaction.MASK);
                copied = matcher.end(SECRET);
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }
}
