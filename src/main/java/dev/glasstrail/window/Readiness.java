package dev.glasstrail.window;

import java.time.Duration;
import java.time.Instant;

/// Whether the records of a window can be taken as delivered.
///
/// The settle time is about delivery alone. A session of the window that can still run is
/// recognised by itself, once the records have been read, and makes the report provisional however
/// long the window has been over.
public sealed interface Readiness {

    /// Judges a window.
    ///
    /// @param settle how long after the end of the window its records may still arrive
    /// @param asOf when the report is made
    static Readiness of(AuditWindow window, Duration settle, Instant asOf) {
        Instant readyAt = window.to().plus(settle);
        if (!asOf.isBefore(readyAt)) {
            return new Ready(readyAt);
        }
        String reason =
                asOf.isBefore(window.to())
                        ? "the window %s is not over before %s".formatted(window, window.to())
                        : "records of the window %s may arrive until %s".formatted(window, readyAt);
        return new NotReady(reason, readyAt);
    }

    /// The window is over and its records have had the time they need.
    ///
    /// @param since when that was reached
    record Ready(Instant since) implements Readiness {}

    /// Records may be missing.
    ///
    /// @param reason one clause for people
    /// @param readyAt when to try again
    record NotReady(String reason, Instant readyAt) implements Readiness {}
}
