package dev.glasstrail.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// Whether a record names one of several resources anywhere in its request, answer or resource
/// list.
final class Mentions {

    private Mentions() {}

    static boolean anyOf(TrailEvent event, Set<String> resources) {
        return event.payload().resources().stream()
                        .anyMatch(resource -> resources.contains(resource.arn()))
                || mentions(event.payload().request(), resources)
                || mentions(event.payload().response(), resources);
    }

    private static boolean mentions(JsonNode node, Set<String> resources) {
        if (node.isTextual()) {
            return resources.contains(node.asText());
        }
        for (JsonNode child : node) {
            if (mentions(child, resources)) {
                return true;
            }
        }
        return false;
    }
}
