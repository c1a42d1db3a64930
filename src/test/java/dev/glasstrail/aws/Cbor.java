package dev.glasstrail.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.thirdparty.jackson.core.JsonParser;
import software.amazon.awssdk.thirdparty.jackson.core.JsonToken;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORFactory;
import software.amazon.awssdk.thirdparty.jackson.dataformat.cbor.CBORGenerator;

/// Turns the bodies of Smithy's RPC v2 into trees and back.
final class Cbor {

    private static final CBORFactory FACTORY = new CBORFactory();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// CBOR's mark of a number that is a time, in seconds since the epoch.
    private static final int TIME = 1;

    private Cbor() {}

    static JsonNode read(byte[] body) throws IOException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            return parser.nextToken() == null ? NODES.objectNode() : node(parser);
        }
    }

    /// Numbers below a field named `Timestamps` are written as times.
    static byte[] write(JsonNode tree) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator generator = FACTORY.createGenerator(bytes)) {
            write(generator, tree, false);
        }
        return bytes.toByteArray();
    }

    private static JsonNode node(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = NODES.objectNode();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.set(name, node(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(node(parser));
                }
                yield array;
            }
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
    }

    private static void write(CBORGenerator to, JsonNode node, boolean isTime) throws IOException {
        if (node.isObject()) {
            to.writeStartObject();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                to.writeFieldName(field.getKey());
                write(to, field.getValue(), field.getKey().equals("Timestamps"));
            }
            to.writeEndObject();
        } else if (node.isArray()) {
            to.writeStartArray();
            for (JsonNode element : node) {
                write(to, element, isTime);
            }
            to.writeEndArray();
        } else if (node.isNumber()) {
            if (isTime) {
                to.writeTag(TIME);
            }
            to.writeNumber(node.doubleValue());
        } else {
            to.writeString(node.asText());
        }
    }
}
