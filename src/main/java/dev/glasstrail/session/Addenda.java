package dev.glasstrail.session;

import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailEvent.Addendum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An addendum is a second record about one call, with an eventID of its own: not a second action.
final class Addenda {

    private Addenda() {}

    /// The records with every addendum folded into the record it completes. One whose original is
    /// not among them stands for it.
    static List<TrailEvent> folded(List<TrailEvent> events) {
        Map<String, TrailEvent> originals = new HashMap<>();
        for (TrailEvent event : events) {
            if (event.links().addendum() instanceof Addendum.None) {
                originals.put(event.key().eventId(), event);
            }
        }
        List<TrailEvent> rest = new ArrayList<>();
        for (TrailEvent event : events) {
            if (event.links().addendum() instanceof Addendum.To to) {
                TrailEvent original = originals.get(to.originalEventId());
                if (original == null) {
                    rest.add(event);
                } else if (to.reason().equals("UPDATED_DATA")) {
                    originals.put(to.originalEventId(), completed(original, event));
                }
            }
        }
        for (TrailEvent event : events) {
            if (event.links().addendum() instanceof Addendum.None) {
                rest.add(originals.getOrDefault(event.key().eventId(), event));
            }
        }
        rest.sort(Records.BY_TIME);
        return rest;
    }

    private static TrailEvent completed(TrailEvent original, TrailEvent addendum) {
        return new TrailEvent(
                original.key(),
                original.call(),
                original.principal(),
                original.origin(),
                addendum.outcome(),
                addendum.payload(),
                original.links());
    }
}
