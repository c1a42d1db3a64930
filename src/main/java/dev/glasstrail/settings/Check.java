package dev.glasstrail.settings;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/// The rules that single values keep. Each breach is one line: the key, the value, the next step.
final class Check {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern FOLDER_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private static final Pattern REGION =
            Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-[0-9]{1,2}");
    private static final Pattern S3 =
            Pattern.compile("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^\\p{Cntrl}]{0,900})?");
    private static final Pattern ROLE_ARN =
            Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]{1,576}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[A-Za-z0-9_+=,.@:/-]{2,1224}");
    private static final Pattern ROLE_PATH =
            Pattern.compile("[A-Za-z0-9+=,.@_-][A-Za-z0-9+=,.@_/-]{0,575}");
    private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+(/[^\\s]*)?");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,255}");

    /// The longest that Athena lets a query run.
    private static final Duration LONGEST_QUERY = Duration.ofHours(4);

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

    static void region(String key, String value) {
        if (!REGION.matcher(value).matches()) {
            throw refusal(key, value, "is no region; give one such as eu-central-1");
        }
    }

    static void s3(String key, String value) {
        if (!S3.matcher(value).matches()) {
            throw refusal(key, value, "is no place in S3; give s3://bucket or s3://bucket/prefix");
        }
    }

    static void roleArn(String key, String value) {
        if (!ROLE_ARN.matcher(value).matches()) {
            throw refusal(
                    key,
                    value,
                    "is no ARN of a role; give one such as arn:aws:iam::111122223333:role/name");
        }
    }

    static void rolePath(String key, String value) {
        if (!ROLE_PATH.matcher(value).matches()) {
            throw refusal(
                    key,
                    value,
                    "is no name of a role; give one without account, such as glasstrail-reader");
        }
    }

    static void externalId(String key, String value) {
        if (!EXTERNAL_ID.matcher(value).matches()) {
            throw refusal(
                    key,
                    value,
                    "is no external id; give 2 to 1224 letters, digits and any of _+=,.@:/-");
        }
    }

    static void url(String key, String value) {
        if (!URL.matcher(value).matches()) {
            throw refusal(key, value, "is no address; give https://host or https://host:port");
        }
    }

    /// What may stand in SQL between double quotes; the engines' own rule is wider.
    static void identifier(String key, String value) {
        if (!IDENTIFIER.matcher(value).matches()) {
            throw refusal(
                    key,
                    value,
                    "is no name of a catalog, schema or table here; give letters, digits, _ and -");
        }
    }

    static void filled(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(key + " is blank; give it or take the line out");
        }
    }

    static void date(String key, String value) {
        try {
            LocalDate.parse(value);
        } catch (DateTimeParseException _) {
            throw refusal(key, value, "is no day; give one such as 2026-10-01");
        }
    }

    static void deadline(String key, Duration value) {
        if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(LONGEST_QUERY) > 0) {
            throw new IllegalArgumentException("%s is %s; give 1s to 4h".formatted(key, value));
        }
    }

    private static IllegalArgumentException refusal(String key, String value, String rule) {
        return new IllegalArgumentException("%s has \"%s\", which %s".formatted(key, value, rule));
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
