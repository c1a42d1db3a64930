package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Parts matchers among as many rules as it takes to keep each pattern short and simple enough.
final class PatternParts {

    /// AWS tells no limit. Rules of 9, as event-ruler counts, have been taken, and rules of 12
    /// refused as too complex. What is added up here falls short of that count by up to 1.
    static final int MOST_COMPLEX = 8;

    private PatternParts() {}

    /// The matchers of each rule, in their order.
    ///
    /// A matcher that is too complex by itself has a rule of its own.
    ///
    /// @param pattern makes a pattern of matchers
    /// @throws IllegalArgumentException if a matcher by itself makes a pattern too long
    static List<List<JsonNode>> of(
            List<JsonNode> matchers, Function<ArrayNode, ObjectNode> pattern) {
        List<List<JsonNode>> parts = new ArrayList<>();
        List<JsonNode> part = new ArrayList<>();
        for (JsonNode matcher : matchers) {
            part.add(matcher);
            if (!isSimple(part) || !fits(part, pattern)) {
                part.removeLast();
                if (!part.isEmpty()) {
                    parts.add(List.copyOf(part));
                }
                part = new ArrayList<>(List.of(matcher));
                if (!fits(part, pattern)) {
                    throw new IllegalArgumentException(
                            "glass has a pattern of %d characters, too long for a rule, which has %d in all; give a shorter one"
                                    .formatted(
                                            matcher.toString().length(),
                                            PlannedRule.LONGEST_PATTERN));
                }
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static boolean isSimple(List<JsonNode> part) {
        return part.stream().mapToInt(PatternJson::complexity).sum() <= MOST_COMPLEX;
    }

    private static boolean fits(List<JsonNode> part, Function<ArrayNode, ObjectNode> pattern) {
        return PlannedRule.fits(pattern.apply(PatternJson.any(part)));
    }
}
