package dev.glasstrail.alarm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whether the alarm rang for an opening.
public sealed interface Verdict {

    /// It rang.
    ///
    /// @param delay from the opening to the message; null where only metrics prove it
    record Rang(@Nullable Duration delay, Proof proof) implements Verdict {}

    /// It rang, later than is allowed.
    record RangLate(Duration delay, Proof proof) implements Verdict {}

    /// It should have rung and did not.
    ///
    /// @param text what was found: one clause
    record Silent(Cause cause, String text) implements Verdict {}

    /// Nobody can say.
    ///
    /// @param text what was found: one clause
    record Unprovable(Cause cause, String text) implements Verdict {}

    /// No rule was there to make it ring.
    ///
    /// @param text what was found: one clause
    record NotCovered(Cause cause, String text) implements Verdict {}

    /// What proves that it rang.
    enum Proof {
        /// A bot's message in the channel has the event id.
        MESSAGE_WITH_EVENT_ID("a message with the event id"),
        /// A bot's message at that time has the session's name and no event id, and can be of no
        /// other opening.
        MESSAGE_WITH_SESSION_NAME("a message with the session's name"),
        /// The target is no API destination, was called for every match, and never failed.
        METRICS("metrics of a target that AWS answers for");

        private final String words;

        Proof(String words) {
            this.words = words;
        }

        /// A few words for people.
        public String words() {
            return words;
        }
    }

    /// The name of the verdict in the report.
    default String word() {
        return switch (this) {
            case Rang _ -> "RANG";
            case RangLate _ -> "RANG_LATE";
            case Silent _ -> "SILENT";
            case Unprovable _ -> "UNPROVABLE";
            case NotCovered _ -> "NOT_COVERED";
        };
    }

    /// The weight among verdicts of several rules on one opening: one that rang is enough, and
    /// where one may have rung nobody can call it silent. The smallest decides.
    default int rank() {
        return switch (this) {
            case Rang _ -> 0;
            case RangLate _ -> 1;
            case Unprovable _ -> 2;
            case Silent _ -> 3;
            case NotCovered _ -> 4;
        };
    }
}
