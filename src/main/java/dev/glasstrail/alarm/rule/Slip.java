package dev.glasstrail.alarm.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.glasstrail.alarm.Mismatch.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of slip a field that fails looks like.
final class Slip {

    private static final Pattern REGION_SEGMENT =
            Pattern.compile(
                    "(.*:role/aws-reserved/sso\\.amazonaws\\.com/)[a-z0-9-]+/(AWSReservedSSO_.*)");

    private Slip() {}

    static Kind of(FieldRule field, JsonNode event) {
        String path = field.path();
        JsonNode found = field.valueIn(event);
        if (path.equals("resources")) {
            return Kind.RESOURCES;
        }
        if (path.equals("detail-type")) {
            return Kind.DETAIL_TYPE;
        }
        if (path.equals("detail.errorCode") || path.equals("detail.errorMessage")) {
            return Kind.FAILED_CALL;
        }
        if (found.isTextual() && isRegionSegment(field, found.asText())) {
            return Kind.REGION_SEGMENT;
        }
        for (JsonNode wanted : field.wanted()) {
            if (wanted.isValueNode() && found.isValueNode()) {
                if (wanted.getNodeType() != found.getNodeType()
                        && wanted.asText().equals(found.asText())) {
                    return Kind.TYPE;
                }
                if (wanted.isTextual()
                        && found.isTextual()
                        && wanted.asText().equalsIgnoreCase(found.asText())) {
                    return Kind.LETTER_CASE;
                }
            }
        }
        return path.equals("detail.eventName") ? Kind.EVENT_NAME : Kind.OTHER;
    }

    private static boolean isRegionSegment(FieldRule field, String found) {
        Matcher matcher = REGION_SEGMENT.matcher(found);
        return matcher.matches()
                && field.admits(
                        JsonNodeFactory.instance.textNode(matcher.group(1) + matcher.group(2)));
    }
}
