package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glasstrail.settings.GlassSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.event.ruler.Ruler;

/// The alarm that `setup` prints, as EventBridge would run it.
final class DeployedAlarm {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> rules = new LinkedHashMap<>();

    private DeployedAlarm(JsonNode printed) {
        printed.path("rules").properties().forEach(one -> rules.put(one.getKey(), one.getValue()));
    }

    static DeployedAlarm of(GlassSettings glass) {
        try {
            return new DeployedAlarm(
                    JSON.readTree(
                            AlarmStack.terraformVariables(glass)
                                    .text()
                                    .replace("${Prefix}", "glasstrail")
                                    .replace("${Channel}", "C0123456789")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return List.copyOf(rules.keySet());
    }

    String pattern(String name) {
        return rule(name).path("pattern").asText();
    }

    JsonNode paths(String name) {
        return rule(name).path("paths");
    }

    /// The rules that ring for an event, in their order.
    List<String> ringing(String event) {
        return names().stream().filter(name -> matches(pattern(name), event)).toList();
    }

    static boolean matches(String pattern, String event) {
        try {
            return Ruler.matchesRule(event, pattern);
        } catch (Exception e) {
            throw new IllegalArgumentException("a rule cannot be tried on " + event, e);
        }
    }

    /// What Slack would be sent: values are put in as they are, without escaping, as EventBridge
    /// does. A variable whose path is missing stays, which EventBridge would drop the message for.
    String sent(String name, String event) {
        String message = rule(name).path("template").asText();
        for (Map.Entry<String, JsonNode> path : paths(name).properties()) {
            JsonNode value = at(event, path.getValue().asText());
            if (!value.isMissingNode() && !value.isNull()) {
                message = message.replace("<" + path.getKey() + ">", value.asText());
            }
        }
        return message;
    }

    /// The paths of a rule's message that an event does not have.
    List<String> missing(String name, String event) {
        List<String> missing = new ArrayList<>();
        for (JsonNode path : paths(name)) {
            if (!at(event, path.asText()).isTextual()) {
                missing.add(path.asText());
            }
        }
        return missing;
    }

    private static JsonNode at(String event, String path) {
        try {
            return JSON.readTree(event).at(path.substring(1).replace('.', '/'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode rule(String name) {
        JsonNode rule = rules.get(name);
        if (rule == null) {
            throw new AssertionError("there is no rule " + name + "; there are " + names());
        }
        return rule;
    }
}
