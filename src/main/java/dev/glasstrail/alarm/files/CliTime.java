package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Times as the CLI prints them and takes them: with a zone, or as seconds since 1970. Which of
/// them it prints is the setting `cli_timestamp_format`.
final class CliTime {

    private static final BigDecimal LATEST = BigDecimal.valueOf(253_402_300_800L);

    private CliTime() {}

    /// Reads a time.
    ///
    /// @return empty if it is none, or has no zone, which the CLI takes for that of its machine
    static Optional<Instant> of(JsonNode node) {
        if (node.isNumber()) {
            return ofSeconds(node.decimalValue());
        }
        if (!node.isTextual()) {
            return Optional.empty();
        }
        String text = node.asText();
        if (text.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
            return ofSeconds(new BigDecimal(text));
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ofSeconds(BigDecimal seconds) {
        if (seconds.signum() < 0 || seconds.compareTo(LATEST) >= 0) {
            return Optional.empty();
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return Optional.of(Instant.ofEpochSecond(whole.longValue(), nanos));
    }
}
