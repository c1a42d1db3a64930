package dev.glasstrail.trail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Builds the tree of one record's member: within a limit, and with an eye on names that occur
/// twice, which a reader may resolve either way.
public final class TreeReader {

    /// What a value costs besides its characters, so that many small ones are limited too.
    private static final int VALUE = 8;

    private static final long LARGEST_SCALE = 400;
    private static final int REPEATED_NAMED = 5;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final List<String> repeated = new ArrayList<>();
    private long left;

    /// @param parser that stands before or on a value
    /// @param characters most of names and values that are kept
    public TreeReader(JsonParser parser, int characters) {
        this.parser = parser;
        this.left = characters;
    }

    /// Whether the limit was passed; what was built then is incomplete.
    public boolean isTooLarge() {
        return left < 0;
    }

    /// Names that occurred twice in one object, in order, the first few of them.
    public List<String> repeated() {
        return repeated;
    }

    /// Reads the value that the parser stands on, and keeps it.
    public void readInto(ObjectNode parent, String name) throws IOException {
        left -= name.length();
        if (parent.replace(name, value()) != null && repeated.size() < REPEATED_NAMED) {
            repeated.add(name);
        }
    }

    /// Reads the value that the parser stands on.
    public JsonNode value() throws IOException {
        left -= VALUE;
        JsonToken token = parser.currentToken();
        if (left < 0) {
            parser.skipChildren();
            return NODES.nullNode();
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL,
                    NOT_AVAILABLE,
                    END_OBJECT,
                    END_ARRAY,
                    FIELD_NAME,
                    VALUE_EMBEDDED_OBJECT ->
                    NODES.nullNode();
        };
    }

    private ObjectNode object() throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            readInto(object, name);
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value());
        }
        return array;
    }

    private JsonNode text() throws IOException {
        left -= parser.getTextLength();
        return left < 0 ? NODES.nullNode() : NODES.textNode(parser.getText());
    }

    private JsonNode integer() throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL ->
                    NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /// Exact, and as text where its exponent alone could fill the memory of whoever computes.
    private JsonNode fraction() throws IOException {
        String text = parser.getText();
        left -= text.length();
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= LARGEST_SCALE) {
                return DecimalNode.valueOf(number);
            }
        } catch (NumberFormatException _) {
            // An exponent of too many digits.
        }
        return NODES.textNode(text);
    }
}
