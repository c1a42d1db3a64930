package dev.glasstrail.alarm.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.alarm.Mismatch.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/// The nearest pattern to one that misses an event.
final class Nearest {

    private static final Pattern PERMISSION_SET_ROLE =
            Pattern.compile(
                    "arn:([^:]*):iam::[^:]*:role/aws-reserved/.*/(AWSReservedSSO_.+_)[0-9a-f]{16}");

    private Nearest() {}

    /// The nearest pattern, by the fields that fail.
    ///
    /// @param alternative the fields of the pattern
    /// @param slips those that fail
    /// @return JSON in one line; `""` where the changes are not enough
    static String of(List<FieldRule> alternative, Map<FieldRule, Kind> slips, JsonNode event) {
        ObjectNode pattern = JsonNodeFactory.instance.objectNode();
        for (FieldRule field : alternative) {
            Kind slip = slips.get(field);
            if (slip == null) {
                put(pattern, field.steps(), field.wanted());
                continue;
            }
            JsonNode found = field.valueIn(event);
            boolean isDropped =
                    slip == Kind.RESOURCES || slip == Kind.FAILED_CALL || !found.isValueNode();
            if (!isDropped) {
                put(pattern, field.steps(), widened(field.wanted(), slip, found));
            }
        }
        return matches(pattern, event) ? pattern.toString() : "";
    }

    private static JsonNode widened(JsonNode wanted, Kind slip, JsonNode found) {
        ArrayNode widened = JsonNodeFactory.instance.arrayNode();
        wanted.forEach(widened::add);
        Matcher role = PERMISSION_SET_ROLE.matcher(found.asText());
        if (slip == Kind.REGION_SEGMENT && role.matches()) {
            widened.addObject()
                    .put(
                            "wildcard",
                            "arn:%s:iam::*:role/aws-reserved/sso.amazonaws.com/*%s*"
                                    .formatted(role.group(1), role.group(2)));
        } else {
            widened.add(found);
        }
        return widened;
    }

    private static void put(ObjectNode pattern, List<String> steps, JsonNode value) {
        ObjectNode at = pattern;
        for (String step : steps.subList(0, steps.size() - 1)) {
            JsonNode below = at.path(step);
            at = below instanceof ObjectNode object ? object : at.putObject(step);
        }
        at.set(steps.getLast(), value);
    }

    private static boolean matches(ObjectNode pattern, JsonNode event) {
        String text = pattern.toString();
        if (pattern.isEmpty() || JsonRuleCompiler.check(text) != null) {
            return false;
        }
        Machine machine = Machine.builder().build();
        try {
            machine.addRule("nearest", text);
        } catch (IOException _) {
            return false;
        }
        return !machine.rulesForJSONEvent(event).isEmpty();
    }
}
