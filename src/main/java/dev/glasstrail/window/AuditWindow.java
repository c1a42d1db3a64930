package dev.glasstrail.window;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A stretch of time to audit, half-open: `from` belongs to it, `to` does not.
///
/// A session belongs to the window that holds its creation, so that windows which follow each other
/// count every session once. To see such a session whole, records are read from [#readingFrom()] to
/// [#readingTo(Instant)].
///
/// @param from whole seconds, UTC
/// @param to whole seconds, UTC; after `from`
public record AuditWindow(Instant from, Instant to) {

    /// The longest life of credentials that CloudTrail can show: those of GetFederationToken and
    /// GetSessionToken. Those of a role end after 12 hours at most.
    public static final Duration LONGEST_CREDENTIALS = Duration.ofHours(36);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final DateTimeFormatter DAY = format("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = format("uuuu-MM-dd'T'HHmm'Z'");
    private static final DateTimeFormatter SECOND = format("uuuu-MM-dd'T'HHmmss'Z'");

    public AuditWindow {
        if (!from.isBefore(to)) {
            throw new WindowException(
                    "the window is empty: it begins at %s and ends at %s; give a later end"
                            .formatted(from, to));
        }
        if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
            throw new WindowException(
                    "the window from %s to %s is outside the years 2000 to 8999; check the dates"
                            .formatted(from, to));
        }
        if (!areMultiplesOf(ChronoUnit.SECONDS, from, to)) {
            throw new WindowException(
                    "the window from %s to %s has parts of a second; give whole seconds"
                            .formatted(from, to));
        }
    }

    /// An ISO week, Monday to Sunday.
    ///
    /// @param week such as `2026-W46`
    /// @throws WindowException if it is not written so, or that year has no such week
    public static AuditWindow ofIsoWeek(String week) {
        IsoWeek parsed = IsoWeek.parse(week);
        return new AuditWindow(parsed.from(), parsed.to());
    }

    /// The name of the ISO week that an instant lies in, such as `2026-W46`. Holds for any year
    /// that a log may claim.
    public static String isoWeekOf(Instant instant) {
        return IsoWeek.of(instant).toString();
    }

    /// The last whole hours, days or weeks before the one that `asOf` lies in.
    ///
    /// `7d` ends with the midnight that began today, `24h` with the full hour, `4w` with Monday's
    /// midnight. A run at 08:03 and one at 08:57 therefore audit the same window.
    ///
    /// @param amount a number from 1 to 9999 followed by `h`, `d` or `w`
    /// @throws WindowException if it is not written so
    public static AuditWindow last(String amount, Instant asOf) {
        return WindowText.last(amount, asOf);
    }

    /// From one point to another.
    ///
    /// @param from a date, which stands for its first moment in UTC, or a time with its zone
    /// @param to likewise; a date as the end is itself no longer part of the window
    /// @throws WindowException if either cannot be read or nothing lies between
    public static AuditWindow between(String from, String to) {
        return new AuditWindow(
                WindowText.instant("the start", from), WindowText.instant("the end", to));
    }

    /// Reads the time at which a report is made.
    ///
    /// @param asOf a date, which stands for its first moment in UTC, or a time with its zone
    /// @throws WindowException if it cannot be read
    public static Instant asOf(String asOf) {
        return WindowText.instant("the time of making", asOf);
    }

    /// A name for people and for folders: `2026-W46`, `2026-11-01--2026-11-08` for other whole
    /// days, `2026-11-01T0930Z--2026-11-01T1800Z` for anything else. The second part is the first
    /// moment no longer in the window, as `to` is.
    public String label() {
        IsoWeek week = IsoWeek.of(from);
        if (from.equals(week.from()) && to.equals(week.to())) {
            return week.toString();
        }
        DateTimeFormatter format =
                areMultiplesOf(ChronoUnit.DAYS, from, to)
                        ? DAY
                        : areMultiplesOf(ChronoUnit.MINUTES, from, to) ? MINUTE : SECOND;
        return format.format(from) + "--" + format.format(to);
    }

    /// Whether an instant lies in the window.
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /// The earliest event time that can belong to a session which is still alive in the window.
    public Instant readingFrom() {
        return from.minus(LONGEST_CREDENTIALS);
    }

    /// The first event time that is not read: a session created in the window has ended by then,
    /// and after `asOf` nothing has happened yet.
    public Instant readingTo(Instant asOf) {
        Instant lastEnd = to.plus(LONGEST_CREDENTIALS);
        return asOf.isBefore(lastEnd) ? asOf : lastEnd;
    }

    /// Checks that a report on this window can be made at `asOf`.
    ///
    /// @throws WindowException if the window has not begun by then
    public void checkBegunBy(Instant asOf) {
        if (!from.isBefore(asOf)) {
            throw new WindowException(
                    "the window %s begins at %s, which is not before the time of making %s; give an earlier window or a later time"
                            .formatted(label(), from, asOf));
        }
    }

    /// The label.
    @Override
    public String toString() {
        return label();
    }

    private static boolean areMultiplesOf(ChronoUnit unit, Instant from, Instant to) {
        return from.truncatedTo(unit).equals(from) && to.truncatedTo(unit).equals(to);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
