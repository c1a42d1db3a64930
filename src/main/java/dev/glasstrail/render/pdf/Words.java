package dev.glasstrail.render.pdf;

import dev.glasstrail.report.RoleRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Figures and times in the words of the report: English, UTC, no matter what the machine speaks.
final class Words {

    private static final DateTimeFormatter DAY = format("d MMM uuuu");
    private static final DateTimeFormatter TIME = format("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = format("HH:mm");
    private static final DateTimeFormatter DAY_TIME = format("d MMM uuuu HH:mm:ss");
    private static final DateTimeFormatter DAY_MINUTE = format("d MMM HH:mm");

    private Words() {}

    /// `1,234`.
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// `1 session` or `3 sessions`.
    static String count(long count, String singular) {
        return count(count) + " " + (count == 1 ? singular : plural(singular));
    }

    /// `9 Nov 2026`.
    static String day(Instant instant) {
        return DAY.format(instant);
    }

    /// `02:14:07`.
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /// `02:14`.
    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /// `9 Nov 02:14`.
    static String dayMinute(Instant instant) {
        return DAY_MINUTE.format(instant);
    }

    /// `9 Nov 2026 02:14:07`.
    static String dayTime(Instant instant) {
        return DAY_TIME.format(instant);
    }

    /// `9 Nov 2026 02:14:07 – 04:06:11`, with the second day where it differs.
    static String span(Instant from, Instant to) {
        String end = day(from).equals(day(to)) ? time(to) : dayTime(to);
        return dayTime(from) + " – " + end;
    }

    /// `1 h 52 min`, `9 min`, `42 s`.
    static String duration(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return length.toSeconds() + " s";
        }
        if (length.compareTo(Duration.ofHours(1)) < 0) {
            return length.toMinutes() + " min";
        }
        return length.toHours() + " h " + length.toMinutesPart() + " min";
    }

    /// A half-open window in days, the last one named, or with times where it does not end at
    /// midnight.
    static String window(Instant from, Instant to) {
        boolean wholeDays =
                from.getEpochSecond() % 86_400 == 0 && to.getEpochSecond() % 86_400 == 0;
        if (!wholeDays) {
            return dayTime(from) + " – " + dayTime(to);
        }
        Instant last = to.minusSeconds(1);
        return day(from).equals(day(last)) ? day(from) : day(from) + " – " + day(last);
    }

    /// The short name of a role; its whole ARN stands among the facts of a use.
    static String glass(RoleRow role) {
        String permissionSet = role.permissionSet();
        return permissionSet == null ? role.name() : permissionSet;
    }

    private static String plural(String singular) {
        return singular.endsWith("y")
                ? singular.substring(0, singular.length() - 1) + "ies"
                : singular + "s";
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
