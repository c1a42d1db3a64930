package dev.glasstrail.session;

import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailEvent.EventKey;
import java.util.Comparator;
import java.util.List;

/// What the scans gave, each record once, every list by time, then event id.
///
/// @param openings granted ones of anybody but AWS services, and everything about a watched
///   identity
/// @param visits steps on Identity Center's portal
/// @param acts what watched and derived identities did, and records of role sessions without issuer
/// @param guardTouches changes to what watches the glass, whoever made them
/// @param kept how many records that is
/// @param copies further copies of them
/// @param conflicting events of which copies with different content were read
public record Records(
        List<Opening> openings,
        List<PortalVisit> visits,
        List<TrailEvent> acts,
        List<TrailEvent> guardTouches,
        long kept,
        long copies,
        List<EventKey> conflicting) {

    static final Comparator<TrailEvent> BY_TIME =
            Comparator.comparing((TrailEvent event) -> event.call().time())
                    .thenComparing(TrailEvent::key);

    public Records {
        openings = List.copyOf(openings);
        visits = List.copyOf(visits);
        acts = List.copyOf(acts);
        guardTouches = List.copyOf(guardTouches);
        conflicting = List.copyOf(conflicting);
    }
}
