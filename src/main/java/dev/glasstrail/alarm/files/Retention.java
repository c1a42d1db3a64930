package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// How long CloudWatch keeps points of which period.
///
/// Source: the CloudWatch User Guide, "Metrics retention". Of a shorter period it then gives
/// nothing, and no error.
enum Retention {
    MINUTES(Duration.ofDays(15), 60),
    FIVE_MINUTES(Duration.ofDays(63), 300),
    HOURS(Duration.ofDays(455), 3_600);

    private static final long LONGEST = 86_400;

    private final Duration kept;
    private final long seconds;

    Retention(Duration kept, long seconds) {
        this.kept = kept;
        this.seconds = seconds;
    }

    /// Why points of a period tell nothing of a stretch; `""` if they do.
    ///
    /// @param age of the start of the stretch
    static String fault(JsonNode period, Duration age) {
        for (Retention retention : values()) {
            if (age.compareTo(retention.kept) < 0) {
                return retention.fault(
                        period.canConvertToLong() ? period.asLong() : 0, age.toDays());
            }
        }
        return "of %s days before, of which CloudWatch keeps nothing; ask for less than 455 days"
                .formatted(age.toDays());
    }

    private String fault(long period, long days) {
        if (period > LONGEST) {
            return "by periods of more than a day, which tell nothing; ask by %s s"
                    .formatted(seconds);
        }
        return period > 0 && period % seconds == 0
                ? ""
                : "by periods of %s s from %s days before, of which CloudWatch keeps none; ask by a multiple of %s s"
                        .formatted(period, days, seconds);
    }
}
