package dev.glasstrail.alarm;

import java.util.List;

/// What a rule was at a moment that lies behind.
///
/// @param state whether it was on
/// @param pattern what it matched; `""` where there was none
/// @param targets what it called
record RuleThen(Fact<RuleState> state, Fact<String> pattern, Fact<List<Target>> targets) {

    static RuleThen unknown(String because) {
        return new RuleThen(
                new Fact.Unknown<>(because),
                new Fact.Unknown<>(because),
                new Fact.Unknown<>(because));
    }

    /// What is known of this or else of the other.
    RuleThen or(RuleThen other) {
        return new RuleThen(
                state.or(other.state), pattern.or(other.pattern), targets.or(other.targets));
    }
}
