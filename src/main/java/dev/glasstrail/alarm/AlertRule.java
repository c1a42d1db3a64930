package dev.glasstrail.alarm;

import java.util.List;

/// A rule as EventBridge tells it now, which need not be what it was in the window.
///
/// @param pattern the event pattern, JSON as deployed; `""` for a rule that runs on a schedule
/// @param targets in the order told
public record AlertRule(RuleId id, RuleState state, String pattern, List<Target> targets) {

    public AlertRule {
        targets = List.copyOf(targets);
    }
}
