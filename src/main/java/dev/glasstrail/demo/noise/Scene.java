package dev.glasstrail.demo.noise;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The slot that machines are filling: its place, its time, its chance, and what they did so far.
final class Scene {

    /// CloudTrail delivers within about ten minutes.
    private static final int LONGEST_LAG = 600;

    private final Slot slot;
    private final Dice dice;
    private final List<Event> events = new ArrayList<>();
    private Instant now;

    Scene(Slot slot, Dice dice) {
        this.slot = slot;
        this.dice = dice;
        this.now = slot.mark();
    }

    boolean hasRoom() {
        return events.size() < slot.records();
    }

    Dice dice() {
        return dice;
    }

    Account account() {
        return slot.account();
    }

    Instant now() {
        return now;
    }

    /// Goes to another moment before the file is written, near rather than far.
    void begin() {
        int lag = Math.min(dice.below(LONGEST_LAG + 1), 60 + dice.below(LONGEST_LAG - 59));
        now = slot.mark().minusSeconds(lag);
    }

    /// The next call, a moment after the last one.
    Event call(String service, String name) {
        Instant later = now.plusSeconds(dice.below(3));
        now = later.isAfter(slot.mark()) ? slot.mark() : later;
        Event event = Event.call(now, slot.account(), slot.region(), service, name);
        events.add(event);
        return event;
    }

    /// A role of this account.
    Role role(String name) {
        return Role.plain(slot.account(), name);
    }

    /// The ARN of something in this account and region.
    String arn(String service, String resource) {
        return slot.account().arn(service, slot.region().id(), resource);
    }

    /// A temporary access key.
    String key() {
        return "ASIAEXAMPLE" + dice.letters(9).toUpperCase(Locale.ROOT);
    }

    /// What was done, as much of it as the slot holds.
    List<ObjectNode> bodies() {
        List<ObjectNode> bodies = new ArrayList<>(slot.records());
        for (Event event : events.subList(0, Math.min(events.size(), slot.records()))) {
            bodies.add(event.body(dice.uuid(), dice.uuid()));
        }
        return bodies;
    }
}
