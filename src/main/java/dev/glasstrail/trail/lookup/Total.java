package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.PlaceCounts;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// What all scans of a run have been given, each record once.
///
/// The scans ask for different things, so that what the second one reads comes on top of the first
/// one's. Remembers the records' ids, of which there are fifty for each call at the most.
final class Total {

    private final PlaceCounts places = new PlaceCounts(PlaceCounts.MOST_PLACES);
    private final Set<TrailEvent.EventKey> records = new HashSet<>();
    private long characters;

    void add(TrailEvent event, ReadRequest request, int length) {
        if (!records.add(event.key())) {
            return;
        }
        characters += length;
        Instant time = event.call().time();
        if (!time.isBefore(request.from()) && time.isBefore(request.to())) {
            places.record(event);
        }
    }

    long records() {
        return records.size();
    }

    /// Of the records' JSON.
    long characters() {
        return characters;
    }

    PlaceCounts places() {
        return places;
    }
}
