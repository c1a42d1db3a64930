package dev.glasstrail.demo.cloudtrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One CloudTrail record in the making: what happened is given at the start, everything else may be
/// set on top until [#delivered] is called.
public final class Event {

    /// The order of fields in a log file. CloudTrail promises none; readers must not rely on it.
    private static final List<String> ORDER =
            List.of(
                    "eventVersion",
                    "userIdentity",
                    "eventTime",
                    "eventSource",
                    "eventName",
                    "awsRegion",
                    "sourceIPAddress",
                    "userAgent",
                    "errorCode",
                    "errorMessage",
                    "requestParameters",
                    "responseElements",
                    "additionalEventData",
                    "requestID",
                    "eventID",
                    "readOnly",
                    "resources",
                    "eventType",
                    "managementEvent",
                    "recipientAccountId",
                    "sharedEventID",
                    "serviceEventDetails",
                    "addendum",
                    "eventCategory",
                    "tlsDetails",
                    "sessionCredentialFromConsole");

    private final Map<String, JsonNode> fields = new HashMap<>();
    private final Delivery delivery = new Delivery();
    private final Instant time;
    private final String service;
    private final String name;
    private LogFolder folder;
    private String label;

    private Event(Instant time, Account account, Region region, String service, String name) {
        this.time = time;
        this.service = service;
        this.name = name;
        this.label = name;
        this.folder = LogFolder.of(account, region);
        set("eventVersion", Services.eventVersion(service));
        set("eventTime", time.toString());
        set("eventSource", service + ".amazonaws.com");
        set("eventName", name);
        set("awsRegion", region.id());
        set("requestParameters", Json.NULL);
        set("responseElements", Json.NULL);
        set("readOnly", Services.isReadOnly(name));
        set("eventType", "AwsApiCall");
        set("managementEvent", true);
        set("recipientAccountId", account.id());
        set("eventCategory", "Management");
        set("tlsDetails", Services.tls(service, region));
    }

    /// A call as the account that receives the record logs it.
    ///
    /// @param service the first part of `eventSource`, such as `rds`
    public static Event call(
            Instant time, Account account, Region region, String service, String name) {
        return new Event(time, account, region, service, name);
    }

    /// Who called, and from where.
    public Event by(ObjectNode identity, Origin origin) {
        set("userIdentity", identity);
        set("sourceIPAddress", origin.address());
        return set("userAgent", origin.userAgent());
    }

    /// The parameters, as names and values in turn.
    public Event request(Object... namesAndValues) {
        return set("requestParameters", Json.object(namesAndValues));
    }

    /// The answer, as names and values in turn.
    public Event response(Object... namesAndValues) {
        return set("responseElements", Json.object(namesAndValues));
    }

    /// What the service adds, as names and values in turn.
    public Event additional(Object... namesAndValues) {
        return set("additionalEventData", Json.object(namesAndValues));
    }

    /// A refusal or failure; a failed call has no answer.
    public Event error(String code, String message) {
        set("responseElements", Json.NULL);
        set("errorCode", code);
        return set("errorMessage", message);
    }

    /// One more resource that the call touched.
    public Event resource(Account account, String type, String arn) {
        ArrayNode resources =
                (ArrayNode) fields.computeIfAbsent("resources", ignored -> Json.list());
        resources.add(Json.object("accountId", account.id(), "type", type, "ARN", arn));
        return this;
    }

    /// A service made this call for the person: its name stands where an address is expected, and
    /// nothing is said of the connection.
    public Event forwardedBy(String serviceName) {
        ObjectNode identity = ((ObjectNode) field("userIdentity")).deepCopy();
        identity.put("invokedBy", serviceName);
        return by(identity, Origin.service(serviceName)).without("tlsDetails");
    }

    /// Replaces any field that CloudTrail knows.
    public Event set(String field, Object value) {
        if (!ORDER.contains(field)) {
            throw new IllegalArgumentException("a record has no field " + field);
        }
        fields.put(field, Json.node(value));
        return this;
    }

    /// Leaves a field out.
    public Event without(String field) {
        fields.remove(field);
        return this;
    }

    /// A name for the record, unlike others of its story; the name of the call otherwise.
    public Event called(String newLabel) {
        label = newLabel;
        return this;
    }

    /// Delivers the record with the nth log file after its time instead of by chance; the first is
    /// 0.
    public Event inFile(long marks) {
        delivery.after(marks);
        return this;
    }

    /// Delivers the record again, in the next file.
    public Event deliveredTwice() {
        delivery.twice();
        return this;
    }

    /// Delivers a further copy in another folder.
    public Event alsoIn(LogFolder other) {
        delivery.alsoIn(other);
        return this;
    }

    /// Files the record where its path says something else than the record.
    public Event filedUnder(LogFolder other) {
        folder = other;
        return this;
    }

    /// The name of the record in its story.
    public String label() {
        return label;
    }

    /// The finished record in each file that holds it.
    public List<Delivered> delivered(String eventId, String requestId) {
        return delivery.copies(folder, time, body(eventId, requestId));
    }

    /// The finished record, with the ids given here unless the event has its own.
    public ObjectNode body(String eventId, String requestId) {
        fields.putIfAbsent("eventID", Json.node(eventId));
        if (!Services.hasNoRequestId(service, name)) {
            fields.putIfAbsent("requestID", Json.node(requestId));
        }
        ObjectNode body = Json.object();
        for (String field : ORDER) {
            JsonNode value = fields.get(field);
            if (value != null) {
                body.set(field, value);
            }
        }
        return body;
    }

    private JsonNode field(String field) {
        JsonNode value = fields.get(field);
        if (value == null) {
            throw new IllegalStateException(name + " has no " + field + " yet");
        }
        return value;
    }
}
