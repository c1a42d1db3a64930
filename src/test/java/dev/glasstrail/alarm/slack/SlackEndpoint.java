package dev.glasstrail.alarm.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Speaks as much of Slack's conversations.history on loopback as is asked: newest first, in pages,
/// each with a cursor to the next.
final class SlackEndpoint implements AutoCloseable {

    static final String TOKEN = "xoxb-made-up";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final HttpServer server;
    private final List<JsonNode> messages = new ArrayList<>();
    private final Deque<Answer> others = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private int page = 200;
    private boolean withoutMetadata;
    private String besides = "{}";

    SlackEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private record Answer(int status, String retryAfter, String body) {}

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api";
    }

    /// A message, JSON.
    SlackEndpoint with(String message) throws IOException {
        messages.add(JSON.readTree(message));
        return this;
    }

    SlackEndpoint paging(int size) {
        page = size;
        return this;
    }

    /// Another answer to the next calls.
    SlackEndpoint answering(int times, int status, String retryAfter, String body) {
        for (int time = 0; time < times; time++) {
            others.add(new Answer(status, retryAfter, body));
        }
        return this;
    }

    /// Wants a scope for the metadata of messages.
    SlackEndpoint withoutMetadata() {
        withoutMetadata = true;
        return this;
    }

    /// Further fields of every answer, JSON.
    SlackEndpoint saying(String fields) {
        besides = fields;
        return this;
    }

    /// What was asked, one call after the other.
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            asked.add(
                    "%s oldest=%s latest=%s inclusive=%s limit=%s%s%s"
                            .formatted(
                                    exchange.getRequestURI().getPath(),
                                    form.get("oldest"),
                                    form.get("latest"),
                                    form.get("inclusive"),
                                    form.get("limit"),
                                    form.containsKey("include_all_metadata") ? " metadata" : "",
                                    form.containsKey("cursor")
                                            ? " cursor=" + form.get("cursor")
                                            : ""));
            Answer other = others.poll();
            if (other == null) {
                String signed = exchange.getRequestHeaders().getFirst("Authorization");
                other = new Answer(200, "", history(form, String.valueOf(signed)).toString());
            }
            byte[] bytes = other.body().getBytes(UTF_8);
            if (!other.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", other.retryAfter());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(other.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private ObjectNode history(Map<String, String> form, String signed) throws IOException {
        ObjectNode answer = NODES.objectNode();
        if (!signed.equals("Bearer " + TOKEN)) {
            return answer.put("ok", false).put("error", "invalid_auth");
        }
        boolean metadata = form.containsKey("include_all_metadata");
        if (withoutMetadata && metadata) {
            return answer.put("ok", false)
                    .put("error", "missing_scope")
                    .put("needed", "metadata.message:read")
                    .put("provided", "channels:history");
        }
        List<JsonNode> found = found(form);
        int from = Integer.parseInt(form.getOrDefault("cursor", "from 0").substring(5));
        int to = Math.min(found.size(), from + Math.min(page, Integer.parseInt(form.get("limit"))));
        answer.put("ok", true);
        ArrayNode list = answer.putArray("messages");
        for (JsonNode message : found.subList(from, to)) {
            ObjectNode copy = message.deepCopy();
            if (!metadata) {
                copy.remove("metadata");
            }
            list.add(copy);
        }
        answer.put("has_more", to < found.size());
        answer.putObject("response_metadata")
                .put("next_cursor", to < found.size() ? "from " + to : "");
        answer.setAll((ObjectNode) JSON.readTree(besides));
        return answer;
    }

    private List<JsonNode> found(Map<String, String> form) {
        BigDecimal oldest = new BigDecimal(form.get("oldest"));
        BigDecimal latest = new BigDecimal(form.get("latest"));
        int edge = "1".equals(form.get("inclusive")) ? 0 : -1;
        return messages.stream()
                .filter(message ->
                        oldest.compareTo(ts(message)) <= edge
                                && ts(message).compareTo(latest) <= edge)
                .sorted(Comparator.comparing(SlackEndpoint::ts).reversed())
                .toList();
    }

    private static BigDecimal ts(JsonNode message) {
        return new BigDecimal(message.path("ts").asText());
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            form.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
        }
        return form;
    }
}
