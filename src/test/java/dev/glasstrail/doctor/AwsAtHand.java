package dev.glasstrail.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/// Speaks as much of STS, Athena, CloudTrail and S3 on loopback as the doctor asks, in a company
/// where all is well unless a test says otherwise.
final class AwsAtHand implements AutoCloseable {

    private static final String JSON = "application/x-amz-json-1.1";
    private static final String XML = "text/xml";

    private final HttpServer server;
    private final Map<String, String> answers = new HashMap<>(Answers.HEALTHY);
    private final Map<String, Refusal> refusals = new HashMap<>();
    private final List<String> keys = new ArrayList<>(Answers.KEYS);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    AwsAtHand() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private record Refusal(String code, String message) {}

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Another answer to an operation, as its service spells it.
    AwsAtHand answering(String operation, String body) {
        answers.put(operation, body);
        return this;
    }

    /// An error instead of answers to these operations.
    AwsAtHand refusing(String code, String message, String... operations) {
        for (String operation : operations) {
            refusals.put(operation, new Refusal(code, message));
        }
        return this;
    }

    /// Other objects in every bucket.
    AwsAtHand holding(String... others) {
        keys.clear();
        keys.addAll(List.of(others));
        return this;
    }

    /// What was asked, one operation after the other; of STS with what it was told.
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (target != null) {
                json(exchange, target.substring(target.lastIndexOf('.') + 1));
            } else if (exchange.getRequestMethod().equals("POST")) {
                sts(exchange, fields(body));
            } else {
                s3(exchange);
            }
        }
    }

    private void json(HttpExchange exchange, String operation) throws IOException {
        asked.add(operation);
        Refusal refusal = refusals.get(operation);
        if (refusal == null) {
            send(exchange, 200, JSON, answers.getOrDefault(operation, "{}"));
        } else {
            send(
                    exchange,
                    400,
                    JSON,
                    "{\"__type\":\"%s\",\"Message\":\"%s\",\"message\":\"%s\"}"
                            .formatted(refusal.code, refusal.message, refusal.message));
        }
    }

    private void sts(HttpExchange exchange, Map<String, String> fields) throws IOException {
        String operation = fields.getOrDefault("Action", "");
        asked.add(operation + told(fields));
        Refusal refusal = refusals.get(operation);
        if (refusal == null) {
            String arn = fields.getOrDefault("RoleArn", "");
            String account = arn.isEmpty() ? "" : arn.split(":", 6)[4];
            send(
                    exchange,
                    200,
                    XML,
                    Answers.sts(
                            operation,
                            account,
                            arn.substring(arn.lastIndexOf('/') + 1),
                            fields.getOrDefault("RoleSessionName", ""),
                            exchange.getRequestHeaders().getFirst("Authorization")));
        } else {
            send(exchange, 403, XML, Answers.stsError(refusal.code, refusal.message));
        }
    }

    private static String told(Map<String, String> fields) {
        String role = fields.getOrDefault("RoleArn", "");
        String external = fields.getOrDefault("ExternalId", "");
        return (role.isEmpty() ? "" : " " + role) + (external.isEmpty() ? "" : " " + external);
    }

    private void s3(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        String operation =
                query.containsKey("location")
                        ? "GetBucketLocation"
                        : query.containsKey("list-type") ? "ListObjectsV2" : "GetObject";
        asked.add(operation);
        Refusal refusal = refusals.get(operation);
        if (refusal != null) {
            send(
                    exchange,
                    403,
                    XML,
                    "<Error><Code>%s</Code><Message>%s</Message></Error>"
                            .formatted(refusal.code, refusal.message));
            return;
        }
        switch (operation) {
            case "GetBucketLocation" ->
                    send(
                            exchange,
                            200,
                            XML,
                            answers.getOrDefault(operation, "<LocationConstraint/>"));
            case "ListObjectsV2" ->
                    send(exchange, 200, XML, listing(query.getOrDefault("prefix", "")));
            default -> send(exchange, 206, "application/gzip", "\u001f\u0008");
        }
    }

    private String listing(String prefix) {
        TreeSet<String> folders = new TreeSet<>();
        StringBuilder page = new StringBuilder("<ListBucketResult>");
        for (String key : keys.stream().filter(name -> name.startsWith(prefix)).toList()) {
            int slash = key.indexOf('/', prefix.length());
            if (slash < 0) {
                page.append("<Contents><Key>").append(key).append("</Key></Contents>");
            } else {
                folders.add(key.substring(0, slash + 1));
            }
        }
        folders.forEach(folder ->
                page.append("<CommonPrefixes><Prefix>")
                        .append(folder)
                        .append("</Prefix></CommonPrefixes>"));
        return page.append("<IsTruncated>false</IsTruncated></ListBucketResult>").toString();
    }

    private static Map<String, String> fields(@org.jspecify.annotations.Nullable String form) {
        Map<String, String> fields = new HashMap<>();
        if (form != null) {
            for (String field : form.split("&", -1)) {
                String[] parts = field.split("=", 2);
                fields.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
            }
        }
        return fields;
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
