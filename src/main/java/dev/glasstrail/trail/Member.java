package dev.glasstrail.trail;

import com.fasterxml.jackson.databind.JsonNode;

/// How the members of a record are read, whose JSON types vary from service to service.
final class Member {

    private static final int SHOWN = 60;

    private Member() {}

    /// The member as text: `""` where it is missing, null, an object or an array.
    static String text(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        return node.isValueNode() && !node.isNull() ? node.asText() : "";
    }

    /// What stands there, short enough and plain enough for a message.
    static String shown(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "missing";
            case NULL -> "null";
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case STRING, BINARY, BOOLEAN, NUMBER -> shown(node.asText());
        };
    }

    private static String shown(String text) {
        String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        StringBuilder plain = new StringBuilder("\"");
        cut.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.append('"').toString();
    }
}
