package dev.glasstrail.trail;

import static dev.glasstrail.trail.Member.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.glasstrail.trail.TrailEvent.Addendum;
import dev.glasstrail.trail.TrailEvent.EventKey;
import dev.glasstrail.trail.TrailEvent.Links;
import dev.glasstrail.trail.TrailEvent.Origin;
import dev.glasstrail.trail.TrailEvent.Outcome;
import dev.glasstrail.trail.TrailEvent.Payload;
import dev.glasstrail.trail.TrailEvent.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads one CloudTrail record out of JSON, the same for every source.
///
/// A record must have an eventID, an eventTime, an eventSource and an eventName; anything else may
/// be missing, null or of another type than documented, and is then absent. Members that no stage
/// needs are ignored, whatever they hold.
public final class RecordParser {

    /// The members of a record that are read; a source may leave out all others.
    public static final Set<String> MEMBERS =
            Set.of(
                    "eventVersion",
                    "eventTime",
                    "eventSource",
                    "eventName",
                    "eventType",
                    "eventCategory",
                    "eventID",
                    "sharedEventID",
                    "requestID",
                    "awsRegion",
                    "recipientAccountId",
                    "readOnly",
                    "userIdentity",
                    "sourceIPAddress",
                    "userAgent",
                    "errorCode",
                    "errorMessage",
                    "requestParameters",
                    "responseElements",
                    "additionalEventData",
                    "serviceEventDetails",
                    "resources",
                    "addendum");

    private static final Pattern KNOWN_VERSION = Pattern.compile("0*1(\\..*)?", Pattern.DOTALL);

    private RecordParser() {}

    /// Reads a record. Never throws, whatever the JSON.
    public static ParsedRecord parse(JsonNode node) {
        if (!node.isObject()) {
            return new ParsedRecord.Unrecognised("is " + Member.shown(node) + ", not a record");
        }
        if (isInsight(node)) {
            return new ParsedRecord.Insight();
        }
        String source = text(node, "eventSource");
        if (source.startsWith("aws:")) {
            return new ParsedRecord.Foreign("is an event notification of " + source);
        }
        if (!looksLikeRecord(node)) {
            return new ParsedRecord.Unrecognised("has neither an eventSource nor an eventID");
        }
        for (String member : List.of("eventID", "eventSource", "eventName")) {
            if (text(node, member).isEmpty()) {
                return new ParsedRecord.Damaged("has no " + member);
            }
        }
        Optional<Instant> time = RecordTime.parse(text(node, "eventTime"));
        if (time.isEmpty()) {
            return new ParsedRecord.Damaged(
                    "has an eventTime that is no UTC time: "
                            + Member.shown(node.path("eventTime")));
        }
        return judged(node, event(node, time.get()));
    }

    private static ParsedRecord judged(JsonNode node, TrailEvent event) {
        String version = text(node, "eventVersion");
        if (version.isEmpty() || KNOWN_VERSION.matcher(version).matches()) {
            return new ParsedRecord.Recognised(event);
        }
        return new ParsedRecord.Doubtful(
                event,
                "has eventVersion "
                        + Member.shown(node.path("eventVersion"))
                        + ", and only 1.x is known; it was read as 1.x");
    }

    private static boolean isInsight(JsonNode node) {
        return text(node, "eventCategory").equalsIgnoreCase("Insight")
                || text(node, "eventType").equalsIgnoreCase("AwsCloudTrailInsight");
    }

    private static boolean looksLikeRecord(JsonNode node) {
        return (node.has("eventSource") && node.has("eventName"))
                || (node.has("eventID") && node.has("eventVersion"));
    }

    private static TrailEvent event(JsonNode node, Instant time) {
        return new TrailEvent(
                new EventKey(text(node, "eventID"), text(node, "recipientAccountId")),
                call(node, time),
                PrincipalParser.parse(node.path("userIdentity")),
                new Origin(text(node, "sourceIPAddress"), text(node, "userAgent")),
                new Outcome(text(node, "errorCode"), text(node, "errorMessage")),
                payload(node),
                new Links(
                        text(node, "requestID"),
                        text(node, "sharedEventID"),
                        addendum(node.path("addendum"))));
    }

    private static Call call(JsonNode node, Instant time) {
        return new Call(
                time,
                text(node, "eventSource"),
                text(node, "eventName"),
                text(node, "eventType"),
                text(node, "awsRegion"),
                access(text(node, "readOnly")));
    }

    private static Call.Access access(String readOnly) {
        return switch (readOnly.toLowerCase(Locale.ROOT)) {
            case "true" -> Call.Access.READ;
            case "false" -> Call.Access.WRITE;
            default -> Call.Access.UNKNOWN;
        };
    }

    private static Payload payload(JsonNode node) {
        return new Payload(
                node,
                present(node.path("requestParameters")),
                present(node.path("responseElements")),
                present(node.path("additionalEventData")),
                present(node.path("serviceEventDetails")),
                resources(node.path("resources")));
    }

    /// A null member says no more than a missing one, and a table cannot tell them apart.
    private static JsonNode present(JsonNode node) {
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    private static List<Resource> resources(JsonNode node) {
        if (!node.isArray()) {
            return List.of();
        }
        List<Resource> resources = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
            if (entry.isObject()) {
                resources.add(
                        new Resource(
                                text(entry, "ARN"), text(entry, "accountId"), text(entry, "type")));
            }
        }
        return resources;
    }

    private static Addendum addendum(JsonNode node) {
        return node.isObject()
                ? new Addendum.To(text(node, "reason"), text(node, "originalEventID"))
                : Addendum.NONE;
    }
}
