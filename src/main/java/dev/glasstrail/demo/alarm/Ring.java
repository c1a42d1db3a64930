package dev.glasstrail.demo.alarm;

import dev.glasstrail.demo.cloudtrail.Ids;
import dev.glasstrail.demo.story.Alert;
import java.time.Instant;

/// One event that a rule heard.
///
/// @param alert the rule
/// @param eventId of the record
/// @param call such as `AssumeRole`
/// @param at when it happened, UTC
/// @param session under what name
/// @param handled when EventBridge handled it, seconds later
/// @param hitch what went wrong
record Ring(
        Alert alert,
        String eventId,
        String call,
        Instant at,
        String session,
        Instant handled,
        Hitch hitch) {

    private static final int LATE_SECONDS = 440;

    /// An event with the delay that its id gives it: up to three quarters of a minute.
    static Ring of(Ids ids, Alert alert, String eventId, String call, Instant at, String session) {
        int delay = 4 + ids.number("delay/" + eventId, 40);
        return new Ring(
                alert,
                eventId,
                call,
                at,
                session,
                at.plusSeconds(delay),
                Hitch.of(ids.seed(), eventId));
    }

    /// When the target was called, for the last time.
    Instant called() {
        return hitch == Hitch.LATE ? at.plusSeconds(LATE_SECONDS) : handled;
    }
}
