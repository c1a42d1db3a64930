package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.ParsedRecord;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Unreadable;
import dev.glasstrail.trail.RecordText;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailSource;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudtrail.model.Event;

/// Takes the records that the lookups of one scan give, each once, however many lookups give it.
final class Harvest {

    private final ReadRequest request;
    private final TrailSource.Sink sink;
    private final Followed followed;
    private final Total total;
    private final Set<TrailEvent.EventKey> taken = new HashSet<>();
    private final Set<Unreadable> unreadable = new TreeSet<>();

    Harvest(ReadRequest request, TrailSource.Sink sink, Followed followed, Total total) {
        this.total = total;
        this.request = request;
        this.sink = sink;
        this.followed = followed;
    }

    /// @param place whose history has it
    void take(Event found, Place place) {
        String json = Objects.toString(found.cloudTrailEvent(), "");
        switch (RecordText.record(json)) {
            case ParsedRecord.Recognised(TrailEvent event) -> take(event, found, json);
            case ParsedRecord.Doubtful(TrailEvent event, String reason) -> {
                take(event, found, json);
                name(found, place, reason, 1);
            }
            case ParsedRecord.Damaged(String reason) -> name(found, place, reason, 0);
            case ParsedRecord.Unrecognised(String reason) -> name(found, place, reason, 0);
            case ParsedRecord.Insight _, ParsedRecord.Foreign _ -> {
                // No record of an action.
            }
        }
    }

    long records() {
        return taken.size();
    }

    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    private void take(TrailEvent event, Event found, String json) {
        if (!taken.add(event.key())) {
            return;
        }
        total.add(event, request, json.length());
        followed.met(event, Objects.toString(found.username(), ""));
        if (request.wants(event)) {
            sink.accept(event);
        }
    }

    private void name(Event found, Place place, String reason, long read) {
        String id = Objects.toString(found.eventId(), "an event without an id");
        String plain = id.replaceAll("[\\p{Cntrl}\\s]+", " ");
        String shown = plain.length() > 100 ? plain.substring(0, 100) + "…" : plain;
        Instant time = found.eventTime() == null ? Instant.EPOCH : found.eventTime();
        unreadable.add(new Unreadable(shown, reason, read, place, time));
    }
}
