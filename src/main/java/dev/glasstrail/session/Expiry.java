package dev.glasstrail.session;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// When credentials end.
///
/// CloudTrail writes it as a text for people, in the form of the JDK that the service ran on: `Aug
/// 2, 2021 1:34:49 AM`, `Jul 10, 2023, 12:54:47 PM`, with a plain or a narrow no-break space before
/// AM. It is UTC.
public sealed interface Expiry {

    /// Not recorded, or not understood.
    Expiry UNKNOWN = new Unknown();

    /// Known.
    ///
    /// @param time UTC
    record At(Instant time) implements Expiry {}

    /// Not recorded, or not understood.
    record Unknown() implements Expiry {}

    /// Reads the text; never throws.
    static Expiry parse(String text) {
        String plain = text.replace('\u202f', ' ').replace('\u00a0', ' ').strip();
        if (plain.isEmpty()) {
            return UNKNOWN;
        }
        try {
            return new At(Instant.parse(plain));
        } catch (DateTimeParseException _) {
            return forPeople(plain);
        }
    }

    private static Expiry forPeople(String text) {
        try {
            return new At(LocalDateTime.parse(text, Format.FOR_PEOPLE).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException _) {
            return UNKNOWN;
        }
    }

    /// Holds the format, which an interface could not keep to itself.
    final class Format {

        private static final DateTimeFormatter FOR_PEOPLE =
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern("MMM d, yyyy[,] h:mm:ss a")
                        .toFormatter(Locale.ENGLISH);

        private Format() {}
    }
}
