package dev.glasstrail.window;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people write for points and lengths of time.
final class WindowText {

    private static final Pattern AMOUNT = Pattern.compile("([1-9][0-9]{0,3})([hdw])");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern WITHOUT_ZONE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");

    private WindowText() {}

    static AuditWindow last(String amount, Instant asOf) {
        Matcher matcher = AMOUNT.matcher(amount);
        if (!matcher.matches()) {
            throw new WindowException(
                    "\"%s\" is no length of time; write a number from 1 to 9999 and h, d or w, such as 24h, 7d or 4w"
                            .formatted(amount));
        }
        long number = Long.parseLong(matcher.group(1));
        Instant to =
                switch (matcher.group(2)) {
                    case "h" -> asOf.truncatedTo(ChronoUnit.HOURS);
                    case "d" -> asOf.truncatedTo(ChronoUnit.DAYS);
                    default -> IsoWeek.of(asOf).from();
                };
        Duration unit =
                switch (matcher.group(2)) {
                    case "h" -> Duration.ofHours(1);
                    case "d" -> Duration.ofDays(1);
                    default -> Duration.ofDays(7);
                };
        return new AuditWindow(to.minus(unit.multipliedBy(number)), to);
    }

    static Instant instant(String thing, String text) {
        if (WITHOUT_ZONE.matcher(text).matches()) {
            throw new WindowException(
                    "%s \"%s\" has no zone; write %sZ for UTC, or an offset such as %s+01:00"
                            .formatted(thing, text, text, text));
        }
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            String why = e.getCause() instanceof DateTimeException cause ? cause.getMessage() : "";
            throw new WindowException(
                    "%s \"%s\" is no date and no time%s; write 2026-11-01 or 2026-11-01T09:30Z"
                            .formatted(thing, text, why == null || why.isEmpty() ? "" : why(why)));
        }
    }

    private static String why(String message) {
        return " (" + message.replace('\n', ' ') + ")";
    }
}
