package dev.glasstrail.alarm;

import dev.glasstrail.alarm.Matching.Fate;
import dev.glasstrail.alarm.RuleReview.Comparison;
import dev.glasstrail.alarm.RuleReview.Counts;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What the log says of a rule in the window beside what its metrics say.
///
/// First whether the two can be compared at all; then whether every record has its count and every
/// count its record.
final class Comparing {

    private final AuditWindow window;
    private final Review.Heardings heardings;
    private final RuleHistories histories;
    private final MetricIndex metrics;

    Comparing(
            AuditWindow window,
            Review.Heardings heardings,
            RuleHistories histories,
            MetricIndex metrics) {
        this.window = window;
        this.heardings = heardings;
        this.histories = histories;
        this.metrics = metrics;
    }

    RuleReview review(RuleHistory history, RuleCounts counts) {
        List<Heard> expected =
                counts.records().stream().filter(record -> window.contains(record.at())).toList();
        List<String> because = obstacles(history, counts, expected);
        return new RuleReview(
                history.id(),
                history.today().map(AlertRule::state).orElse(RuleState.ABSENT),
                history.today().map(AlertRule::targets).orElse(List.of()),
                expected.size(),
                counts(history.id(), counts),
                because.isEmpty()
                        ? compared(history, counts, expected)
                        : new Comparison.NotComparable(because),
                history.changes().stream()
                        .filter(change -> window.contains(change.at()))
                        .map(change ->
                                new RuleReview.Change(
                                        change.at(), change.call(), change.event().key().eventId()))
                        .toList());
    }

    private List<String> obstacles(RuleHistory history, RuleCounts counts, List<Heard> expected) {
        List<String> because = new ArrayList<>();
        if (!history.id().isOnDefaultBus()) {
            because.add("CloudTrail's events do not come to its bus");
        }
        history.patterns().forEach(pattern -> ofPattern(pattern, because));
        String gap = histories.gap(history.id().place());
        if (!gap.isEmpty()) {
            because.add("records of its account and region are missing: " + gap);
        }
        counts.fault().ifPresent(because::add);
        if (because.isEmpty() && !counts.covers(window.to().minusSeconds(1))) {
            because.add(
                    "counts of the window's last records may still come: metrics were read up to "
                            + metrics.to());
        }
        if (because.isEmpty()) {
            unknown(history, expected).ifPresent(because::add);
        }
        if (because.isEmpty() && !metrics.isAliveAtAll(history.id().place())) {
            because.add(
                    expected.isEmpty()
                            ? "there is no record and no metric: a trail that was stopped looks the"
                                    + " same"
                            : "no metric of its account and region has a single point");
        }
        return because;
    }

    private void ofPattern(String pattern, List<String> because) {
        String fault = heardings.faults().get(pattern);
        EventPatterns.Reach reach = heardings.reaches().get(pattern);
        if (fault != null) {
            because.add(fault);
        } else if (reach != null && !reach.isBounded()) {
            because.add("its pattern names no event source, and not every record was read");
        } else if (reach != null && !reach.unreadMembers().isEmpty()) {
            because.add(
                    "its pattern asks for %s, which is not read"
                            .formatted(String.join(", ", reach.unreadMembers())));
        }
    }

    private Optional<String> unknown(RuleHistory history, List<Heard> expected) {
        for (Heard record : expected) {
            RuleThen then = history.at(record.at());
            if (then.state() instanceof Fact.Unknown<RuleState> unknown) {
                return Optional.of("its state is not known: " + unknown.because());
            }
            if (then.pattern() instanceof Fact.Unknown<String> unknown) {
                return Optional.of("its pattern is not known: " + unknown.because());
            }
        }
        return Optional.empty();
    }

    private Comparison compared(RuleHistory history, RuleCounts counts, List<Heard> expected) {
        List<String> uncounted = new ArrayList<>();
        int contended = 0;
        for (Heard record : expected) {
            switch (counts.fate(record)) {
                case Fate.Uncounted _ -> uncounted.add(record.key().eventId());
                case Fate.OneOf _ -> contended++;
                case Fate.Counted _ -> {}
            }
        }
        List<RuleReview.Surplus> surplus =
                counts.matching().surplus().stream()
                        .filter(one ->
                                one.to().isAfter(window.from()) && one.from().isBefore(window.to()))
                        .map(one ->
                                new RuleReview.Surplus(
                                        one.from(),
                                        one.to(),
                                        one.counts(),
                                        SurplusCauses.of(
                                                one,
                                                counts,
                                                histories.isReplayed(
                                                        history.id().place(), one.to()),
                                                namesSource(history))))
                        .toList();
        return uncounted.isEmpty() && contended == 0 && surplus.isEmpty()
                ? new Comparison.Agrees()
                : new Comparison.Differs(uncounted, contended, surplus);
    }

    private boolean namesSource(RuleHistory history) {
        return history.patterns().stream()
                .allMatch(pattern ->
                        heardings.reaches().containsKey(pattern)
                                && heardings.reaches().get(pattern).namesSource());
    }

    /// A zero is one only where something else of the rule was published.
    private Counts counts(RuleId id, RuleCounts counts) {
        double matched = sum(id, Metric.MATCHED_EVENTS);
        double invoked = sum(id, Metric.INVOCATIONS);
        boolean isRead = counts.fault().isEmpty();
        boolean isAlive = isRead && metrics.isAliveAtAll(id.place());
        return new Counts(
                isAlive ? OptionalLong.of(Math.round(matched)) : OptionalLong.empty(),
                told(id, Metric.INVOCATIONS, isAlive),
                told(id, Metric.FAILED_INVOCATIONS, isAlive && invoked + matched > 0),
                told(id, Metric.INVOCATIONS_SENT_TO_DLQ, isAlive && invoked + matched > 0));
    }

    private OptionalLong told(RuleId id, Metric metric, boolean isAbsentZero) {
        return isAbsentZero && metrics.isWhole(id, metric)
                ? OptionalLong.of(Math.round(sum(id, metric)))
                : OptionalLong.empty();
    }

    private double sum(RuleId id, Metric metric) {
        Instant from = window.from();
        return metrics.between(id, metric, from, window.to());
    }
}
