package dev.glasstrail.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a rule was at each moment: what it is now, worked backwards over the changes in the trail,
/// and what each change made of it.
final class RuleHistory {

    /// A change of a rule acts after a short time, which EventBridge does not tell.
    static final Duration SETTLING = Duration.ofMinutes(5);

    /// Changes of the last hour before the rules were read may not be in the trail yet; it is taken
    /// that there are none.
    static final Duration TRAIL_DELAY = Duration.ofHours(1);

    private final RuleId id;
    private final Sight sight;
    private final List<RuleChange> changes;
    private final List<RuleThen> stretches;

    /// The rule as it was seen.
    ///
    /// @param rule null if it was looked for and is not there
    /// @param at when, UTC; [Instant#MIN] if nobody knows, or if nobody looked
    record Sight(@Nullable AlertRule rule, Instant at) {

        private RuleThen then() {
            String because = "as read at " + at;
            return new RuleThen(
                    new Fact.Known<>(rule == null ? RuleState.ABSENT : rule.state(), because),
                    new Fact.Known<>(rule == null ? "" : rule.pattern(), because),
                    new Fact.Known<>(rule == null ? List.of() : rule.targets(), because));
        }
    }

    /// The records that tell of changes.
    ///
    /// @param from start of what was read, inclusive, UTC
    /// @param to end of what was read, exclusive, UTC
    /// @param gap why records of the rule's place are missing; `""` if none is known to be
    record Records(Instant from, Instant to, String gap) {

        /// Why what was seen then tells nothing of the time that the records are of; `""` if it
        /// does.
        private String faultOf(Sight sight) {
            if (!gap.isEmpty()) {
                return "records of its account and region are missing: " + gap;
            }
            if (sight.at().equals(Instant.MIN)) {
                return "nobody knows when the rule was read";
            }
            if (sight.at().isBefore(from)) {
                return "the rule was read at %s, and changes before %s were not"
                        .formatted(sight.at(), from);
            }
            if (sight.at().isAfter(to.plus(TRAIL_DELAY))) {
                return "the rule was read at %s, and changes after %s were not"
                        .formatted(sight.at(), to);
            }
            return "";
        }
    }

    /// @param changes of any rules
    RuleHistory(RuleId id, Sight sight, Collection<RuleChange> changes, Records records) {
        this.id = id;
        this.sight = sight;
        this.changes =
                changes.stream()
                        .filter(change -> change.rule().equals(id))
                        .sorted(
                                Comparator.comparing(RuleChange::at)
                                        .thenComparing(change -> change.event().key()))
                        .toList();
        this.stretches = stretches(records);
    }

    RuleId id() {
        return id;
    }

    /// The rule as it is now; empty if there is none, or none was seen.
    Optional<AlertRule> today() {
        return Optional.ofNullable(sight.rule());
    }

    /// Every change that the trail tells of, by time.
    List<RuleChange> changes() {
        return changes;
    }

    /// Every pattern that the rule is known to have had, today's first.
    List<String> patterns() {
        List<String> patterns = new ArrayList<>();
        today().map(AlertRule::pattern).ifPresent(patterns::add);
        changes.forEach(change -> RuleEffect.pattern(change).ifPresent(patterns::add));
        return patterns.stream().distinct().filter(pattern -> !pattern.isEmpty()).toList();
    }

    /// What the rule was.
    RuleThen at(Instant moment) {
        int past = past(moment);
        RuleThen then = stretches.get(past);
        for (RuleChange change : changes.subList(0, past)) {
            if (change.at().plus(SETTLING).isAfter(moment)) {
                then =
                        RuleEffect.unknownWhereTouched(
                                then,
                                change,
                                change.words() + " acts after a short time that nobody tells");
            }
        }
        return then;
    }

    /// How many changes had been made.
    private int past(Instant moment) {
        int past = 0;
        while (past < changes.size() && !changes.get(past).at().isAfter(moment)) {
            past++;
        }
        return past;
    }

    /// What the rule was before the first change, between every two, and after the last.
    private List<RuleThen> stretches(Records records) {
        String fault = records.faultOf(sight);
        int seenIn = past(sight.at());
        List<RuleThen> stretches = new ArrayList<>();
        RuleThen then = RuleThen.unknown(fault.isEmpty() ? "nothing tells" : fault);
        for (int at = 0; at <= changes.size(); at++) {
            if (at > 0) {
                then = RuleEffect.after(then, changes.get(at - 1));
            }
            if (at == seenIn && fault.isEmpty()) {
                then = sight.then();
            }
            stretches.add(then);
        }
        if (fault.isEmpty()) {
            for (int at = seenIn; at > 0; at--) {
                RuleThen before = RuleEffect.before(stretches.get(at), changes.get(at - 1));
                stretches.set(at - 1, stretches.get(at - 1).or(before));
            }
        }
        return records.gap().isEmpty()
                ? stretches
                : stretches.stream().map(_ -> RuleThen.unknown(fault)).toList();
    }
}
