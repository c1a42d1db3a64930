package dev.glasstrail.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailEvent.Addendum;
import dev.glasstrail.trail.TrailEvent.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An addendum is a second record about one call, with an eventID of its own: not a second action.
final class Addenda {

    private static final String UPDATED = "UPDATED_DATA";

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
                if (original == null || !isAbout(event, original)) {
                    rest.add(event);
                } else if (to.reason().equals(UPDATED)) {
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

    /// An addendum that is about another call than it says is a record of its own.
    private static boolean isAbout(TrailEvent addendum, TrailEvent original) {
        return addendum.call().is(original.call().source(), original.call().name())
                && addendum.key().recipientAccountId().equals(original.key().recipientAccountId())
                && addendum.principal()
                        .identity()
                        .arn()
                        .equals(original.principal().identity().arn());
    }

    /// The openings with every addendum folded into the opening it completes.
    static List<Opening> foldedOpenings(List<Opening> openings) {
        Map<String, Opening> originals = new HashMap<>();
        for (Opening opening : openings) {
            if (opening.call().links().addendum() instanceof Addendum.None) {
                originals.put(opening.call().eventId(), opening);
            }
        }
        List<Opening> folded = new ArrayList<>();
        for (Opening opening : openings) {
            if (opening.call().links().addendum() instanceof Addendum.To to) {
                Opening original = originals.get(to.originalEventId());
                if (original == null) {
                    folded.add(opening);
                } else if (to.reason().equals(UPDATED)) {
                    originals.put(to.originalEventId(), completed(original, opening));
                }
            }
        }
        folded.addAll(originals.values());
        folded.sort(Opening.ORDER);
        return folded;
    }

    private static Opening completed(Opening original, Opening addendum) {
        return new Opening(
                original.way(),
                original.call(),
                original.caller(),
                addendum.target().arn().isEmpty() ? original.target() : addendum.target(),
                addendum.issued().accessKeyId().isEmpty() ? original.issued() : addendum.issued(),
                original.origin(),
                addendum.outcome().failed() ? addendum.outcome() : original.outcome());
    }

    /// What the addendum does not say stays as it was.
    private static TrailEvent completed(TrailEvent original, TrailEvent addendum) {
        return new TrailEvent(
                original.key(),
                original.call(),
                original.principal(),
                original.origin(),
                addendum.outcome().failed() ? addendum.outcome() : original.outcome(),
                completed(original.payload(), addendum.payload()),
                original.links());
    }

    private static Payload completed(Payload original, Payload addendum) {
        return new Payload(
                original.record(),
                either(addendum.request(), original.request()),
                either(addendum.response(), original.response()),
                either(addendum.additional(), original.additional()),
                either(addendum.serviceDetails(), original.serviceDetails()),
                addendum.resources().isEmpty() ? original.resources() : addendum.resources());
    }

    private static JsonNode either(JsonNode first, JsonNode second) {
        return first.isNull() || first.isMissingNode() ? second : first;
    }
}
