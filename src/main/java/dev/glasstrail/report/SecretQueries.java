package dev.glasstrail.report;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks secrets in the query of a web address, where short names such as `key`, `code` and `sig`
/// carry them; elsewhere these are ordinary words.
final class SecretQueries {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "(?<![A-Za-z])(?:https?|wss?)(?:://|%3A%2F%2F)[^\\s\"'<>]++",
                    Pattern.CASE_INSENSITIVE);

    /// A parameter up to its value; an address within the query has its signs encoded.
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "(?:[?&#;]|%3F|%26|%23)([^=&#;?%]{1,80}+)(=|%3D)", Pattern.CASE_INSENSITIVE);

    private static final String TRAILING = ",).\\]}";

    private static final Set<String> NAMES =
            Set.of("key", "sig", "signature", "code", "auth", "accesskey", "subscriptionkey");

    private SecretQueries() {}

    static String mask(String text) {
        Matcher address = ADDRESS.matcher(text);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        while (address.find()) {
            Matcher parameter = PARAMETER.matcher(text).region(address.start(), address.end());
            while (parameter.find()) {
                if (parameter.start() < copied || !isSecret(parameter.group(1))) {
                    continue;
                }
                int start = parameter.end();
                int end = endOfValue(text, start, address.end(), parameter.group(2));
                if (!SecretText.mayStay(text.substring(start, end))) {
                    masked.append(text, copied, start).append(Redaction.MASK);
                    copied = end;
                }
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    private static boolean isSecret(String name) {
        return NAMES.contains(SecretKeys.plain(name)) || SecretKeys.isSecret(name);
    }

    /// Without what belongs to the sentence around the address.
    private static int endOfValue(String text, int start, int end, String sign) {
        int last = start;
        while (last < end
                && "&#;".indexOf(text.charAt(last)) < 0
                && (sign.equals("=") || !text.startsWith("%26", last))) {
            last++;
        }
        while (last > start && TRAILING.indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return last;
    }
}
