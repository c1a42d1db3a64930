package dev.glasstrail.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// What `report.json` and `actions.jsonl` say about one role, in lines that can be compared.
///
/// @param facts the figures of the whole report
/// @param lines a line for each session, unused opening and attempt, by what it is
record Told(String facts, Map<String, String> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Told read(Path folder, String role) throws IOException {
        JsonNode report = JSON.readTree(folder.resolve("report.json").toFile());
        Map<String, List<JsonNode>> actions = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("actions.jsonl"))) {
            JsonNode action = JSON.readTree(line);
            actions.computeIfAbsent(action.path("sessionId").asText(), _ -> new ArrayList<>())
                    .add(action);
        }
        Map<String, String> lines = new TreeMap<>();
        List<JsonNode> ofRole = new ArrayList<>();
        for (JsonNode session : report.path("sessions")) {
            if (session.path("role").path("name").asText().equals(role)) {
                ofRole.add(session);
                lines.put(key(session), session(session, actions));
            }
        }
        report.path("unusedOpenings").forEach(opening -> neverUsed(opening, lines));
        report.path("deniedOpenings").forEach(opening -> denied(opening, lines));
        return new Told(facts(report, ofRole), lines);
    }

    private static String facts(JsonNode report, List<JsonNode> sessions) {
        int unusedEvents = 0;
        for (JsonNode opening : report.path("unusedOpenings")) {
            unusedEvents += opening.path("eventIds").size();
        }
        int orphans = 0;
        for (JsonNode finding : report.path("findings")) {
            if (finding.path("code").asText().equals("RECORDS_WITHOUT_SESSION")) {
                orphans += finding.path("eventIds").size();
            }
        }
        return """
        records %d
        duplicates %d
        sessions %d
        openings %d
        actions %d
        errors %d
        never used %d
        denied %d
        without session %d\
        """
                .formatted(
                        report.path("source").path("records").asInt(),
                        report.path("source").path("duplicates").asInt(),
                        sessions.size(),
                        unusedEvents
                                + sessions.stream()
                                        .mapToInt(one -> one.path("openingEventIds").size())
                                        .sum(),
                        sessions.stream().mapToInt(one -> one.path("actions").asInt()).sum(),
                        sessions.stream().mapToInt(one -> one.path("errors").asInt()).sum(),
                        report.path("unusedOpenings").size(),
                        report.path("deniedOpenings").size(),
                        orphans);
    }

    private static String key(JsonNode session) {
        return "session %s %s %s"
                .formatted(
                        session.path("principalId").asText(),
                        session.path("arn").asText(),
                        session.path("createdAt").asText());
    }

    private static String session(JsonNode session, Map<String, List<JsonNode>> actions) {
        List<JsonNode> own = actions.getOrDefault(session.path("id").asText(), List.of());
        return """
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
                        session.path("account").asText(),
                        session.path("sessionName").asText(),
                        session.path("openings").isEmpty()
                                ? "-"
                                : caller(session.path("openedBy").asText()),
                        session.path("openedAt").asText(),
                        openings(session.path("openings")),
                        TruthLines.sorted(session.path("issuedUnusedKeys")),
                        session.path("actions").asInt(),
                        session.path("reads").asInt(),
                        session.path("writes").asInt(),
                        session.path("unknownAccess").asInt(),
                        session.path("errors").asInt(),
                        session.path("forwarded").asInt(),
                        TruthLines.counts(session.path("errorCodes")),
                        session.path("firstActionAt").asText(),
                        session.path("lastActionAt").asText(),
                        TruthLines.sorted(session.path("accessKeyIds")),
                        TruthLines.sorted(session.path("sourceIps")),
                        TruthLines.sorted(session.path("regions")),
                        TruthLines.counts(session.path("services")),
                        tally(own, Told::call),
                        tally(own, one -> one.path("time").asText().substring(0, 16) + "Z"),
                        own.stream().map(one -> one.path("eventId").asText()).sorted().toList());
    }

    /// The truth has an IAM user's name where the report has the arn.
    private static String caller(String openedBy) {
        return openedBy.replaceFirst("^arn:[^:]*:iam::[^:]*:user/", "");
    }

    private static String call(JsonNode action) {
        return action.path("source").asText().replace(".amazonaws.com", "")
                + ":"
                + action.path("name").asText();
    }

    private static Map<String, Integer> tally(
            List<JsonNode> actions, Function<JsonNode, String> what) {
        Map<String, Integer> counts = new TreeMap<>();
        actions.forEach(action -> counts.merge(what.apply(action), 1, Integer::sum));
        return counts;
    }

    private static List<String> openings(JsonNode openings) {
        List<String> lines = new ArrayList<>();
        for (JsonNode opening : openings) {
            lines.add(
                    opening.path("eventId").asText()
                            + " "
                            + opening.path("at").asText()
                            + " "
                            + opening.path("name").asText()
                            + " "
                            + opening.path("issuedKey").asText());
        }
        Collections.sort(lines);
        return lines;
    }

    private static void neverUsed(JsonNode opening, Map<String, String> lines) {
        lines.put(
                "never used " + TruthLines.sorted(opening.path("eventIds")),
                "account %s at %s, keys %s"
                        .formatted(
                                opening.path("account").asText(),
                                opening.path("openedAt").asText(),
                                TruthLines.sorted(opening.path("accessKeyIds"))));
    }

    private static void denied(JsonNode denied, Map<String, String> lines) {
        lines.put(
                "denied " + denied.path("eventId").asText(),
                "at %s by %s: %s"
                        .formatted(
                                denied.path("at").asText(),
                                denied.path("person").path("name").asText(),
                                denied.path("errorCode").asText()));
    }
}
