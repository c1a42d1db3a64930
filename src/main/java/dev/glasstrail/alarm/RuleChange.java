package dev.glasstrail.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A change of a rule or of its targets that was made.
///
/// @param at when, UTC
/// @param call such as `DisableRule`
/// @param event as recorded
record RuleChange(RuleId rule, Instant at, String call, TrailEvent event) {

    private static final Set<String> CALLS =
            Set.of(
                    "PutRule",
                    "EnableRule",
                    "DisableRule",
                    "DeleteRule",
                    "PutTargets",
                    "RemoveTargets");

    /// The change that a record tells of; empty if it tells of none, or of one that was refused.
    static Optional<RuleChange> of(TrailEvent event) {
        String name = event.payload().requested("name");
        String rule = name.isEmpty() ? event.payload().requested("rule") : name;
        if (!event.call().source().equals("events.amazonaws.com")
                || !CALLS.contains(event.call().name())
                || event.outcome().failed()
                || rule.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RuleChange(
                        new RuleId(
                                new Place(event.key().recipientAccountId(), event.call().region()),
                                bus(event.payload().requested("eventBusName")),
                                rule),
                        event.call().time(),
                        event.call().name(),
                        event));
    }

    /// A bus is named, or given by its ARN.
    private static String bus(String requested) {
        String name = requested.substring(requested.lastIndexOf('/') + 1);
        return name.isEmpty() ? RuleId.DEFAULT_BUS : name;
    }

    /// The targets that it put; empty for another change.
    List<Target> targetsPut() {
        List<Target> targets = new ArrayList<>();
        for (JsonNode target : event.payload().request().path("targets")) {
            targets.add(
                    new Target(
                            target.path("id").asText(),
                            target.path("arn").asText(),
                            target.path("deadLetterConfig").path("arn").asText()));
        }
        return targets;
    }

    /// The ids of the targets that it removed; empty for another change.
    List<String> targetsRemoved() {
        List<String> ids = new ArrayList<>();
        event.payload().request().path("ids").forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /// For people.
    String words() {
        return "%s at %s (%s)".formatted(call, at, event.key().eventId());
    }
}
