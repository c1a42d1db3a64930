package dev.glasstrail.settings;

import java.time.Duration;
import java.util.regex.Pattern;

/// The rules that single values keep. Each breach is one line: the key, the value, the next step.
final class Check {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern FOLDER_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private static final Duration LONGEST_SETTLING = Duration.ofDays(30);

    private Check() {}

    static void pattern(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    key
                            + " has a blank entry; give a name, an ARN or a glob such as *-break-glass");
        }
    }

    static void account(String key, String value) {
        if (!ACCOUNT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "%s has \"%s\", which is no account id; give its 12 digits"
                            .formatted(key, value));
        }
    }

    static void range(String key, long value, long lowest, long highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "%s is %d; give %d to %d".formatted(key, value, lowest, highest));
        }
    }

    static void settle(String key, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST_SETTLING) > 0) {
            throw new IllegalArgumentException("%s is %s; give 0s to 30d".formatted(key, value));
        }
    }

    static void folderName(String key, String value) {
        if (!FOLDER_NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "%s is \"%s\"; give 1 to 40 lower-case letters, digits or hyphens, such as on-demand"
                            .formatted(key, value));
        }
    }
}
