package dev.glasstrail.report;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks secret access keys of AWS that stand alone: forty letters, digits, `/` and `+`.
///
/// Paths, hashes and ids can be as long, so the text must also be as mixed as a random one, and
/// hold a `/` or `+` or stand near the words `secret` or `aws`.
final class SecretAccessKeys {

    private static final Pattern KEY =
            Pattern.compile("(?<![\\w/+.-])[A-Za-z0-9/+]{40}(?!\\.?[\\w/+=-])");

    /// How many of the 39 neighbours in a key are of another kind than the letter before them. A
    /// random text has 25 and hardly ever less; words joined to a path have up to 15.
    private static final int FEWEST_CHANGES = 16;

    /// How far before a key the word that explains it may stand, in UTF-16 code units.
    private static final int CONTEXT = 80;

    private SecretAccessKeys() {}

    /// @param name the name of the member that holds the text; empty where there is none
    static String mask(String text, String name) {
        Matcher key = KEY.matcher(text);
        StringBuilder masked = new StringBuilder();
        int copied = 0;
        while (key.find()) {
            String before = text.substring(Math.max(0, key.start() - CONTEXT), key.start());
            if (isMixed(key.group())
                    && (hasSign(key.group()) || isExplained(before) || isExplained(name))) {
                masked.append(text, copied, key.start()).append(Redaction.MASK);
                copied = key.end();
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    private static boolean isExplained(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        return plain.contains("secret") || plain.contains("aws");
    }

    private static boolean hasSign(String key) {
        return key.indexOf('/') >= 0 || key.indexOf('+') >= 0;
    }

    private static boolean isMixed(String key) {
        int changes = 0;
        for (int i = 1; i < key.length(); i++) {
            changes += kind(key.charAt(i)) == kind(key.charAt(i - 1)) ? 0 : 1;
        }
        return changes >= FEWEST_CHANGES
                && key.chars().anyMatch(c -> kind(c) == 'A')
                && key.chars().anyMatch(c -> kind(c) == 'a')
                && key.chars().anyMatch(c -> kind(c) == '0');
    }

    private static char kind(int character) {
        if (character >= 'A' && character <= 'Z') {
            return 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return 'a';
        }
        return character >= '0' && character <= '9' ? '0' : '/';
    }
}
