package dev.glasstrail.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailEvent.Payload;
import java.util.Map;
import java.util.TreeMap;

/// A record as a text that is the same for records that say the same: the order of members, absent
/// or null, and the way a number is written say nothing.
final class SameRecord {

    private SameRecord() {}

    static String text(TrailEvent event) {
        Payload payload = event.payload();
        StringBuilder text = new StringBuilder();
        text.append(event.key())
                .append(event.call())
                .append(event.principal())
                .append(event.origin())
                .append(event.outcome())
                .append(event.links())
                .append(payload.resources());
        append(payload.request(), text);
        append(payload.response(), text);
        append(payload.additional(), text);
        append(payload.serviceDetails(), text);
        return text.toString();
    }

    private static void append(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (!member.getValue().isNull()) {
                    members.put(member.getKey(), member.getValue());
                }
            }
            text.append('{');
            members.forEach((name, value) -> {
                text.append('"').append(name).append("\":");
                append(value, text);
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            for (JsonNode item : node) {
                append(item, text);
                text.append(',');
            }
            text.append(']');
        } else if (node.isNumber()) {
            text.append(node.decimalValue().stripTrailingZeros());
        } else {
            text.append(node.isNull() || node.isMissingNode() ? "" : node.toString());
        }
    }
}
