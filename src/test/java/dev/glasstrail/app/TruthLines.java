package dev.glasstrail.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The ground truth in the lines that [Told] makes of a report.
final class TruthLines {

    private TruthLines() {}

    static Map.Entry<String, String> session(JsonNode session) {
        String key =
                "session %s %s %s"
                        .formatted(
                                session.path("principalId").asText(),
                                session.path("assumedRoleArn").asText(),
                                session.path("creationDate").asText());
        String value =
                """
                account %s
                session name %s
                opened by %s
                opened %s
                openings %s
                unused keys %s
                actions %d, reads %d, writes %d, unmarked %d, errors %d, forwarded %d
                error codes %s
                first %s, last %s
                keys %s
                addresses %s
                regions %s
                services %s
                calls %s
                per minute %s
                events %s\
                """
                        .formatted(
                                session.path("accountId").asText(),
                                session.path("roleSessionName").asText(),
                                caller(session.path("who")),
                                session.path("openingEventTime").asText(),
                                openings(session.path("openings")),
                                sorted(session.path("issuedButUnusedKeys")),
                                session.path("actions").asInt(),
                                session.path("readOnlyActions").asInt(),
                                session.path("writeActions").asInt(),
                                session.path("readOnlyUnknown").asInt(),
                                session.path("errors").asInt(),
                                session.path("invokedByServiceActions").asInt(),
                                counts(session.path("errorCodes")),
                                session.path("firstActionTime").asText(),
                                session.path("lastActionTime").asText(),
                                sorted(session.path("accessKeyIdsUsed")),
                                sorted(session.path("sourceIPs")),
                                sorted(session.path("regions")),
                                counts(session.path("eventSources")),
                                counts(session.path("eventNames")),
                                counts(session.path("actionsPerMinute")),
                                sorted(session.path("actionEventIDs")));
        return Map.entry(key, value);
    }

    static Map.Entry<String, String> neverUsed(JsonNode opening) {
        List<String> ids = new ArrayList<>();
        opening.path("openings").forEach(one -> ids.add(one.path("eventID").asText()));
        Collections.sort(ids);
        return Map.entry(
                "never used " + ids,
                "account %s at %s, keys %s"
                        .formatted(
                                opening.path("accountId").asText(),
                                opening.path("openingEventTime").asText(),
                                sorted(opening.path("accessKeyIdsIssued"))));
    }

    static Map.Entry<String, String> denied(JsonNode denied) {
        return Map.entry(
                "denied " + denied.path("eventID").asText(),
                "at %s by %s: %s"
                        .formatted(
                                denied.path("time").asText(),
                                denied.path("who").asText(),
                                denied.path("errorCode").asText()));
    }

    /// The truth names nobody where no opening is in the data; the report then has the session's
    /// name.
    private static String caller(JsonNode who) {
        return who.path("type").asText().equals("unknown") ? "-" : who.path("name").asText();
    }

    static List<String> openings(JsonNode openings) {
        List<String> lines = new ArrayList<>();
        for (JsonNode opening : openings) {
            lines.add(
                    opening.path("eventID").asText()
                            + " "
                            + opening.path("time").asText()
                            + " "
                            + opening.path("eventName").asText()
                            + " "
                            + opening.path("issuedAccessKeyId").asText());
        }
        Collections.sort(lines);
        return lines;
    }

    static List<String> sorted(JsonNode texts) {
        List<String> sorted = new ArrayList<>();
        texts.forEach(text -> sorted.add(text.asText()));
        Collections.sort(sorted);
        return sorted;
    }

    static Map<String, Integer> counts(JsonNode counts) {
        Map<String, Integer> sorted = new TreeMap<>();
        counts.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue().asInt()));
        return sorted;
    }
}
