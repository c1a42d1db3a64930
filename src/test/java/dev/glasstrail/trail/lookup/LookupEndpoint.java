package dev.glasstrail.trail.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Speaks the wire protocols of CloudTrail's LookupEvents and of STS on loopback, over the records
/// that it is given.
///
/// It knows the rules that a client can break: one attribute, pages of 50, a token that stands for
/// one question, the records of one account and region, no data events. Roles are assumed by
/// credentials that name the account.
public final class LookupEndpoint implements AutoCloseable {

    /// The account of whoever has not assumed a role.
    public static final String OWN = "111122223333";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=([^/]*)/[0-9]*/([a-z0-9-]*)/");
    private static final Pattern ROLE_ACCOUNT = Pattern.compile("RoleArn=arn:aws:iam::([0-9]*):");

    private final HttpServer server;
    private final List<JsonNode> records = new ArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final Set<String> closed = new TreeSet<>();
    private boolean withoutRoles;
    private boolean forgetful;

    public LookupEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private record Refusal(int status, String code, String message) {}

    private record Place(String account, String region) {}

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Adds records, each JSON.
    public LookupEndpoint with(List<String> more) throws IOException {
        for (String record : more) {
            records.add(JSON.readTree(record));
        }
        return this;
    }

    /// Refuses the next lookups.
    LookupEndpoint refusing(int times, int status, String code, String message) {
        for (int time = 0; time < times; time++) {
            refusals.add(new Refusal(status, code, message));
        }
        return this;
    }

    /// Denies every lookup in an account and region.
    LookupEndpoint closing(String account, String region) {
        closed.add(account + " " + region);
        return this;
    }

    /// Does not know a role by its arn.
    LookupEndpoint withoutRoles() {
        withoutRoles = true;
        return this;
    }

    /// Knows none of the tokens that it gave.
    LookupEndpoint forgettingTokens() {
        forgetful = true;
        return this;
    }

    /// What was asked, in order: account, region, attribute, and `+` for a further page.
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Matcher signed =
                    CREDENTIAL.matcher(
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            if (!signed.find()) {
                send(exchange, 403, "{\"__type\":\"MissingAuthenticationTokenException\"}");
            } else if (exchange.getRequestHeaders().getFirst("X-Amz-Target") == null) {
                sts(exchange, URLDecoder.decode(body, UTF_8));
            } else {
                String account = signed.group(1).replaceFirst(".*IN", "");
                Place place =
                        new Place(account.matches("[0-9]{12}") ? account : OWN, signed.group(2));
                lookup(exchange, JSON.readTree(body), place);
            }
        }
    }

    private void sts(HttpExchange exchange, String body) throws IOException {
        Matcher role = ROLE_ACCOUNT.matcher(body);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        if (body.contains("Action=GetCallerIdentity")) {
            send(
                    exchange,
                    200,
                    "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::%s:user/ann</Arn><Account>%s</Account><UserId>AIDAEXAMPLE</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>"
                            .formatted(OWN, OWN));
        } else if (role.find() && !role.group(1).startsWith("9")) {
            send(
                    exchange,
                    200,
                    "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAIN%s</AccessKeyId><SecretAccessKey>made-up</SecretAccessKey><SessionToken>made-up</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
                            .formatted(role.group(1)));
        } else {
            send(
                    exchange,
                    403,
                    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>");
        }
    }

    private void lookup(HttpExchange exchange, JsonNode request, Place place) throws IOException {
        JsonNode attribute = request.path("LookupAttributes").path(0);
        String asked =
                "%s %s %s %s%s"
                        .formatted(
                                place.account(),
                                place.region(),
                                attribute.path("AttributeKey").asText(),
                                attribute.path("AttributeValue").asText(),
                                request.has("NextToken") ? " +" : "");
        calls.add(asked);
        Refusal refusal = refusals.poll();
        if (refusal == null) {
            refusal = broken(request, place);
        }
        if (refusal != null) {
            send(
                    exchange,
                    refusal.status(),
                    NODES.objectNode()
                            .put("__type", refusal.code())
                            .put("message", refusal.message())
                            .toString());
            return;
        }
        List<JsonNode> found = found(request, attribute, place);
        int from = Integer.parseInt(request.path("NextToken").asText("0 ").split(" ", 2)[0]);
        int to = Math.min(found.size(), from + request.path("MaxResults").asInt(50));
        ObjectNode answer = NODES.objectNode();
        ArrayNode events = answer.putArray("Events");
        found.subList(from, to).forEach(record -> events.add(event(record)));
        if (to < found.size()) {
            answer.put("NextToken", to + " " + question(request));
        }
        send(exchange, 200, answer.toString());
    }

    /// The rule that a request breaks.
    private @Nullable Refusal broken(JsonNode request, Place place) {
        if (closed.contains(place.account() + " " + place.region())) {
            return new Refusal(400, "AccessDeniedException", "not authorized");
        }
        if (request.path("LookupAttributes").size() != 1) {
            return new Refusal(400, "InvalidLookupAttributesException", "give one attribute");
        }
        if (request.path("MaxResults").asInt(50) > 50) {
            return new Refusal(400, "InvalidMaxResultsException", "50 at the most");
        }
        if (!request.path("StartTime").isNumber() || !request.path("EndTime").isNumber()) {
            return new Refusal(400, "InvalidTimeRangeException", "give both ends");
        }
        String token = request.path("NextToken").asText("");
        return token.isEmpty() || (!forgetful && token.endsWith(" " + question(request)))
                ? null
                : new Refusal(400, "InvalidNextTokenException", "gone");
    }

    private static int question(JsonNode request) {
        ObjectNode question = request.deepCopy();
        question.remove("NextToken");
        return question.toString().hashCode();
    }

    private List<JsonNode> found(JsonNode request, JsonNode attribute, Place place) {
        Instant from = Instant.ofEpochSecond(request.path("StartTime").asLong());
        Instant to = Instant.ofEpochSecond(request.path("EndTime").asLong());
        return records.stream()
                .filter(record ->
                        place.account().equals(record.path("recipientAccountId").asText())
                                && place.region().equals(record.path("awsRegion").asText())
                                && !record.path("eventCategory").asText().equals("Data")
                                && record.path("managementEvent").asBoolean(true))
                .filter(record -> !time(record).isBefore(from) && !time(record).isAfter(to))
                .filter(record -> has(record, attribute))
                .sorted(Comparator.comparing(LookupEndpoint::time).reversed())
                .toList();
    }

    private boolean has(JsonNode record, JsonNode attribute) {
        String value = attribute.path("AttributeValue").asText();
        return switch (attribute.path("AttributeKey").asText()) {
            case "EventName" -> value.equals(record.path("eventName").asText());
            case "EventSource" -> value.equals(record.path("eventSource").asText());
            case "Username" -> value.equals(username(record));
            case "AccessKeyId" ->
                    value.equals(record.path("userIdentity").path("accessKeyId").asText());
            case "ReadOnly" -> value.equals(record.path("readOnly").asText());
            case "ResourceName" -> resources(record).contains(value);
            default -> false;
        };
    }

    private static String username(JsonNode record) {
        JsonNode identity = record.path("userIdentity");
        if (identity.path("type").asText().equals("Root")) {
            return "root";
        }
        if (identity.path("type").asText().equals("IAMUser")) {
            return identity.path("userName").asText();
        }
        String arn = identity.path("arn").asText();
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    /// As far as CloudTrail lists them: what the record has in its resources, and the plain texts
    /// of its request.
    private Set<String> resources(JsonNode record) {
        Set<String> names = new TreeSet<>();
        record.path("resources").forEach(resource -> names.add(resource.path("ARN").asText()));
        record.path("requestParameters")
                .forEach(value -> {
                    if (value.isTextual()) {
                        names.add(value.asText());
                    }
                });
        names.removeIf(name -> withoutRoles && name.contains(":role/"));
        return names;
    }

    private static Instant time(JsonNode record) {
        try {
            return Instant.parse(record.path("eventTime").asText());
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

    private static ObjectNode event(JsonNode record) {
        return NODES.objectNode()
                .put("EventId", record.path("eventID").asText())
                .put("EventName", record.path("eventName").asText())
                .put("EventTime", time(record).getEpochSecond())
                .put("Username", username(record))
                .put(
                        "CloudTrailEvent",
                        record.has("broken") ? "{\"eventVersion\":" : record.toString());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders()
                .putIfAbsent("Content-Type", List.of("application/x-amz-json-1.1"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
