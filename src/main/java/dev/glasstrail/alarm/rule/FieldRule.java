package dev.glasstrail.alarm.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.event.ruler.Machine;

/// One field of a pattern.
///
/// @param steps the names that lead to it
/// @param wanted what it may be: the pattern's array
/// @param alone matches events by this field and nothing else
record FieldRule(List<String> steps, JsonNode wanted, Machine alone) {

    static FieldRule of(List<String> steps, JsonNode wanted) {
        Machine alone = Machine.builder().build();
        try {
            alone.addRule("alone", nested(steps, wanted).toString());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new FieldRule(List.copyOf(steps), wanted, alone);
    }

    /// Such as `detail.requestParameters.roleArn`.
    String path() {
        return String.join(".", steps);
    }

    boolean passes(JsonNode event) {
        return !alone.rulesForJSONEvent(event).isEmpty();
    }

    /// Whether another value would pass.
    boolean admits(JsonNode value) {
        return passes(nested(steps, value));
    }

    /// What an event has there; a `MissingNode` where it has nothing.
    JsonNode valueIn(JsonNode event) {
        JsonNode at = event;
        for (String step : steps) {
            if (at.isArray()) {
                return at;
            }
            at = at.path(step);
        }
        return at;
    }

    /// The same as JSON, for people.
    String found(JsonNode event) {
        JsonNode value = valueIn(event);
        return value instanceof MissingNode ? "nothing" : value.toString();
    }

    /// The texts that are wanted exactly; empty if anything else is wanted too.
    Set<String> exactTexts() {
        Set<String> texts = new TreeSet<>();
        for (JsonNode one : wanted) {
            if (!one.isTextual()) {
                return Set.of();
            }
            texts.add(one.asText());
        }
        return texts;
    }

    /// The member of a record that the field lies in, if it is not among those that are read.
    Optional<String> unreadMember(Set<String> read) {
        return steps.getFirst().equals("detail") && steps.size() > 1 && !read.contains(steps.get(1))
                ? Optional.of(steps.get(1))
                : Optional.empty();
    }

    /// A value below its names.
    static ObjectNode nested(List<String> steps, JsonNode value) {
        ObjectNode top = JsonNodeFactory.instance.objectNode();
        ObjectNode at = top;
        for (String step : steps.subList(0, steps.size() - 1)) {
            at = at.putObject(step);
        }
        at.set(steps.getLast(), value);
        return top;
    }
}
