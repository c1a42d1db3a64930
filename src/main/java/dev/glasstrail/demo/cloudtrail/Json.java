package dev.glasstrail.demo.cloudtrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// JSON values written in one line.
public final class Json {

    /// The JSON `null`, which CloudTrail writes where a call had no parameters or no answer.
    public static final JsonNode NULL = NullNode.getInstance();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    /// An object of names and values in turn; values may be text, numbers, booleans or nodes.
    public static ObjectNode object(Object... namesAndValues) {
        ObjectNode object = NODES.objectNode();
        put(object, namesAndValues);
        return object;
    }

    /// Sets names and values, in turn, on an object that exists.
    public static void put(ObjectNode object, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "names and values come in pairs, found " + namesAndValues.length);
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.set((String) namesAndValues[i], node(namesAndValues[i + 1]));
        }
    }

    /// An array.
    public static ArrayNode list(Object... values) {
        ArrayNode array = NODES.arrayNode(values.length);
        for (Object value : values) {
            array.add(node(value));
        }
        return array;
    }

    static JsonNode node(Object value) {
        return switch (value) {
            case JsonNode node -> node;
            case String text -> NODES.textNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            default ->
                    throw new IllegalArgumentException(
                            "no JSON value for " + value.getClass().getSimpleName());
        };
    }
}
