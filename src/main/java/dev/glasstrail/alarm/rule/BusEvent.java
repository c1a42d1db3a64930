package dev.glasstrail.alarm.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.trail.TrailEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A record as EventBridge hands it over.
///
/// Source: the EventBridge User Guide, "AWS service events delivered via AWS CloudTrail". Sign-ins
/// come as `AWS Console Sign In via CloudTrail`, which the guide spells otherwise.
final class BusEvent {

    private static final String SUFFIX = ".amazonaws.com";

    private static final Map<String, String> DETAIL_TYPES =
            Map.of(
                    "awsapicall", "AWS API Call via CloudTrail",
                    "awsserviceevent", "AWS Service Event via CloudTrail",
                    "awsconsoleaction", "AWS Console Action via CloudTrail",
                    "awsconsolesignin", "AWS Console Sign In via CloudTrail",
                    "awsvpceevents", "AWS Network Activity Event via CloudTrail");

    /// A table has all of these as text.
    private static final List<String> FLAGS = List.of("readOnly", "managementEvent");

    private BusEvent() {}

    static JsonNode of(TrailEvent event) {
        ObjectNode wrapped = JsonNodeFactory.instance.objectNode();
        wrapped.put("version", "0");
        wrapped.put("id", event.key().eventId());
        wrapped.put("detail-type", detailType(event.call().type()));
        wrapped.put("source", source(event.call().source()));
        wrapped.put("account", event.key().recipientAccountId());
        wrapped.put("time", event.call().time().toString());
        wrapped.put("region", event.call().region());
        wrapped.putArray("resources");
        wrapped.set("detail", detail(event.payload().record()));
        return wrapped;
    }

    /// The source of CloudTrail's events of a service, such as `aws.sts` for `sts.amazonaws.com`.
    static String source(String eventSource) {
        int suffix = eventSource.indexOf(SUFFIX);
        return "aws." + (suffix < 0 ? eventSource : eventSource.substring(0, suffix));
    }

    /// The service whose CloudTrail events have a source.
    static String eventSource(String source) {
        return source.startsWith("aws.") ? source.substring(4) + SUFFIX : source;
    }

    private static String detailType(String eventType) {
        return DETAIL_TYPES.getOrDefault(eventType.toLowerCase(Locale.ROOT), eventType);
    }

    private static JsonNode detail(JsonNode record) {
        if (!(record instanceof ObjectNode object)) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (FLAGS.stream().noneMatch(flag -> object.path(flag).isTextual())) {
            return object;
        }
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        object.properties()
                .forEach(member -> {
                    JsonNode value = member.getValue();
                    boolean isFlag = FLAGS.contains(member.getKey()) && value.isTextual();
                    detail.set(
                            member.getKey(),
                            isFlag
                                    ? JsonNodeFactory.instance.booleanNode(
                                            value.asText().equalsIgnoreCase("true"))
                                    : value);
                });
        return detail;
    }
}
