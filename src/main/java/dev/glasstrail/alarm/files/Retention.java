package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.MetricGrain;
import java.time.Duration;

/// Whether CloudWatch kept points of a period for as long as was asked back.
final class Retention {

    private static final long LONGEST = 86_400;

    private Retention() {}

    /// Why points of a period tell nothing of a stretch; `""` if they do.
    ///
    /// @param age of the start of the stretch
    static String fault(JsonNode period, Duration age) {
        for (MetricGrain grain : MetricGrain.values()) {
            if (grain.keeps(age)) {
                return fault(
                        period.canConvertToLong() ? period.asLong() : 0,
                        grain.period().toSeconds(),
                        age.toDays());
            }
        }
        return "of %s days before, of which CloudWatch keeps nothing; ask for less than 455 days"
                .formatted(age.toDays());
    }

    private static String fault(long period, long kept, long days) {
        if (period > LONGEST) {
            return "by periods of more than a day, which tell nothing; ask by %s s".formatted(kept);
        }
        return period > 0 && period % kept == 0
                ? ""
                : "by periods of %s s from %s days before, of which CloudWatch keeps none; ask by a multiple of %s s"
                        .formatted(period, days, kept);
    }
}
