package dev.glasstrail.alarm.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.alarm.Metric;
import dev.glasstrail.alarm.MetricSeries.Subject;
import dev.glasstrail.alarm.RuleId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One question to CloudWatch.
///
/// @param id by which the answer is known
/// @param metric which
/// @param period of every point
record MetricQuery(String id, Metric metric, Duration period) {

    private static final String NAMESPACE = "AWS/Events";

    /// The metric of `AWS/Events` that a query is about; empty for one that is of no use here.
    static Optional<Metric> metric(JsonNode query) {
        JsonNode asked = query.path("MetricStat").path("Metric");
        return asked.path("Namespace").asText().equals(NAMESPACE)
                ? Metric.of(asked.path("MetricName").asText())
                : Optional.empty();
    }

    /// Why CloudWatch's answer to a query tells nothing; `""` if it does. CloudWatch answers all of
    /// these with an empty series and without an error.
    ///
    /// @param age of the start of the stretch when it was asked
    static String fault(JsonNode query, Subject subject, Duration age) {
        JsonNode stat = query.path("MetricStat");
        Map<String, String> dimensions = dimensions(stat.path("Metric").path("Dimensions"));
        Map<String, String> expected = expected(subject);
        if (!dimensions.equals(expected)) {
            return "with %s, under which CloudWatch keeps nothing of it; ask with %s"
                    .formatted(words(dimensions), words(expected));
        }
        if (!stat.path("Stat").asText().equals("Sum")) {
            return "by the Stat \"%s\", which counts nothing; ask for Sum"
                    .formatted(Shown.of(stat.path("Stat").asText()));
        }
        String unit = stat.path("Unit").asText();
        if (!unit.isEmpty() && !unit.equals("Count")) {
            return "in the Unit \"%s\", in which there is none; leave Unit out"
                    .formatted(Shown.of(unit));
        }
        return Retention.fault(stat.path("Period"), age);
    }

    /// The query, if there is no fault in it.
    static MetricQuery of(JsonNode query, Metric metric) {
        return new MetricQuery(
                query.path("Id").asText(),
                metric,
                Duration.ofSeconds(query.path("MetricStat").path("Period").asLong()));
    }

    private static Map<String, String> expected(Subject subject) {
        return switch (subject) {
            case Subject.OfPlace _ -> Map.of();
            case Subject.OfRule(RuleId rule) ->
                    rule.isOnDefaultBus()
                            ? Map.of("RuleName", rule.name())
                            : Map.of("EventBusName", rule.bus(), "RuleName", rule.name());
        };
    }

    private static Map<String, String> dimensions(JsonNode list) {
        Map<String, String> dimensions = new TreeMap<>();
        list.forEach(dimension ->
                dimensions.put(dimension.path("Name").asText(), dimension.path("Value").asText()));
        return dimensions;
    }

    private static String words(Map<String, String> dimensions) {
        return dimensions.isEmpty()
                ? "no dimension"
                : new TreeMap<>(dimensions)
                        .entrySet().stream()
                                .map(entry ->
                                        Shown.of(entry.getKey()) + "=" + Shown.of(entry.getValue()))
                                .collect(Collectors.joining(" and "));
    }
}
