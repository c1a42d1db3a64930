package dev.glasstrail.window;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A week as ISO 8601 counts them: it begins on Monday and belongs to the year of its Thursday.
///
/// @param monday its first day
record IsoWeek(LocalDate monday) {

    private static final Pattern WRITTEN = Pattern.compile("([2-8][0-9]{3})-W([0-9]{2})");

    static IsoWeek of(Instant instant) {
        return new IsoWeek(mondayOf(LocalDate.ofInstant(instant, ZoneOffset.UTC)));
    }

    static IsoWeek parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new WindowException(
                    "\"%s\" is no ISO week; write the year, -W and two digits, such as 2026-W46"
                            .formatted(text));
        }
        int year = Integer.parseInt(matcher.group(1));
        int number = Integer.parseInt(matcher.group(2));
        // ISO 8601: 4 January always lies in week 1, 28 December always in the last one.
        int last = LocalDate.of(year, 12, 28).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        if (number < 1 || number > last) {
            throw new WindowException(
                    "there is no week \"%s\": the weeks of %d are %d-W01 to %d-W%d; give one of them"
                            .formatted(text, year, year, year, last));
        }
        return new IsoWeek(mondayOf(LocalDate.of(year, 1, 4)).plusWeeks(number - 1L));
    }

    Instant from() {
        return monday.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Instant to() {
        return monday.plusWeeks(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
