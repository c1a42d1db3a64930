package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Delivered;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.Ids;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The events of one story, in the order in which it tells them.
///
/// Each event has a label that no other of the story has: its own, or the name of the call, with
/// `#2`, `#3` … when that comes again. Record ids follow from seed, story and label alone.
public final class Script {

    private final Ids ids;
    private final List<Event> events = new ArrayList<>();

    private Script(Ids ids) {
        this.ids = ids;
    }

    /// Lets a story tell its events.
    public static List<Delivered> of(Story story, long seed) {
        Script script = new Script(new Ids(seed, story.name()));
        story.tell(script);
        return script.delivered();
    }

    /// The `eventID` of a labelled event.
    public static String eventId(long seed, String story, String label) {
        return new Ids(seed, story).uuid("event/" + label);
    }

    /// Adds an event; whatever is still to be said of it can be said afterwards.
    Event event(Instant time, Account account, Region region, String service, String name) {
        Event event = Event.call(time, account, region, service, name);
        events.add(event);
        return event;
    }

    /// The last event so far with a label, to say more of it.
    Event last(String label) {
        return events.reversed().stream()
                .filter(event -> event.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + label));
    }

    /// Made-up ids in the name space of the story.
    Ids ids() {
        return ids;
    }

    /// The `eventID` of another event of this story, by its label.
    String eventId(String label) {
        return ids.uuid("event/" + label);
    }

    /// How many events the story has told, for labels that must differ.
    int size() {
        return events.size();
    }

    private List<Delivered> delivered() {
        List<Delivered> delivered = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Event event : events) {
            int times = seen.merge(event.label(), 1, Integer::sum);
            String label = times == 1 ? event.label() : event.label() + "#" + times;
            delivered.addAll(
                    event.delivered(ids.uuid("event/" + label), ids.uuid("request/" + label)));
        }
        return delivered;
    }
}
