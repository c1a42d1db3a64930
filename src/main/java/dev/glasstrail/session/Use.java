package dev.glasstrail.session;

import java.time.Instant;
import java.util.List;

/// What a person calls "that time on Tuesday": sessions of one person with one glass in one
/// account, each opened less than an hour after the last action of the one before.
///
/// @param id stable across re-issues, such as `BG-2026-W46-3f9a`; the week is that of its first
///   session, which for a use that goes on in this window lies before it
/// @param from the first opening in the window, or the creation of a session without one
/// @param to the last action, chained sessions included; a later opening that was never used
/// @param sessionIds by creation, chained ones after the session that opened them
/// @param neverUsed ids of the unused openings in it
/// @param denied event ids of refused attempts within an hour of it
public record Use(
        String id,
        GlassSession.Powers powers,
        Person person,
        Instant from,
        Instant to,
        List<String> sessionIds,
        List<String> neverUsed,
        List<String> denied) {

    public Use {
        sessionIds = List.copyOf(sessionIds);
        neverUsed = List.copyOf(neverUsed);
        denied = List.copyOf(denied);
    }
}
