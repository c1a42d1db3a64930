package dev.glasstrail.report;

import dev.glasstrail.window.AuditWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The days of a window, or its ISO weeks where it is longer than 31 days; in UTC.
final class Periods {

    private static final Duration LONGEST_BY_DAY = Duration.ofDays(31);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private Periods() {}

    /// A day or a week.
    ///
    /// @param label such as `Mon 9 Nov` or `W46`
    /// @param from its start; for the first one maybe before the window
    /// @param to its end, exclusive; for the last one maybe after the window
    record Period(String label, Instant from, Instant to) {

        boolean contains(Instant time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    static List<Period> of(AuditWindow window) {
        boolean byDay = Duration.between(window.from(), window.to()).compareTo(LONGEST_BY_DAY) <= 0;
        List<Period> periods = new ArrayList<>();
        ZonedDateTime start = start(window.from(), byDay);
        while (start.toInstant().isBefore(window.to())) {
            ZonedDateTime end = byDay ? start.plusDays(1) : start.plusWeeks(1);
            Instant from = start.toInstant();
            periods.add(new Period(byDay ? DAY.format(start) : week(from), from, end.toInstant()));
            start = end;
        }
        return periods;
    }

    private static ZonedDateTime start(Instant from, boolean byDay) {
        ZonedDateTime day = from.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        return byDay ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String week(Instant from) {
        String week = AuditWindow.isoWeekOf(from);
        return week.substring(week.indexOf('W'));
    }
}
