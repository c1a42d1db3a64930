package dev.glasstrail.trail.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.trail.RecordText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A row as the CloudTrail record that it came from, in CloudTrail's own spelling.
///
/// Engines know no upper case in names, and write NULL for a member that a record lacks and for one
/// that is null alike.
///
/// @param json the record
/// @param problems what could not be read as what it should be, one clause each
record RowRecord(ObjectNode json, List<String> problems) {

    /// The columns in order, lower-case, to the members that they hold.
    static final Map<String, String> MEMBERS = members();

    /// Members whose content is kept as the services wrote it, as JSON text.
    private static final List<String> FREE =
            List.of(
                    "requestParameters",
                    "responseElements",
                    "additionalEventData",
                    "serviceEventDetails");

    /// Members that a table declares in its own types.
    private static final List<String> DECLARED = List.of("userIdentity", "resources", "addendum");

    private static final Map<String, String> SPELLING =
            spelling(
                    "accessKeyId",
                    "accountId",
                    "assumedRoot",
                    "creationDate",
                    "credentialId",
                    "ec2RoleDelivery",
                    "federatedProvider",
                    "identityProvider",
                    "identityStoreArn",
                    "inScopeOf",
                    "invokedBy",
                    "invokedByDelegate",
                    "mfaAuthenticated",
                    "onBehalfOf",
                    "originalEventID",
                    "originalRequestID",
                    "principalId",
                    "sessionContext",
                    "sessionIssuer",
                    "signInSessionArn",
                    "sourceIdentity",
                    "updatedFields",
                    "userId",
                    "userName",
                    "webIdFederationData");

    private static final Map<String, String> RESOURCE_SPELLING =
            spelling("ARN", "accountId", "type");

    /// Reads a row.
    ///
    /// @param values in the order of [#MEMBERS]
    static RowRecord of(List<@Nullable String> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<String> problems = new ArrayList<>();
        int at = 0;
        for (String member : MEMBERS.values()) {
            String value = values.get(at++);
            if (value != null) {
                json.set(member, value(member, value, problems));
            }
        }
        return new RowRecord(json, problems);
    }

    private static JsonNode value(String member, String value, List<String> problems) {
        boolean declared = DECLARED.contains(member);
        if (value.isEmpty() || (!declared && !FREE.contains(member))) {
            return JsonNodeFactory.instance.textNode(value);
        }
        try {
            JsonNode node = RecordText.member(value);
            return declared
                    ? spelled(node, member.equals("resources") ? RESOURCE_SPELLING : SPELLING)
                    : node;
        } catch (JsonProcessingException _) {
            problems.add("has a " + member + " that is no JSON; it was read as text");
            return JsonNodeFactory.instance.textNode(value);
        }
    }

    private static JsonNode spelled(JsonNode node, Map<String, String> spelling) {
        if (node instanceof ObjectNode object) {
            ObjectNode spelled = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> {
                        String name = member.getKey().toLowerCase(Locale.ROOT);
                        spelled.set(
                                spelling.getOrDefault(name, member.getKey()),
                                spelled(member.getValue(), spelling));
                    });
            return spelled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode spelled = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> spelled.add(spelled(element, spelling)));
            return spelled;
        }
        return node;
    }

    private static Map<String, String> spelling(String... names) {
        Map<String, String> spelling = new TreeMap<>();
        for (String name : names) {
            spelling.put(name.toLowerCase(Locale.ROOT), name);
        }
        return spelling;
    }

    private static Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        for (String member :
                List.of(
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
                        "addendum")) {
            members.put(member.toLowerCase(Locale.ROOT), member);
        }
        return members;
    }
}
