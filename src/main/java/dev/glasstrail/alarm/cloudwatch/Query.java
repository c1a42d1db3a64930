package dev.glasstrail.alarm.cloudwatch;

import dev.glasstrail.alarm.Metric;
import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.MetricSeries.Subject;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.trail.Reading.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/// One metric that is asked for.
///
/// @param id tells its answer from others'; CloudWatch wants a small letter at the start
record Query(String id, Subject subject, Metric metric) {

    private static final String NAMESPACE = "AWS/Events";

    /// Everything that is asked about the rules of a place.
    static List<Query> all(Place place, Collection<RuleId> rules) {
        List<Query> queries = new ArrayList<>();
        queries.add(new Query("q0", new Subject.OfPlace(place), Metric.MATCHED_EVENTS));
        for (RuleId rule : rules) {
            for (Metric metric : Metric.values()) {
                queries.add(new Query("q" + queries.size(), new Subject.OfRule(rule), metric));
            }
        }
        return queries;
    }

    /// As CloudWatch is asked. A unit is left out: one that does not fit is answered with nothing.
    MetricDataQuery question(Duration period) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat ->
                        stat.stat("Sum")
                                .period(Math.toIntExact(period.toSeconds()))
                                .metric(asked ->
                                        asked.namespace(NAMESPACE)
                                                .metricName(metric.awsName())
                                                .dimensions(dimensions())))
                .build();
    }

    MetricSeries tooOld() {
        return new MetricSeries(
                subject, metric, Stretch.COARSEST, List.of(), MetricSeries.State.TOO_OLD);
    }

    /// The rule's name alone on the default bus: with the bus beside it, CloudWatch answers with
    /// nothing, and without an error.
    private List<Dimension> dimensions() {
        return switch (subject) {
            case Subject.OfPlace _ -> List.of();
            case Subject.OfRule(RuleId rule) when rule.isOnDefaultBus() ->
                    List.of(dimension("RuleName", rule.name()));
            case Subject.OfRule(RuleId rule) ->
                    List.of(
                            dimension("EventBusName", rule.bus()),
                            dimension("RuleName", rule.name()));
        };
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    /// For people.
    @Override
    public String toString() {
        return switch (subject) {
            case Subject.OfPlace _ -> metric.awsName() + " of all rules";
            case Subject.OfRule(RuleId rule) -> metric.awsName() + " of the rule " + rule;
        };
    }
}
