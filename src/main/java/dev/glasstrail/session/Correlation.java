package dev.glasstrail.session;

import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.List;

/// What the records of a window say about the use of the glasses.
///
/// @param sessions of the window and those carried over from before, by creation, then id
/// @param neverUsed openings of the window, by time
/// @param denied attempts of the window, by time
/// @param uses of the window, by start, then id
/// @param orphans records of a watched role session that no session could be found for, by time
/// @param unansweredVisits visits to the portal for a watched permission set that no opening
///   followed
/// @param guardTouches within the window, by time
public record Correlation(
        List<GlassSession> sessions,
        List<NeverUsed> neverUsed,
        List<Denied> denied,
        List<Use> uses,
        List<TrailEvent> orphans,
        List<UnansweredVisit> unansweredVisits,
        List<TrailEvent> guardTouches) {

    public Correlation {
        sessions = List.copyOf(sessions);
        neverUsed = List.copyOf(neverUsed);
        denied = List.copyOf(denied);
        uses = List.copyOf(uses);
        orphans = List.copyOf(orphans);
        unansweredVisits = List.copyOf(unansweredVisits);
        guardTouches = List.copyOf(guardTouches);
    }

    /// Identity Center handed out credentials for a glass, and the account's own log holds no
    /// opening for them: records of that account are missing.
    public record UnansweredVisit(
            String eventId, Instant at, String account, String permissionSet, Person person) {}
}
