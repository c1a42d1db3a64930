package dev.glasstrail.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the changes of a rule do to it.
///
/// Source: the EventBridge API Reference. PutRule without a state enables.
final class RuleEffect {

    private static final Set<String> OF_TARGETS =
            Set.of("PutTargets", "RemoveTargets", "DeleteRule");

    private RuleEffect() {}

    /// The state that a change leaves; empty if it leaves it as it was.
    private static Optional<RuleState> state(RuleChange change) {
        return switch (change.call()) {
            case "PutRule" -> {
                String state = change.event().payload().requested("state");
                yield state.isEmpty() ? Optional.of(RuleState.ENABLED) : RuleState.of(state);
            }
            case "EnableRule" -> Optional.of(RuleState.ENABLED);
            case "DisableRule" -> Optional.of(RuleState.DISABLED);
            case "DeleteRule" -> Optional.of(RuleState.ABSENT);
            default -> Optional.empty();
        };
    }

    /// The pattern that a change leaves, `""` for none; empty if it leaves it as it was.
    static Optional<String> pattern(RuleChange change) {
        return switch (change.call()) {
            case "PutRule" -> Optional.of(change.event().payload().requested("eventPattern"));
            case "DeleteRule" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    /// What a rule is after a change.
    static RuleThen after(RuleThen before, RuleChange change) {
        String because = change.words();
        return new RuleThen(
                state(change)
                        .<Fact<RuleState>>map(state -> new Fact.Known<>(state, because))
                        .orElse(before.state()),
                pattern(change)
                        .<Fact<String>>map(pattern -> new Fact.Known<>(pattern, because))
                        .orElse(before.pattern()),
                targetsAfter(before.targets(), change));
    }

    /// What a rule was before a change, as far as what it is afterwards tells.
    static RuleThen before(RuleThen after, RuleChange change) {
        return unknownWhereTouched(
                after, change, change.words() + " does not tell what was before it");
    }

    /// The same but for what a change touches.
    static RuleThen unknownWhereTouched(RuleThen then, RuleChange change, String because) {
        return new RuleThen(
                state(change).isPresent() ? new Fact.Unknown<>(because) : then.state(),
                pattern(change).isPresent() ? new Fact.Unknown<>(because) : then.pattern(),
                OF_TARGETS.contains(change.call()) ? new Fact.Unknown<>(because) : then.targets());
    }

    private static Fact<List<Target>> targetsAfter(Fact<List<Target>> before, RuleChange change) {
        return switch (change.call()) {
            case "DeleteRule" -> new Fact.Known<>(List.of(), change.words());
            case "PutTargets", "RemoveTargets" ->
                    switch (before) {
                        case Fact.Known<List<Target>> known ->
                                new Fact.Known<>(changed(known.value(), change), change.words());
                        case Fact.Unknown<List<Target>> _ ->
                                new Fact.Unknown<>(
                                        change.words() + " does not tell of the other targets");
                    };
            default -> before;
        };
    }

    private static List<Target> changed(List<Target> before, RuleChange change) {
        List<Target> put = change.targetsPut();
        List<String> gone = new ArrayList<>(change.targetsRemoved());
        put.forEach(target -> gone.add(target.id()));
        List<Target> after = new ArrayList<>(before);
        after.removeIf(target -> gone.contains(target.id()));
        after.addAll(put);
        return after;
    }
}
