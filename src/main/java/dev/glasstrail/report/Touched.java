package dev.glasstrail.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.trail.TrailEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a call was about, as far as its record names it.
///
/// Few services fill `resources`. Where it is empty, the names and ids in the request stand for it:
/// the members at its top, those of one list below, and EC2's `…Set.items`.
final class Touched {

    private static final int MOST = 20;
    private static final int LONGEST = 2_048;

    private static final Pattern NAMES_A_THING =
            Pattern.compile(
                    ".*(Identifier|Name|Id|Arn|ARN)|name|id|arn|bucket|key|cluster|service|rule"
                            + "|secretId|ids|.*(Names|Ids|Arns|ARNs|Identifiers)");
    private static final Pattern NAMES_NO_THING =
            Pattern.compile(".*(TokenId|ClientRequestToken|RequestId|roleSessionName|clientToken)");

    private Touched() {}

    /// ARNs or names, masked, each once, in the order of the record; empty where it names nothing.
    static List<String> by(TrailEvent event) {
        Set<String> found = new LinkedHashSet<>();
        for (TrailEvent.Resource resource : event.payload().resources()) {
            add(resource.arn(), found);
        }
        if (found.isEmpty()) {
            addNamed(event.payload().request(), found, 2);
        }
        return found.stream().limit(MOST).toList();
    }

    private static void addNamed(JsonNode members, Set<String> found, int depth) {
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            JsonNode value = member.getValue();
            String name = member.getKey();
            if (name.endsWith("Set") || name.equals("items")) {
                addItems(value, found, depth);
            } else if (NAMES_A_THING.matcher(name).matches()
                    && !NAMES_NO_THING.matcher(name).matches()) {
                addTexts(value, found);
            }
        }
    }

    private static void addItems(JsonNode value, Set<String> found, int depth) {
        if (depth == 0) {
            return;
        }
        if (value.isArray()) {
            value.forEach(item -> addNamed(item, found, depth - 1));
        } else {
            addNamed(value, found, depth);
        }
    }

    private static void addTexts(JsonNode value, Set<String> found) {
        if (value.isTextual()) {
            add(value.asText(), found);
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                if (item.isTextual()) {
                    add(item.asText(), found);
                }
            }
        }
    }

    private static void add(String text, Set<String> found) {
        if (!text.isEmpty() && text.length() <= LONGEST) {
            found.add(Masked.text(text));
        }
    }
}
