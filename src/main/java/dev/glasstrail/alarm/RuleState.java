package dev.glasstrail.alarm;

import java.util.Arrays;
import java.util.Optional;

/// The state of a rule, spelled as EventBridge does.
public enum RuleState {
    /// Receives CloudTrail's events but for read-only ones.
    ENABLED,
    /// Receives read-only management events too.
    ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS,
    /// Receives nothing.
    DISABLED,
    /// There is no such rule. Not a word of EventBridge's.
    ABSENT;

    /// The state of that name; empty for one that this program does not know.
    public static Optional<RuleState> of(String name) {
        return Arrays.stream(values())
                .filter(state -> state != ABSENT && state.name().equals(name))
                .findFirst();
    }

    /// Whether the rule receives anything.
    public boolean isOn() {
        return this == ENABLED || this == ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS;
    }
}
