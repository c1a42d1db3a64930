package dev.glasstrail.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.demo.DemoBucket.Copy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The records of the standard organisation, found by the names that stories give them.
final class DemoRecords {

    private static final DemoOrganisation ORGANISATION = DemoOrganisation.standard();

    private final List<Copy> all;
    private final Map<String, List<Copy>> byEventId = new HashMap<>();

    DemoRecords(DemoBucket bucket) {
        this.all = bucket.records();
        for (Copy copy : all) {
            byEventId.computeIfAbsent(copy.eventId(), ignored -> new ArrayList<>()).add(copy);
        }
    }

    List<Copy> all() {
        return all;
    }

    /// Every delivered copy of a record.
    ///
    /// @param name story and label, such as `database-restore/AssumeRoleWithSAML`
    List<Copy> copies(String name) {
        List<Copy> copies = byEventId.getOrDefault(eventId(name), List.of());
        if (copies.isEmpty()) {
            throw new AssertionError("no record is called " + name);
        }
        return copies;
    }

    JsonNode body(String name) {
        return copies(name).getFirst().body();
    }

    /// The text at a JSON pointer of a record; empty where it is not.
    String text(String name, String pointer) {
        return body(name).at(pointer).asText();
    }

    /// The actions of the session to which a record belongs.
    List<Copy> session(String name) {
        JsonNode identity = body(name).path("userIdentity");
        return all.stream()
                .filter(copy -> sameSession(identity, copy.body().path("userIdentity")))
                .toList();
    }

    static String eventId(String name) {
        String[] parts = name.split("/", 2);
        return ORGANISATION.eventId(parts[0], parts[1]);
    }

    private static boolean sameSession(JsonNode one, JsonNode other) {
        return one.path("arn").equals(other.path("arn"))
                && one.at("/sessionContext/attributes/creationDate")
                        .equals(other.at("/sessionContext/attributes/creationDate"));
    }
}
