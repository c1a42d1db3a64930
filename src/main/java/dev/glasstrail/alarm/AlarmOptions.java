package dev.glasstrail.alarm;

import java.time.Duration;
import java.time.Instant;

/// What is late, and how long a witness may take.
///
/// @param lateAfter a message later than this after its opening is late
/// @param deliveryDelay longest time in which CloudTrail's event may reach EventBridge, and the
///   message the channel; AWS names none, and minutes are usual
/// @param drill when the alarm was last proven by a drill
public record AlarmOptions(Duration lateAfter, Duration deliveryDelay, Drill drill) {

    /// What fits most.
    public static final AlarmOptions DEFAULTS =
            new AlarmOptions(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    new Drill(Instant.MIN, Duration.ofDays(90)));

    /// A drill.
    ///
    /// @param last the day, its beginning in UTC; [Instant#MIN] if there was none
    /// @param provenWithin how long it holds
    public record Drill(Instant last, Duration provenWithin) {

        Assurance assurance(Instant asOf) {
            if (last.equals(Instant.MIN) || last.isAfter(asOf)) {
                return new Assurance.None();
            }
            return last.plus(provenWithin).isBefore(asOf)
                    ? new Assurance.Stale(last, provenWithin)
                    : new Assurance.ByDrill(last);
        }
    }

    public AlarmOptions {
        if (lateAfter.isNegative() || deliveryDelay.compareTo(lateAfter) < 0) {
            throw new IllegalArgumentException(
                    "the delivery delay is %s and late is after %s; give a delay that is not shorter"
                            .formatted(deliveryDelay, lateAfter));
        }
    }
}
