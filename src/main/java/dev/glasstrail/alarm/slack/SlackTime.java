package dev.glasstrail.alarm.slack;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Slack's `ts`: a text that names a message in its channel, and begins with its time.
final class SlackTime {

    private static final Pattern TS = Pattern.compile("([0-9]{1,11})\\.([0-9]{6})");

    private SlackTime() {}

    /// The time; empty if it is no such text.
    static Optional<Instant> of(String ts) {
        Matcher matcher = TS.matcher(ts);
        return matcher.matches()
                ? Optional.of(
                        Instant.ofEpochSecond(
                                Long.parseLong(matcher.group(1)),
                                Long.parseLong(matcher.group(2)) * 1_000))
                : Optional.empty();
    }

    static String text(Instant time) {
        return String.format(Locale.ROOT, "%d.%06d", time.getEpochSecond(), time.getNano() / 1_000);
    }
}
