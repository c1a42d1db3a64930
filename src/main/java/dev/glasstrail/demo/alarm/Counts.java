package dev.glasstrail.demo.alarm;

import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Ids;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What CloudWatch counted, by minute. A minute without a count is not there.
final class Counts {

    /// What every rule is asked about.
    static final List<String> METRICS =
            List.of(
                    "MatchedEvents",
                    "TriggeredRules",
                    "Invocations",
                    "FailedInvocations",
                    "ThrottledRules",
                    "RetryInvocationAttempts",
                    "InvocationsSentToDlq",
                    "InvocationsFailedToBeSentToDlq",
                    "DeadLetterInvocations");

    private static final int OTHER_RULES_EVERY_MINUTES = 10;

    private Counts() {}

    /// One metric of one rule.
    static SortedMap<Instant, Integer> ofRule(List<Ring> rings, String metric) {
        SortedMap<Instant, Integer> counts = new TreeMap<>();
        for (Ring ring : rings) {
            minutes(ring, metric)
                    .forEach(at ->
                            counts.merge(at.truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum));
        }
        return counts;
    }

    /// The matches of all rules of a place together: other rules have some every few minutes.
    static SortedMap<Instant, Integer> ofPlace(
            Ids ids, Account account, Region region, List<Ring> rings, Instant from, Instant to) {
        SortedMap<Instant, Integer> counts = ofRule(rings, "MatchedEvents");
        Duration step = Duration.ofMinutes(OTHER_RULES_EVERY_MINUTES);
        for (Instant at = from; at.isBefore(to); at = at.plus(step)) {
            String label = "others/%s/%s/%s".formatted(account.id(), region.id(), at);
            Instant minute =
                    at.plus(Duration.ofMinutes(ids.number(label, OTHER_RULES_EVERY_MINUTES)));
            counts.merge(minute, 1 + ids.number(label + "/sum", 6), Integer::sum);
        }
        return counts;
    }

    private static List<Instant> minutes(Ring ring, String metric) {
        boolean refused = ring.hitch() == Hitch.NOT_DELIVERED;
        boolean counted = ring.hitch() != Hitch.NOT_COUNTED;
        boolean late = ring.hitch() == Hitch.LATE;
        return switch (metric) {
            case "MatchedEvents", "TriggeredRules" -> counted ? List.of(ring.handled()) : List.of();
            case "Invocations" -> List.of(ring.called());
            case "FailedInvocations", "InvocationsSentToDlq" ->
                    refused ? List.of(ring.called()) : List.of();
            case "RetryInvocationAttempts" ->
                    late
                            ? List.of(
                                    ring.handled().plusSeconds(60),
                                    ring.handled().plusSeconds(180),
                                    ring.called())
                            : List.of();
            default -> List.of();
        };
    }
}
