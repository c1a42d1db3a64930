package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The words of an event pattern.
final class PatternJson {

    /// Texts with a quote and texts with a backslash, each of which would break out of a message.
    private static final List<String> BREAKING_OUT = List.of("*\"*", "*\\\\*");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PatternJson() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    /// Any of these.
    static ArrayNode any(Collection<? extends JsonNode> matchers) {
        return JSON.arrayNode().addAll(matchers);
    }

    /// Any of these texts.
    static ArrayNode texts(String... texts) {
        return any(Stream.of(texts).map(JSON::textNode).toList());
    }

    /// None of these texts, but a text.
    static ArrayNode noneOf(String... texts) {
        return any(List.of(object().set("anything-but", texts(texts))));
    }

    static ArrayNode prefix(String text) {
        return any(List.of(object().put("prefix", text)));
    }

    static ArrayNode exists(boolean exists) {
        return any(List.of(object().put("exists", exists)));
    }

    /// A text that can be put into a message as it is.
    static ArrayNode unbroken() {
        ArrayNode breaking = texts(BREAKING_OUT.toArray(String[]::new));
        return any(List.of(object().set("anything-but", object().set("wildcard", breaking))));
    }

    /// Everything but what [#unbroken()] takes: no text at all, or one that would break out.
    static ArrayNode missingOrBroken() {
        return exists(false).addAll(wildcards(BREAKING_OUT));
    }

    /// A matcher for each wildcard, the cheapest that says the same: EventBridge refuses rules as
    /// too complex that have many of its own wildcards.
    static List<JsonNode> wildcards(List<String> wildcards) {
        return wildcards.stream().map(PatternJson::wildcard).toList();
    }

    private static JsonNode wildcard(String text) {
        String plain = text.replace("\\\\", "\\").replace("*", "");
        int first = text.indexOf('*');
        if (first < 0) {
            return JSON.textNode(plain);
        }
        if (text.equals("*")) {
            return object().put("exists", true);
        }
        boolean isOnly = first == text.lastIndexOf('*');
        if (isOnly && first == 0) {
            return object().put("suffix", plain);
        }
        return isOnly && first == text.length() - 1
                ? object().put("prefix", plain)
                : object().put("wildcard", text);
    }

    /// What a matcher adds to the complexity of its rule, nearly as event-ruler counts it.
    static int complexity(JsonNode matcher) {
        long stars = matcher.path("wildcard").asText().chars().filter(c -> c == '*').count();
        return stars == 0 ? 0 : (int) Math.max(2, 2 * stars - 1);
    }
}
