package dev.glasstrail.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.trail.files.TrailBucket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Speaks the wire protocols of AWS on loopback, as the SDK does: STS by its query protocol, a
/// service by JSON 1.1 or by Smithy's RPC v2 in CBOR, whichever it is asked by.
///
/// Roles are assumed by credentials that name the account, but in accounts that begin with a 9.
public final class AwsEndpoint implements AutoCloseable {

    /// The account of whoever has not assumed a role.
    public static final String OWN = "111122223333";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=([^/]*)/[0-9]*/([a-z0-9-]*)/");
    private static final Pattern ROLE_ACCOUNT = Pattern.compile("RoleArn=arn:aws:iam::([0-9]*):");
    private static final Pattern RPC = Pattern.compile("/service/([^/]+)/operation/([^/]+)");

    static {
        System.setProperty("aws.accessKeyId", TrailBucket.IDENTITY);
        System.setProperty("aws.secretAccessKey", TrailBucket.CREDENTIAL);
    }

    private final HttpServer server;
    private final Service service;
    private final Deque<Reply> refusals = new ArrayDeque<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    public AwsEndpoint(Service service) throws IOException {
        this.service = service;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /// A service behind the endpoint.
    @FunctionalInterface
    public interface Service {

        Reply answer(Call call);
    }

    /// A call to a service.
    ///
    /// @param account of whoever signed
    /// @param region that it was signed for
    public record Call(String account, String region, String operation, JsonNode request) {}

    /// What a service answers.
    public record Reply(int status, JsonNode body) {

        public static Reply of(JsonNode body) {
            return new Reply(200, body);
        }

        /// An error, as its service spells the code.
        public static Reply refusing(int status, String code, String message) {
            return new Reply(
                    status,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("__type", code)
                            .put("message", message));
        }
    }

    /// Refuses the next calls to the service.
    public AwsEndpoint refusing(int times, int status, String code, String message) {
        for (int time = 0; time < times; time++) {
            refusals.add(Reply.refusing(status, code, message));
        }
        return this;
    }

    /// What was asked of the service, in order: account, region and operation.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /// Clients that are led here.
    ///
    /// @param reader the role by which another account is read; `""` for none
    public AwsClients clients(String reader) {
        return clients(reader, uri());
    }

    /// Clients whose identity is known here, and whose service is elsewhere.
    public AwsClients clients(String reader, String elsewhere) {
        return clients(reader, elsewhere, uri());
    }

    /// Clients that reach nobody.
    public static AwsClients nowhere() {
        String closed = "http://127.0.0.1:9";
        return clients("", closed, closed);
    }

    private static AwsClients clients(String reader, String service, String sts) {
        return new AwsClients(
                new AwsSettings(
                        "eu-central-1",
                        "",
                        "",
                        reader,
                        new AwsSettings.Endpoints("", "", service, service, "", sts)),
                Patience.WITHOUT_PAUSE,
                Clock.systemUTC());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Matcher signed = CREDENTIAL.matcher(header(exchange, "Authorization"));
            Matcher rpc = RPC.matcher(exchange.getRequestURI().getPath());
            String target = header(exchange, "X-Amz-Target");
            if (!signed.find()) {
                send(exchange, 403, "text/plain", "unsigned".getBytes(UTF_8));
            } else if (rpc.matches() && header(exchange, "smithy-protocol").equals("rpc-v2-cbor")) {
                Reply reply = reply(signed, rpc.group(2), Cbor.read(body));
                exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
                send(exchange, reply.status(), "application/cbor", Cbor.write(reply.body()));
            } else if (!target.isEmpty()) {
                Reply reply =
                        reply(
                                signed,
                                target.substring(target.lastIndexOf('.') + 1),
                                JSON.readTree(body));
                send(
                        exchange,
                        reply.status(),
                        "application/x-amz-json-1.1",
                        JSON.writeValueAsBytes(reply.body()));
            } else {
                sts(exchange, URLDecoder.decode(new String(body, UTF_8), UTF_8));
            }
        }
    }

    private Reply reply(Matcher signed, String operation, JsonNode request) {
        String account = signed.group(1).replaceFirst(".*IN", "");
        Call call =
                new Call(
                        account.matches("[0-9]{12}") ? account : OWN,
                        signed.group(2),
                        operation,
                        request);
        calls.add(call.account() + " " + call.region() + " " + call.operation());
        Reply refusal = refusals.poll();
        return refusal == null ? service.answer(call) : refusal;
    }

    private static void sts(HttpExchange exchange, String body) throws IOException {
        Matcher role = ROLE_ACCOUNT.matcher(body);
        if (body.contains("Action=GetCallerIdentity")) {
            sts(
                    exchange,
                    200,
                    "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::%s:user/ann</Arn><Account>%s</Account><UserId>AIDAEXAMPLE</UserId></GetCallerIdentityResult></GetCallerIdentityResponse>"
                            .formatted(OWN, OWN));
        } else if (role.find() && !role.group(1).startsWith("9")) {
            sts(
                    exchange,
                    200,
                    "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAIN%s</AccessKeyId><SecretAccessKey>made-up</SecretAccessKey><SessionToken>made-up</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
                            .formatted(role.group(1)));
        } else {
            sts(
                    exchange,
                    403,
                    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>");
        }
    }

    private static void sts(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/xml", text.getBytes(UTF_8));
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
