package dev.glasstrail.alarm;

import dev.glasstrail.alarm.MetricSeries.State;
import dev.glasstrail.alarm.MetricSeries.Subject;
import dev.glasstrail.trail.Reading.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The metrics that were read, to be looked up many times.
final class MetricIndex {

    private final Instant from;
    private final Instant to;
    private final Map<RuleId, Map<Metric, MetricSeries>> series = new HashMap<>();
    private final Map<RuleId, Map<Metric, Sums>> sums = new HashMap<>();
    private final Map<Place, List<Sums>> places = new HashMap<>();

    MetricIndex(MetricReading reading) {
        this.from = reading.from();
        this.to = reading.to();
        for (MetricSeries one : reading.series()) {
            Sums ofOne = new Sums(one);
            Place place =
                    switch (one.subject()) {
                        case Subject.OfPlace subject -> subject.place();
                        case Subject.OfRule subject -> {
                            RuleId rule = subject.rule();
                            series.computeIfAbsent(rule, _ -> new EnumMap<>(Metric.class))
                                    .put(one.metric(), one);
                            sums.computeIfAbsent(rule, _ -> new EnumMap<>(Metric.class))
                                    .put(one.metric(), ofOne);
                            yield rule.place();
                        }
                    };
            places.computeIfAbsent(place, _ -> new ArrayList<>()).add(ofOne);
        }
    }

    /// Start of what was asked for, inclusive, UTC.
    Instant from() {
        return from;
    }

    /// End of what was asked for, exclusive, UTC.
    Instant to() {
        return to;
    }

    Optional<MetricSeries> series(RuleId rule, Metric metric) {
        return Optional.ofNullable(series.getOrDefault(rule, Map.of()).get(metric));
    }

    /// Whether every point of a series was read.
    boolean isWhole(RuleId rule, Metric metric) {
        return series(rule, metric).filter(one -> one.state() == State.COMPLETE).isPresent();
    }

    /// The sum over the periods that end after a time and begin no later than another one; 0 where
    /// nothing was published.
    double overlapping(RuleId rule, Metric metric, Instant first, Instant last) {
        Sums found = sums.getOrDefault(rule, Map.of()).get(metric);
        return found == null ? 0 : found.overlapping(first, last);
    }

    /// The sum over the periods that begin at or after a time and before another one; 0 where
    /// nothing was published.
    double between(RuleId rule, Metric metric, Instant first, Instant end) {
        Sums found = sums.getOrDefault(rule, Map.of()).get(metric);
        return found == null ? 0 : found.between(first, end);
    }

    /// Whether anything was published in a place around that time, of any rule: only then is a
    /// missing point as good as a zero.
    boolean isAlive(Place place, Instant first, Instant last) {
        return places.getOrDefault(place, List.of()).stream()
                .anyMatch(one -> one.overlapping(first, last) > 0);
    }

    /// Whether anything was published in a place at all.
    boolean isAliveAtAll(Place place) {
        return places.getOrDefault(place, List.of()).stream().anyMatch(one -> !one.isEmpty());
    }
}
