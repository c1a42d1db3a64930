package dev.glasstrail.alarm.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.aws.AwsEndpoint.Call;
import dev.glasstrail.aws.AwsEndpoint.Reply;
import dev.glasstrail.aws.AwsEndpoint.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A CloudWatch that keeps the rules which a client can break without being told: the period by the
/// age of the start, the whole set of dimensions, the unit.
final class MadeMetrics implements Service {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Instant now;
    private final Map<String, NavigableMap<Instant, Double>> counts = new TreeMap<>();
    private final Map<String, Deque<String>> states = new TreeMap<>();
    private final Map<String, String> messages = new TreeMap<>();
    private final Set<String> silent = new HashSet<>();
    private final Map<String, Reply> closed = new TreeMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private int pagePoints = Integer.MAX_VALUE;

    MadeMetrics(Instant now) {
        this.now = now;
    }

    /// Something that EventBridge counted.
    ///
    /// @param place account and region, with a space between
    /// @param metric with its dimensions, such as `MatchedEvents RuleName=x`
    MadeMetrics count(String place, String metric, String time, double value) {
        counts.computeIfAbsent(place + " " + metric, _ -> new TreeMap<>())
                .merge(Instant.parse(time), value, Double::sum);
        return this;
    }

    /// Gives that many points of a metric on a page.
    MadeMetrics paging(int points) {
        pagePoints = points;
        return this;
    }

    /// Other states than are due, in answer to the next questions for a metric.
    MadeMetrics saying(String metric, String... codes) {
        states.computeIfAbsent(metric, _ -> new ArrayDeque<>()).addAll(List.of(codes));
        return this;
    }

    /// Has a word to say of a metric; of everything for `""`.
    MadeMetrics remarking(String metric, String text) {
        messages.put(metric, text);
        return this;
    }

    /// Does not answer for a metric.
    MadeMetrics forgetting(String metric) {
        silent.add(metric);
        return this;
    }

    MadeMetrics refusing(String place, int status, String code) {
        closed.put(place, Reply.refusing(status, code, "no"));
        return this;
    }

    /// What was asked: stretch, period and number of queries, and `+` for a further page.
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Reply answer(Call call) {
        String place = call.account() + " " + call.region();
        Reply refusal = closed.get(place);
        if (refusal != null) {
            return refusal;
        }
        JsonNode request = call.request();
        JsonNode queries = request.path("MetricDataQueries");
        Instant from = time(request.path("StartTime"));
        Instant to = time(request.path("EndTime"));
        long period = queries.path(0).path("MetricStat").path("Period").asLong();
        asked.add(
                "%s %s %ds %d%s"
                        .formatted(
                                from,
                                to,
                                period,
                                queries.size(),
                                request.has("NextToken") ? " +" : ""));
        if (!call.operation().equals("GetMetricData")
                || queries.size() > 500
                || !from.isBefore(to)) {
            return Reply.refusing(400, "ValidationError", "what is asked is wrong");
        }
        return answer(place, request, from, to);
    }

    private Reply answer(String place, JsonNode request, Instant from, Instant to) {
        int skipped = request.path("NextToken").asInt(0);
        ObjectNode answer = NODES.objectNode();
        ArrayNode results = answer.putArray("MetricDataResults");
        boolean hasMore = false;
        for (JsonNode query : request.path("MetricDataQueries")) {
            String metric = metric(query);
            List<Map.Entry<Instant, Double>> all = points(place, query, from, to);
            if (request.path("ScanBy").asText("").equals("TimestampAscending")) {
                Collections.sort(all, Map.Entry.comparingByKey());
            }
            if (!silent.contains(metric) && (skipped == 0 || all.size() > skipped)) {
                hasMore |= all.size() - skipped > pagePoints;
                results.add(result(query.path("Id").asText(), metric, all, skipped));
            }
        }
        if (hasMore) {
            answer.put("NextToken", String.valueOf(skipped + pagePoints));
        }
        remark(answer, "");
        return Reply.of(answer);
    }

    private ObjectNode result(
            String id, String metric, List<Map.Entry<Instant, Double>> all, int skipped) {
        int to = (int) Math.min(all.size(), (long) skipped + pagePoints);
        ObjectNode result = NODES.objectNode().put("Id", id).put("Label", metric);
        ArrayNode times = result.putArray("Timestamps");
        ArrayNode values = result.putArray("Values");
        for (Map.Entry<Instant, Double> point : all.subList(skipped, to)) {
            times.add(point.getKey().getEpochSecond());
            values.add(point.getValue());
        }
        Deque<String> others = states.getOrDefault(metric, new ArrayDeque<>());
        String due = to < all.size() ? "PartialData" : "Complete";
        result.put("StatusCode", others.isEmpty() ? due : others.remove());
        remark(result, metric);
        return result;
    }

    private void remark(ObjectNode of, String metric) {
        String text = messages.get(metric);
        if (text != null) {
            of.putArray("Messages").addObject().put("Code", "Remark").put("Value", text);
        }
    }

    /// Newest first, as CloudWatch has it unless it is told otherwise.
    private List<Map.Entry<Instant, Double>> points(
            String place, JsonNode query, Instant from, Instant to) {
        JsonNode stat = query.path("MetricStat");
        long period = stat.path("Period").asLong();
        Duration age = Duration.between(from, now);
        long finest = age.toDays() < 15 ? 60 : age.toDays() < 63 ? 300 : 3600;
        boolean isKept = period % finest == 0 && age.toDays() < 455;
        if (!isKept || stat.has("Unit") || !stat.path("Stat").asText().equals("Sum")) {
            return new ArrayList<>();
        }
        TreeMap<Instant, Double> sums = new TreeMap<>(Collections.reverseOrder());
        counts.getOrDefault(place + " " + metric(query), new TreeMap<>())
                .forEach((time, value) -> {
                    long second = time.getEpochSecond();
                    Instant start = Instant.ofEpochSecond(second - second % period);
                    if (!start.isBefore(from) && start.isBefore(to)) {
                        sums.merge(start, value, Double::sum);
                    }
                });
        return new ArrayList<>(sums.entrySet());
    }

    private static String metric(JsonNode query) {
        JsonNode metric = query.path("MetricStat").path("Metric");
        StringBuilder text = new StringBuilder(metric.path("MetricName").asText());
        metric.path("Dimensions")
                .forEach(dimension ->
                        text.append(' ')
                                .append(dimension.path("Name").asText())
                                .append('=')
                                .append(dimension.path("Value").asText()));
        return metric.path("Namespace").asText().equals("AWS/Events")
                ? text.toString()
                : "elsewhere";
    }

    private static Instant time(JsonNode seconds) {
        return Instant.ofEpochSecond(seconds.asLong());
    }
}
