package dev.glasstrail.demo.cloudtrail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as CloudTrail prints them inside responses: English text for people, in UTC.
public final class HumanTime {

    private static final DateTimeFormatter NEWER = formatter("MMM d, yyyy, h:mm:ss a");
    private static final DateTimeFormatter OLDER = formatter("MMM d, yyyy h:mm:ss a");

    private HumanTime() {}

    /// The form of today, with a comma after the year: `Nov 11, 2026, 3:04:09 AM`.
    public static String of(Instant instant) {
        return NEWER.format(instant);
    }

    /// The form that some services still use, without that comma.
    public static String older(Instant instant) {
        return OLDER.format(instant);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
