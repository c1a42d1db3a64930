package dev.glasstrail.alarm;

import java.util.ArrayList;
import java.util.List;

/// What may have made counts that no record explains.
///
/// Nothing that is known tells which of them it was: that EventBridge saw an event which the log
/// does not have is the one that matters, and comes last only where another is at hand.
final class SurplusCauses {

    private SurplusCauses() {}

    static List<String> of(
            Matching.Surplus surplus, RuleCounts counts, boolean isReplayed, boolean namesSource) {
        List<String> may = new ArrayList<>();
        boolean isBesideRecord =
                counts.records().stream()
                        .anyMatch(record ->
                                record.at().isBefore(surplus.to())
                                        && !record.at()
                                                .plus(counts.delay())
                                                .isBefore(surplus.from()));
        if (isBesideRecord) {
            may.add("EventBridge delivered an event twice, as it may");
        }
        if (counts.isThrottled()) {
            may.add("calls that were throttled came later");
        }
        if (isReplayed) {
            may.add("an archive's events were sent again");
        }
        if (!namesSource) {
            may.add("an event that is not CloudTrail's matches, for the pattern names no source");
        }
        may.add("EventBridge saw an event that the log does not have");
        return may;
    }
}
