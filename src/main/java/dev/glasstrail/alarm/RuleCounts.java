package dev.glasstrail.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The records of one rule held against its metrics.
final class RuleCounts {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// How long records may wait while the rule is throttled.
    private static final Duration THROTTLED_DELAY = Duration.ofHours(1);

    private final RuleId id;
    private final MetricIndex metrics;
    private final Duration delay;
    private final Duration period;
    private final List<Heard> records;
    private final Matching matching;
    private final Map<Heard, Integer> positions = new HashMap<>();

    /// @param records that the rule should have matched, by time; more than those of the window
    RuleCounts(RuleId id, MetricIndex metrics, List<Heard> records, Duration delay) {
        this.id = id;
        this.metrics = metrics;
        this.delay =
                isThrottled() && delay.compareTo(THROTTLED_DELAY) < 0 ? THROTTLED_DELAY : delay;
        this.period =
                metrics.series(id, Metric.MATCHED_EVENTS).map(MetricSeries::period).orElse(MINUTE);
        this.records =
                records.stream()
                        .filter(record -> record.at().isBefore(metrics.to()))
                        .filter(record -> !record.at().isBefore(metrics.from().minus(this.delay)))
                        .toList();
        this.matching =
                new Matching(
                        this.records.stream().map(Heard::at).toList(),
                        metrics.series(id, Metric.MATCHED_EVENTS)
                                .map(MetricSeries::points)
                                .orElse(List.of()),
                        period,
                        this.delay);
        for (int at = 0; at < this.records.size(); at++) {
            positions.put(this.records.get(at), at);
        }
    }

    /// Why the metrics say nothing of this rule; empty if they do.
    Optional<String> fault() {
        Optional<MetricSeries> matched = metrics.series(id, Metric.MATCHED_EVENTS);
        if (matched.isEmpty()) {
            return Optional.of("no metric of the rule was read");
        }
        return switch (matched.get().state()) {
            case COMPLETE -> Optional.empty();
            case PARTIAL_DATA -> Optional.of("CloudWatch gave a part of the points (PartialData)");
            case FORBIDDEN -> Optional.of("CloudWatch did not show the points (Forbidden)");
            case INTERNAL_ERROR -> Optional.of("CloudWatch failed (InternalError)");
            case TOO_OLD -> Optional.of("CloudWatch keeps no points of that age");
        };
    }

    /// Whether the metrics reach over all of the time in which a record could have been counted.
    boolean covers(Instant record) {
        return !record.isBefore(metrics.from()) && !record.plus(delay).isAfter(metrics.to());
    }

    Matching matching() {
        return matching;
    }

    /// The records that were paired, by time.
    List<Heard> records() {
        return records;
    }

    /// Longest time from a record to its count.
    Duration delay() {
        return delay;
    }

    /// What the pairing says of a record.
    Matching.Fate fate(Heard record) {
        Integer position = positions.get(record);
        return position == null ? new Matching.Fate.Uncounted() : matching.fate(position);
    }

    /// Whether anything was published around a record, of this rule or of any other in its place.
    boolean isAlive(Instant record) {
        return metrics.isAlive(id.place(), record, record.plus(delay));
    }

    /// Whether the rule's calls were ever held back.
    boolean isThrottled() {
        return metrics.between(id, Metric.THROTTLED_RULES, metrics.from(), metrics.to()) > 0;
    }

    /// The sum of a metric over the time in which events of these records could have been counted.
    double around(Metric metric, Instant first, Instant last) {
        return metrics.overlapping(id, metric, first, last.plus(delay));
    }

    /// The records whose counts may lie in the periods of this one's, itself among them.
    List<Heard> neighbours(Heard record) {
        int at = positions.getOrDefault(record, -1);
        if (at < 0) {
            return List.of();
        }
        Duration reach = delay.plus(period);
        int first = at;
        while (first > 0 && !records.get(first - 1).at().isBefore(record.at().minus(reach))) {
            first--;
        }
        int last = at;
        while (last < records.size() - 1
                && !records.get(last + 1).at().isAfter(record.at().plus(reach))) {
            last++;
        }
        return records.subList(first, last + 1);
    }
}
