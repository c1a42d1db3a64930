package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.ChannelReading.Span;
import dev.glasstrail.alarm.Metric;
import dev.glasstrail.alarm.MetricSeries.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// What CloudWatch was asked, as `--cli-input-json` said it.
///
/// @param file that says so
/// @param span the stretch that the answer can tell of: not beyond the moment of asking
/// @param queries that CloudWatch can answer, by id
/// @param ids of all queries, the others too
/// @param faults what is wrong, one line each
record MetricInput(
        Path file,
        Span span,
        Map<String, MetricQuery> queries,
        Set<String> ids,
        List<String> faults) {

    /// Reads what was asked.
    ///
    /// @param wanted the metrics that the subject has
    /// @param at when it was asked
    static MetricInput of(Tree tree, Path folder, Subject subject, Set<Metric> wanted, Instant at)
            throws Unusable {
        Path file = folder.resolve(Layout.METRIC_INPUT);
        JsonNode json = tree.object(file, "aws cloudwatch get-metric-data --cli-input-json");
        Span span = span(tree.name(file), json, at);
        Reader reader = new Reader(subject, wanted, Duration.between(span.from(), at));
        json.path("MetricDataQueries").forEach(reader::query);
        return new MetricInput(
                file,
                span,
                reader.queries,
                StreamSupport.stream(json.path("MetricDataQueries").spliterator(), false)
                        .map(query -> query.path("Id").asText())
                        .collect(Collectors.toSet()),
                reader.faults(tree.name(file)));
    }

    private static Span span(String name, JsonNode json, Instant at) throws Unusable {
        Instant start = time(name, json, "StartTime");
        Instant end = time(name, json, "EndTime");
        if (!start.isBefore(end) || !start.isBefore(at)) {
            throw new Unusable(
                    "%s asks from %s to %s, and was asked at %s; ask for a stretch that lies behind"
                            .formatted(name, start, end, at));
        }
        return new Span(start, end.isAfter(at) ? at : end);
    }

    private static Instant time(String name, JsonNode json, String member) throws Unusable {
        return CliTime.of(json.path(member))
                .orElseThrow(() ->
                        new Unusable(
                                "%s has the %s \"%s\", which is no time with a zone; write it like 2026-11-09T00:00:00Z"
                                        .formatted(
                                                name,
                                                member,
                                                Shown.of(json.path(member).asText()))));
    }

    /// Collects the queries of one file.
    private static final class Reader {

        private final Subject subject;
        private final Set<Metric> wanted;
        private final Duration age;
        private final Map<String, MetricQuery> queries = new LinkedHashMap<>();
        private final Set<Metric> asked = EnumSet.noneOf(Metric.class);
        private final Map<String, List<String>> refused = new LinkedHashMap<>();

        private Reader(Subject subject, Set<Metric> wanted, Duration age) {
            this.subject = subject;
            this.wanted = wanted;
            this.age = age;
        }

        private void query(JsonNode query) {
            Metric metric = MetricQuery.metric(query).filter(wanted::contains).orElse(null);
            if (metric == null) {
                return;
            }
            String id = query.path("Id").asText();
            String fault = MetricQuery.fault(query, subject, age);
            if (fault.isEmpty() && (asked.contains(metric) || queries.containsKey(id))) {
                fault = "twice, or twice by one Id; ask once";
            }
            asked.add(metric);
            if (fault.isEmpty()) {
                queries.put(id, MetricQuery.of(query, metric));
            } else {
                refused.computeIfAbsent(fault, _ -> new ArrayList<>()).add(metric.awsName());
            }
        }

        private List<String> faults(String name) {
            List<String> faults = new ArrayList<>();
            refused.forEach((fault, metrics) ->
                    faults.add("%s asks for %s %s".formatted(name, Shown.list(metrics), fault)));
            List<String> missing =
                    wanted.stream()
                            .filter(metric -> !asked.contains(metric))
                            .map(Metric::awsName)
                            .toList();
            if (!missing.isEmpty()) {
                faults.add(
                        "%s does not ask for %s; add what is missing and collect it again"
                                .formatted(name, String.join(", ", missing)));
            }
            return faults;
        }
    }
}
