package dev.glasstrail.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The two spellings of a time in CloudTrail records: `2026-11-14T02:03:04Z`, and
/// `20261114T020304Z` as the documentation of creationDate has it. Fractions of a second are cut.
final class RecordTime {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "([0-9]{4})(-?)([0-9]{2})\\2([0-9]{2})T"
                            + "([0-9]{2})(:?)([0-9]{2})\\6([0-9]{2})(?:\\.[0-9]{1,9})?Z");

    private RecordTime() {}

    /// The time; empty where the text is none.
    static Optional<Instant> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(
                                    number(matcher, 1),
                                    number(matcher, 3),
                                    number(matcher, 4),
                                    number(matcher, 5),
                                    number(matcher, 7),
                                    number(matcher, 8))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
