package dev.glasstrail.trail.athena;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.glasstrail.trail.files.TrailBucket;
import dev.glasstrail.trail.trino.RealTrino;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Speaks Athena's wire protocol on loopback and has a real Trino run what it is given.
///
/// It knows the rules that a client can break: one token stands for one statement, the row of names
/// is the first of the first page alone, NULL is a value that is absent, a query goes back to the
/// queue at times. What goes wrong is scripted.
public final class AthenaEndpoint implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String NAMESPACE = "AmazonAthena.";

    private final RealTrino trino;
    private final TrailBucket bucket;
    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Refusal>> refusals = new HashMap<>();
    private final Map<String, Execution> executions = new HashMap<>();
    private final Map<String, Execution> byToken = new HashMap<>();
    private final Deque<ObjectNode> ends = new ArrayDeque<>();
    private final ObjectNode workgroup = NODES.objectNode();
    private final ObjectNode parameters = NODES.objectNode();
    private int pollsToTheEnd = 4;
    private boolean endless;
    private boolean reusing;
    private int cutResultAt = Integer.MAX_VALUE;
    private int pageSize = 1_000;
    private int heldCall;
    private CountDownLatch held = new CountDownLatch(0);
    private CountDownLatch released = new CountDownLatch(0);

    /// @param bucket where results are put
    public AthenaEndpoint(RealTrino trino, TrailBucket bucket) throws IOException {
        this.trino = trino;
        this.bucket = bucket;
        workgroup.putObject("ResultConfiguration").put("OutputLocation", output());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private record Refusal(int status, String code, String message) {}

    private static final class Execution {

        private final String id;
        private final JsonNode request;
        private final Instant submitted;
        private final ObjectNode end;
        private final String location;
        private Result result = new Result(List.of(), List.of());
        private int polls;
        private boolean stopped;

        Execution(String id, JsonNode request, Instant submitted, ObjectNode end, String location) {
            this.id = id;
            this.request = request;
            this.submitted = submitted;
            this.end = end;
            this.location = location;
        }
    }

    /// What Trino answered.
    public record Result(List<String> names, List<List<@Nullable String>> rows) {}

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Where results are put unless a query says otherwise.
    public String output() {
        return bucket.url() + "/results/";
    }

    /// The names of the operations that were called, in order.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /// How many queries were really run.
    public long executions() {
        return executions.size();
    }

    /// Refuses the next calls of an operation.
    public AthenaEndpoint refusing(
            String operation, int times, int status, String code, String message) {
        Deque<Refusal> queue = refusals.computeIfAbsent(operation, _ -> new ArrayDeque<>());
        for (int i = 0; i < times; i++) {
            queue.add(new Refusal(status, code, message));
        }
        return this;
    }

    /// Lets the next query that has none yet end like this.
    ///
    /// @param json the members of its `Status`
    AthenaEndpoint ending(String json) throws IOException {
        ends.add((ObjectNode) JSON.readTree(json));
        return this;
    }

    /// Every query has ended when it is first asked for.
    public AthenaEndpoint immediate() {
        pollsToTheEnd = 0;
        return this;
    }

    /// No query ends by itself.
    AthenaEndpoint endless() {
        endless = true;
        return this;
    }

    AthenaEndpoint ended() {
        endless = false;
        return this;
    }

    AthenaEndpoint managed() {
        workgroup.remove("ResultConfiguration");
        workgroup.putObject("ManagedQueryResultsConfiguration").put("Enabled", true);
        return this;
    }

    AthenaEndpoint reusing() {
        reusing = true;
        return this;
    }

    /// The object in S3 ends after so many bytes.
    AthenaEndpoint cuttingTheResultAt(int bytes) {
        cutResultAt = bytes;
        return this;
    }

    AthenaEndpoint inPagesOf(int rows) {
        pageSize = rows;
        return this;
    }

    /// Carries out the call of this number, counted from now, and keeps its answer back until
    /// [#release()].
    public AthenaEndpoint holdingCall(int number) {
        heldCall = calls.size() + number;
        held = new CountDownLatch(1);
        released = new CountDownLatch(1);
        return this;
    }

    /// Waits until the call of [#holdingCall(int)] has come.
    ///
    /// @return its name; `""` if it does not come
    public String heldCall() throws InterruptedException {
        return held.await(60, TimeUnit.SECONDS) ? calls.get(heldCall - 1) : "";
    }

    public void release() {
        released.countDown();
    }

    public AthenaEndpoint projecting(String name, String value) {
        parameters.put("projection.enabled", "true").put("projection." + name, value);
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            if (target == null) {
                // Whoever takes this for S3 is denied.
                send(exchange, 403, "<Error><Code>AccessDenied</Code></Error>");
                return;
            }
            String operation = target.substring(NAMESPACE.length());
            calls.add(operation);
            Refusal refusal = refusals.getOrDefault(operation, new ArrayDeque<>()).poll();
            try {
                if (refusal != null) {
                    throw new Refused(refusal);
                }
                String answer = answer(operation, JSON.readTree(body)).toString();
                holdIfAsked();
                send(exchange, 200, answer);
            } catch (Refused refused) {
                if (refused.refusal.status() == 0) {
                    // The connection breaks in the middle of an answer.
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write("{\"Res".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    return;
                }
                send(exchange, refused.refusal.status(), refused.json());
            }
        }
    }

    private void holdIfAsked() throws IOException {
        if (calls.size() == heldCall) {
            held.countDown();
            try {
                released.await();
            } catch (InterruptedException stopped) {
                throw new IOException(stopped);
            }
        }
    }

    private JsonNode answer(String operation, JsonNode request) throws IOException, Refused {
        return switch (operation) {
            case "GetTableMetadata" -> table(request);
            case "GetWorkGroup" ->
                    NODES.objectNode()
                            .set(
                                    "WorkGroup",
                                    NODES.objectNode()
                                            .put("Name", request.path("WorkGroup").asText())
                                            .put("State", "ENABLED")
                                            .set("Configuration", workgroup));
            case "StartQueryExecution" ->
                    NODES.objectNode().put("QueryExecutionId", start(request).id);
            case "GetQueryExecution" ->
                    NODES.objectNode().set("QueryExecution", execution(known(request)));
            case "StopQueryExecution" -> {
                known(request).stopped = true;
                yield NODES.objectNode();
            }
            case "GetQueryResults" -> results(request);
            default -> throw new Refused(new Refusal(400, "UnknownOperationException", operation));
        };
    }

    private JsonNode table(JsonNode request) throws Refused {
        ObjectNode table = NODES.objectNode().put("Name", request.path("TableName").asText());
        if (table.path("Name").asText().startsWith("no_")) {
            throw new Refused(
                    new Refusal(
                            400, "MetadataException", "EntityNotFoundException: Entity Not Found"));
        }
        ArrayNode columns = table.putArray("Columns");
        RealTrino.COLUMNS.forEach(
                (name, type) -> columns.addObject().put("Name", name).put("Type", hive(type)));
        ArrayNode keys = table.putArray("PartitionKeys");
        for (String key : List.of("account", "region", "timestamp")) {
            keys.addObject().put("Name", key).put("Type", "string");
        }
        table.set("Parameters", parameters);
        return NODES.objectNode().set("TableMetadata", table);
    }

    private Execution start(JsonNode request) throws IOException, Refused {
        String token = request.path("ClientRequestToken").asText();
        Execution known = byToken.get(token);
        if (known != null) {
            if (!known.request.equals(request)) {
                throw new Refused(
                        new Refusal(
                                400,
                                "InvalidRequestException",
                                "Idempotent parameters do not match"));
            }
            return known;
        }
        String id = "%08x-0000-4000-8000-000000000000".formatted(executions.size() + 1);
        ObjectNode end =
                ends.isEmpty() ? NODES.objectNode().put("State", "SUCCEEDED") : ends.poll();
        String place = request.path("ResultConfiguration").path("OutputLocation").asText(output());
        Execution execution =
                new Execution(id, request, Clock.systemUTC().instant(), end, place + id + ".csv");
        executions.put(id, execution);
        byToken.put(token, execution);
        if (end.path("State").asText().equals("SUCCEEDED")) {
            execution.result = trino.query(request.path("QueryString").asText());
            if (!isManaged()) {
                byte[] csv = csv(execution.result).getBytes(UTF_8);
                bucket.with(
                        execution.location.substring(bucket.url().length() + 1),
                        Arrays.copyOf(csv, Math.min(csv.length, cutResultAt)));
            }
        }
        return execution;
    }

    private JsonNode execution(Execution execution) {
        execution.polls++;
        long scanned = 12_345_678;
        ObjectNode json =
                NODES.objectNode()
                        .put("QueryExecutionId", execution.id)
                        .put("Query", execution.request.path("QueryString").asText());
        ObjectNode status = json.putObject("Status");
        status.put("SubmissionDateTime", execution.submitted.toEpochMilli() / 1000.0);
        if (execution.stopped) {
            status.put("State", "CANCELLED").put("StateChangeReason", "Query cancelled by user");
        } else if (endless || execution.polls < pollsToTheEnd) {
            // Back to the queue for a while, as happens.
            status.put("State", execution.polls == 2 || endless ? "RUNNING" : "QUEUED");
            scanned = endless ? scanned : 0;
        } else {
            status.setAll(execution.end);
        }
        ObjectNode statistics = json.putObject("Statistics");
        statistics.put("DataScannedInBytes", scanned).put("QueryQueueTimeInMillis", 120);
        statistics.put("EngineExecutionTimeInMillis", 2_400);
        statistics.putObject("ResultReuseInformation").put("ReusedPreviousResult", reusing);
        json.putObject("EngineVersion").put("EffectiveEngineVersion", "Athena engine version 3");
        if (!isManaged()) {
            json.putObject("ResultConfiguration").put("OutputLocation", execution.location);
        }
        return json;
    }

    private JsonNode results(JsonNode request) throws Refused {
        Result result = known(request).result;
        int from = Integer.parseInt(request.path("NextToken").asText("0"));
        int most = Math.min(request.path("MaxResults").asInt(1_000), pageSize);
        boolean isFirst = from == 0;
        int to = Math.min(result.rows().size(), from + most - (isFirst ? 1 : 0));
        ObjectNode answer = NODES.objectNode();
        ObjectNode set = answer.putObject("ResultSet");
        ArrayNode rows = set.putArray("Rows");
        if (isFirst) {
            addRow(rows, result.names());
        }
        result.rows().subList(from, to).forEach(row -> addRow(rows, row));
        ArrayNode info = set.putObject("ResultSetMetadata").putArray("ColumnInfo");
        result.names().forEach(name -> info.addObject().put("Name", name).put("Type", "varchar"));
        if (to < result.rows().size()) {
            answer.put("NextToken", String.valueOf(to));
        }
        return answer;
    }

    private static void addRow(ArrayNode rows, List<? extends @Nullable String> values) {
        ArrayNode data = rows.addObject().putArray("Data");
        for (String value : values) {
            ObjectNode datum = data.addObject();
            if (value != null) {
                datum.put("VarCharValue", value);
            }
        }
    }

    private static String csv(Result result) {
        StringBuilder csv = new StringBuilder();
        addLine(csv, result.names());
        result.rows().forEach(row -> addLine(csv, row));
        return csv.toString();
    }

    private static void addLine(StringBuilder csv, List<? extends @Nullable String> values) {
        for (int at = 0; at < values.size(); at++) {
            String value = values.get(at);
            csv.append(at == 0 ? "" : ",");
            if (value != null) {
                csv.append('"').append(value.replace("\"", "\"\"")).append('"');
            }
        }
        csv.append('\n');
    }

    private boolean isManaged() {
        return workgroup.has("ManagedQueryResultsConfiguration");
    }

    private Execution known(JsonNode request) throws Refused {
        Execution execution = executions.get(request.path("QueryExecutionId").asText());
        if (execution == null) {
            throw new Refused(
                    new Refusal(400, "InvalidRequestException", "QueryExecution was not found"));
        }
        return execution;
    }

    /// Trino's words for a type in Hive's.
    private static String hive(String type) {
        return type.replaceAll("row\\(", "struct<")
                .replaceAll("array\\(", "array<")
                .replace(')', '>')
                .replaceAll("([a-z]) (varchar|struct|array)", "$1:$2")
                .replace(", ", ",")
                .replace("varchar", "string");
    }

    private void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.code());
            this.refusal = refusal;
        }

        String json() {
            ObjectNode json =
                    NODES.objectNode()
                            .put("__type", refusal.code())
                            .put("message", refusal.message())
                            .put("Message", refusal.message());
            if (refusal.code().equals("TooManyRequestsException")) {
                json.put("Reason", "CONCURRENT_QUERY_LIMIT_EXCEEDED");
            }
            return json.toString();
        }
    }
}
