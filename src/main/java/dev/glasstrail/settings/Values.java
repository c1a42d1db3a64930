package dev.glasstrail.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the text of a value is read, in a file or behind a flag. Each refusal is an
/// [IllegalArgumentException] with one line: the key, the value, the next step.
public final class Values {

    private static final Pattern BYTES = Pattern.compile("([1-9][0-9]{0,9}) ?(KiB|MiB|GiB)?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6}) ?([smhd])");

    private static final long MOST_BYTES = 1L << 40;

    private Values() {}

    static boolean flag(String key, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refusal(key, text, "give true or false");
        };
    }

    /// A glob over names; not blank.
    public static String pattern(String key, String text) {
        Check.pattern(key, text);
        return text;
    }

    /// The id of an AWS account: 12 digits.
    public static String account(String key, String text) {
        Check.account(key, text);
        return text;
    }

    /// The name of an AWS region.
    public static String region(String key, String text) {
        Check.region(key, text);
        return text;
    }

    /// A bucket, or a folder in one: `s3://bucket/prefix`.
    public static String s3(String key, String text) {
        Check.s3(key, text);
        return text;
    }

    /// The name of a database, schema or table.
    public static String identifier(String key, String text) {
        Check.identifier(key, text);
        return text;
    }

    /// Any text but a blank one.
    public static String filled(String key, String text) {
        Check.filled(key, text);
        return text;
    }

    static String roleArn(String key, String text) {
        Check.roleArn(key, text);
        return text;
    }

    static String rolePath(String key, String text) {
        Check.rolePath(key, text);
        return text;
    }

    static String externalId(String key, String text) {
        Check.externalId(key, text);
        return text;
    }

    static String url(String key, String text) {
        Check.url(key, text);
        return text;
    }

    /// The address of a Trino cluster.
    public static String trinoUrl(String key, String text) {
        if (!text.startsWith("jdbc:trino://")) {
            throw refusal(key, text, "give jdbc:trino://host:port");
        }
        return text;
    }

    static String date(String key, String text) {
        Check.date(key, text);
        return text;
    }

    static Duration deadline(String key, String text) {
        Duration duration = duration(key, text);
        Check.deadline(key, duration);
        return duration;
    }

    static long budget(String key, String text) {
        long bytes = bytes(key, text);
        Check.range(key, bytes, 10_000_000, Long.MAX_VALUE);
        return bytes;
    }

    static String folderName(String key, String text) {
        Check.folderName(key, text);
        return text;
    }

    /// The path of a file or folder, as it was written.
    public static Path path(String key, String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException _) {
            // Told below, like a blank one.
        }
        throw refusal(key, text, "give the path of a folder");
    }

    static Secret secret(String key, String text) {
        if (text.isBlank()) {
            throw refusal(key, text, "give its value, best as ${ENV:NAME}");
        }
        return new Secret(text);
    }

    static Parser<Integer> number(int lowest, int highest) {
        return (key, text) -> {
            if (!text.matches("[0-9]{1,9}")) {
                throw refusal(key, text, "give %d to %d".formatted(lowest, highest));
            }
            int number = Integer.parseInt(text);
            Check.range(key, number, lowest, highest);
            return number;
        };
    }

    static long bytes(String key, String text) {
        Matcher matcher = BYTES.matcher(text);
        if (!matcher.matches()) {
            throw refusal(key, text, "give bytes, or a number and KiB, MiB or GiB, such as 512MiB");
        }
        long unit =
                switch (matcher.group(2)) {
                    case "KiB" -> 1L << 10;
                    case "MiB" -> 1L << 20;
                    case "GiB" -> 1L << 30;
                    case null, default -> 1;
                };
        long number = Long.parseLong(matcher.group(1));
        if (number > MOST_BYTES / unit) {
            throw refusal(key, text, "give 1024GiB or less");
        }
        return number * unit;
    }

    static Duration settle(String key, String text) {
        Duration duration = duration(key, text);
        Check.settle(key, duration);
        return duration;
    }

    static Duration duration(String key, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw refusal(key, text, "give a number and s, m, h or d, such as 2h");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /// One of the words for a kind of choice.
    public static <E extends Enum<E>> Parser<E> choice(Class<E> kind) {
        String nextStep = "give one of " + String.join(", ", Words.all(kind));
        return (key, text) ->
                Words.choice(kind, text).orElseThrow(() -> refusal(key, text, nextStep));
    }

    private static IllegalArgumentException refusal(String key, String text, String nextStep) {
        return new IllegalArgumentException("%s is \"%s\"; %s".formatted(key, text, nextStep));
    }
}
