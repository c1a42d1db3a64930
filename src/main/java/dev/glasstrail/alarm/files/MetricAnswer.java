package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.MetricSeries.Point;
import dev.glasstrail.alarm.MetricSeries.State;
import dev.glasstrail.alarm.MetricSeries.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What CloudWatch answered, tied to the questions by their ids.
final class MetricAnswer {

    private static final String COMMAND = "aws cloudwatch get-metric-data";
    private static final Map<String, State> STATES =
            Map.of(
                    "Complete", State.COMPLETE,
                    "PartialData", State.PARTIAL_DATA,
                    "Forbidden", State.FORBIDDEN,
                    "InternalError", State.INTERNAL_ERROR);

    private final String name;
    private final MetricInput input;
    private final JsonNode json;
    private final List<String> faults = new ArrayList<>();

    private MetricAnswer(String name, MetricInput input, JsonNode json) {
        this.name = name;
        this.input = input;
        this.json = json;
    }

    /// Reads the answer that lies beside what was asked.
    static MetricAnswer of(Tree tree, Path folder, MetricInput input) throws Unusable {
        Path file = folder.resolve(Layout.METRIC_DATA);
        JsonNode json = tree.object(file, COMMAND);
        if (!json.path("MetricDataResults").isArray()) {
            throw new Unusable(
                    "%s has no MetricDataResults; keep what %s prints"
                            .formatted(tree.name(file), COMMAND));
        }
        return new MetricAnswer(tree.name(file), input, json);
    }

    /// The series, with all their points.
    List<MetricSeries> series(Subject subject) {
        messages(json.path("Messages"));
        Map<String, List<JsonNode>> results = results();
        List<MetricSeries> series = new ArrayList<>();
        for (MetricQuery query : input.queries().values()) {
            try {
                series.add(series(subject, query, results.getOrDefault(query.id(), List.of())));
            } catch (Unusable unusable) {
                faults.add(unusable.line());
            }
        }
        if (json.hasNonNull("NextToken")) {
            faults.add(
                    "%s has a NextToken, so there is more; run %s without --max-items"
                            .formatted(name, COMMAND));
        }
        return series;
    }

    /// What is wrong, one line each; complete after [#series].
    List<String> faults() {
        return faults;
    }

    private Map<String, List<JsonNode>> results() {
        Map<String, List<JsonNode>> results = new LinkedHashMap<>();
        for (JsonNode result : json.path("MetricDataResults")) {
            String id = result.path("Id").asText();
            results.computeIfAbsent(id, _ -> new ArrayList<>()).add(result);
            messages(result.path("Messages"));
        }
        List<String> strange =
                results.keySet().stream().filter(id -> !input.ids().contains(id)).toList();
        if (!strange.isEmpty()) {
            faults.add(
                    "%s answers the Ids %s, which %s does not ask; keep the two files of one run"
                            .formatted(name, Shown.list(strange), Layout.METRIC_INPUT));
        }
        return results;
    }

    private MetricSeries series(Subject subject, MetricQuery query, List<JsonNode> pages)
            throws Unusable {
        if (pages.isEmpty()) {
            throw new Unusable(
                    "%s has no answer to the Id %s (%s); run %s again"
                            .formatted(
                                    name, Shown.of(query.id()), query.metric().awsName(), COMMAND));
        }
        List<Point> points = new ArrayList<>();
        Set<Instant> seen = new HashSet<>();
        for (JsonNode page : pages) {
            for (Point point : points(query, page)) {
                if (!seen.add(point.start())) {
                    throw damaged(query, "two values for " + point.start());
                }
                points.add(point);
            }
        }
        return new MetricSeries(
                subject, query.metric(), query.period(), points, state(query, pages));
    }

    /// All pages of a series but the last are partial, so the last decides about that; an error of
    /// any page holds for all.
    private State state(MetricQuery query, List<JsonNode> pages) throws Unusable {
        State worst = json.hasNonNull("NextToken") ? State.PARTIAL_DATA : State.COMPLETE;
        for (int at = 0; at < pages.size(); at++) {
            String code = pages.get(at).path("StatusCode").asText();
            State state = STATES.get(code);
            if (state == null) {
                throw damaged(query, "the StatusCode \"%s\"".formatted(Shown.of(code)));
            }
            boolean goesOn = state == State.PARTIAL_DATA && at < pages.size() - 1;
            if (!goesOn && state.compareTo(worst) > 0) {
                worst = state;
            }
        }
        return worst;
    }

    private List<Point> points(MetricQuery query, JsonNode page) throws Unusable {
        JsonNode times = page.path("Timestamps");
        JsonNode values = page.path("Values");
        if (times.size() != values.size()) {
            throw damaged(
                    query, "%s Timestamps and %s Values".formatted(times.size(), values.size()));
        }
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < times.size(); at++) {
            points.add(point(query, times.get(at), values.get(at)));
        }
        return points;
    }

    private Point point(MetricQuery query, JsonNode time, JsonNode value) throws Unusable {
        String text = time.asText();
        Instant start =
                CliTime.of(time)
                        .orElseThrow(() ->
                                damaged(query, "the Timestamp \"%s\"".formatted(Shown.of(text))));
        double sum = value.asDouble(-1);
        if (!value.isNumber() || !Double.isFinite(sum) || sum < 0) {
            throw damaged(query, "the Value \"%s\"".formatted(Shown.of(value.asText())));
        }
        // CloudWatch rounds the start down to a whole period.
        if (!start.isAfter(input.span().from().minus(query.period()))
                || !start.isBefore(input.span().to())) {
            throw damaged(
                    query,
                    "a point at %s, which is outside of what %s asks"
                            .formatted(start, Layout.METRIC_INPUT));
        }
        return new Point(start, sum);
    }

    private Unusable damaged(MetricQuery query, String found) {
        return new Unusable(
                "%s has for the Id %s (%s) %s; run %s again"
                        .formatted(
                                name,
                                Shown.of(query.id()),
                                query.metric().awsName(),
                                found,
                                COMMAND));
    }

    private void messages(JsonNode messages) {
        for (JsonNode message : messages) {
            faults.add(
                    "%s carries the message %s: %s; ask again when its cause is gone"
                            .formatted(
                                    name,
                                    Shown.of(message.path("Code").asText()),
                                    Shown.of(message.path("Value").asText())));
        }
    }
}
