package dev.glasstrail.report;

import dev.glasstrail.session.Denied;
import dev.glasstrail.session.Use;
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

/// Uses and attempts by day, or by ISO week where the window is longer than 31 days.
final class PeriodCounts {

    private static final Duration LONGEST_BY_DAY = Duration.ofDays(31);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private PeriodCounts() {}

    static List<PeriodCount> of(AuditWindow window, List<Use> uses, List<Denied> denied) {
        boolean byDay = Duration.between(window.from(), window.to()).compareTo(LONGEST_BY_DAY) <= 0;
        List<PeriodCount> periods = new ArrayList<>();
        ZonedDateTime start = start(window.from(), byDay);
        while (start.toInstant().isBefore(window.to())) {
            ZonedDateTime end = byDay ? start.plusDays(1) : start.plusWeeks(1);
            Instant from = start.toInstant();
            Instant to = end.toInstant();
            periods.add(
                    new PeriodCount(
                            byDay ? DAY.format(start) : week(from),
                            from,
                            (int)
                                    uses.stream()
                                            .filter(use -> lies(within(window, use), from, to))
                                            .count(),
                            (int)
                                    denied.stream()
                                            .filter(attempt ->
                                                    lies(attempt.opening().call().at(), from, to))
                                            .count()));
            start = end;
        }
        return periods;
    }

    /// An opening may be stamped a second before the session's creation, and so before the window.
    private static Instant within(AuditWindow window, Use use) {
        return use.from().isBefore(window.from()) ? window.from() : use.from();
    }

    private static ZonedDateTime start(Instant from, boolean byDay) {
        ZonedDateTime day = from.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        return byDay ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String week(Instant from) {
        String week = AuditWindow.isoWeekOf(from);
        return week.substring(week.indexOf('W'));
    }

    private static boolean lies(Instant time, Instant from, Instant to) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
