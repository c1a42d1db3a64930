package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// JSON as YAML that people read: objects in blocks, what is in lists on one line each.
final class YamlLines {

    /// No line of a list is longer.
    private static final int LINE = 100;

    private YamlLines() {}

    /// The members of an object, each line behind a margin.
    ///
    /// @param margin spaces before a line
    static List<String> of(ObjectNode object, int margin) {
        String space = " ".repeat(margin);
        List<String> lines = new ArrayList<>();
        object.properties()
                .forEach(member -> {
                    String key = space + member.getKey() + ":";
                    JsonNode value = member.getValue();
                    if (value instanceof ObjectNode inner) {
                        lines.add(key);
                        lines.addAll(of(inner, margin + 2));
                    } else if (value.isArray() && isPlain(value) && fits(key, flow(value))) {
                        lines.add(key + " " + flow(value));
                    } else if (value.isArray()) {
                        lines.add(key);
                        value.forEach(one -> lines.add(space + "  - " + flow(one)));
                    } else {
                        lines.add(key + " " + flow(value));
                    }
                });
        return lines;
    }

    /// A text in single quotes, in which nothing but the quote itself means anything.
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static boolean isPlain(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private static boolean fits(String key, String value) {
        return key.length() + 1 + value.length() <= LINE;
    }

    private static String flow(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(YamlLines::flow)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> member.getKey() + ": " + flow(member.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (!value.isTextual()) {
            return value.toString();
        }
        String tag = value.textValue().contains(PlannedRule.PREFIX) ? "!Sub " : "";
        return tag + quoted(value.textValue());
    }
}
