package dev.glasstrail.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Masks the parameters of one request. A part without secrets is returned as the same object.
final class ParameterMask {

    /// Deeper than any request that AWS knows; below it everything is masked, so that no nesting
    /// can exhaust the stack.
    private static final int DEEPEST = 100;

    private static final TextNode MASK = TextNode.valueOf(Redaction.MASK);

    private static final ObjectReader DOCUMENTS =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .reader();

    private final SecretPlaces places;

    ParameterMask(String source, String name) {
        this.places = new SecretPlaces(source, name);
    }

    JsonNode mask(JsonNode parameters) {
        return masked(parameters, Spot.TOP);
    }

    private JsonNode masked(JsonNode node, Spot spot) {
        if (spot.depth() > DEEPEST) {
            return hidden(node, spot);
        }
        if (node instanceof ObjectNode object) {
            return maskedObject(object, spot);
        }
        if (node instanceof ArrayNode array) {
            return maskedArguments(maskedArray(array, spot, false));
        }
        return node.isTextual() ? maskedText(node, spot) : node;
    }

    private JsonNode maskedObject(ObjectNode object, Spot spot) {
        ObjectNode copy = null;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Spot inner = spot.under(member.getKey());
            JsonNode before = member.getValue();
            JsonNode after =
                    places.isSecret(object, member.getKey(), before, spot)
                            ? hidden(before, inner)
                            : masked(before, inner);
            if (!after.equals(before)) {
                copy = copy == null ? object.objectNode().setAll(object) : copy;
                copy.set(member.getKey(), after);
            }
        }
        return copy == null ? object : copy;
    }

    private JsonNode maskedArray(ArrayNode array, Spot spot, boolean hide) {
        ArrayNode copy = null;
        for (int i = 0; i < array.size(); i++) {
            JsonNode before = array.get(i);
            JsonNode after =
                    hide || (i > 0 && isSecretOption(array.get(i - 1)))
                            ? hidden(before, spot.inList())
                            : masked(before, spot.inList());
            if (!after.equals(before)) {
                copy = copy == null ? array.arrayNode().addAll(array) : copy;
                copy.set(i, after);
            }
        }
        return copy == null ? array : copy;
    }

    /// A list of texts may be a command, one argument each.
    private static JsonNode maskedArguments(JsonNode list) {
        List<String> arguments = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            arguments.add(element.isTextual() ? element.textValue() : "");
        }
        List<String> masked = SecretCommands.maskArguments(arguments);
        if (masked.equals(arguments)) {
            return list;
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < list.size(); i++) {
            boolean same = masked.get(i).equals(arguments.get(i));
            copy.add(same ? list.get(i) : TextNode.valueOf(masked.get(i)));
        }
        return copy;
    }

    /// Whether an argument of a command announces that the next one is a secret.
    private static boolean isSecretOption(JsonNode argument) {
        return argument.isTextual()
                && argument.textValue().startsWith("-")
                && argument.textValue().indexOf('=') < 0
                && SecretKeys.isSecret(argument.textValue());
    }

    /// Masks a text by its looks, or inside where it is a document of its own.
    private JsonNode maskedText(JsonNode text, Spot spot) {
        JsonNode document = document(text.textValue());
        if (document == null) {
            String inner = WrappedText.decoded(text.textValue());
            if (inner != null && holdsSecret(inner)) {
                return MASK;
            }
            String masked = SecretAccessKeys.mask(SecretText.mask(text.textValue()), spot.name());
            return masked.equals(text.textValue()) ? text : TextNode.valueOf(masked);
        }
        JsonNode masked = masked(document, spot.inList());
        return masked.equals(document) ? text : TextNode.valueOf(masked.toString());
    }

    /// Whether something in a text, JSON or the start of it, would be masked.
    static boolean holdsSecret(String text) {
        JsonNode document = document(text);
        return document == null
                ? !SecretText.mask(text).equals(text)
                : !new ParameterMask("", "").mask(document).equals(document);
    }

    /// Every value in the node masked, whatever its name.
    private JsonNode hidden(JsonNode node, Spot spot) {
        if (spot.depth() > DEEPEST) {
            return MASK;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                copy.set(member.getKey(), hidden(member.getValue(), spot.under(member.getKey())));
            }
            return copy.equals(object) ? object : copy;
        }
        if (node instanceof ArrayNode array) {
            return maskedArray(array, spot, true);
        }
        if (node.isTextual()) {
            return SecretText.mayStay(node.textValue()) ? node : MASK;
        }
        // A flag or nothing gives no secret away.
        return node.isNumber() || node.isBinary() || node.isPojo() ? MASK : node;
    }

    private static @Nullable JsonNode document(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return null;
        }
        try {
            JsonNode document = DOCUMENTS.readTree(trimmed);
            return document.isContainerNode() ? document : null;
        } catch (JsonProcessingException e) {
            // Not a document then; it is masked as text.
            return null;
        }
    }

    /// Where in the request something stands.
    ///
    /// @param name of the nearest member around it, as [SecretKeys#plain]
    /// @param outer name of the member around that one
    /// @param listed whether it is an element of a list
    record Spot(String name, String outer, boolean listed, int depth) {

        static final Spot TOP = new Spot("", "", false, 0);

        Spot under(String member) {
            return new Spot(SecretKeys.plain(member), name, false, depth + 1);
        }

        Spot inList() {
            return new Spot(name, outer, true, depth + 1);
        }
    }
}
