package dev.glasstrail.demo.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/// The audited week, 2026-W46, and the days around it. All times are UTC.
public final class Week {

    /// Monday at midnight.
    public static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");

    /// The next Monday at midnight, which no longer belongs to the week.
    public static final Instant TO = Instant.parse("2026-11-16T00:00:00Z");

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);

    private Week() {}

    static Instant on(DayOfWeek day, String time) {
        return at(MONDAY.plusDays(day.getValue() - 1), time);
    }

    static Instant sundayBefore(String time) {
        return at(MONDAY.minusDays(1), time);
    }

    static Instant mondayAfter(String time) {
        return at(MONDAY.plusDays(7), time);
    }

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
