package dev.glasstrail.alarm;

import java.time.Duration;
import java.time.Instant;

/// How the alarm was last proven from end to end: from an opening to its message.
public sealed interface Assurance {

    /// It rang for an opening in the window.
    ///
    /// @param at the last such opening, UTC
    record ByOpening(Instant at) implements Assurance {}

    /// A drill proved it, not too long ago.
    ///
    /// @param at the day of the drill, its beginning in UTC
    record ByDrill(Instant at) implements Assurance {}

    /// A drill proved it once, too long ago.
    ///
    /// @param provenWithin how long a drill holds
    record Stale(Instant at, Duration provenWithin) implements Assurance {}

    /// Nobody has told of a proof.
    record None() implements Assurance {}

    /// Whether the alarm can be taken to work.
    default boolean isProven() {
        return switch (this) {
            case ByOpening _, ByDrill _ -> true;
            case Stale _, None _ -> false;
        };
    }
}
