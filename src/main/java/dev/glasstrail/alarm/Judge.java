package dev.glasstrail.alarm;

import dev.glasstrail.alarm.Matching.Fate;
import dev.glasstrail.alarm.Mentioned.Absence;
import dev.glasstrail.alarm.Mentioned.Mention;
import dev.glasstrail.alarm.Verdict.NotCovered;
import dev.glasstrail.alarm.Verdict.Proof;
import dev.glasstrail.alarm.Verdict.Rang;
import dev.glasstrail.alarm.Verdict.RangLate;
import dev.glasstrail.alarm.Verdict.Silent;
import dev.glasstrail.alarm.Verdict.Unprovable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The verdict on one record of an opening under one rule.
///
/// The order of the questions: does the rule match; is the message there; was the rule on; did
/// EventBridge see the record; was the target called; did the channel take it.
final class Judge {

    private final RuleHistory history;
    private final RuleCounts counts;
    private final Mentioned mentioned;
    private final AlarmOptions options;
    private final Opened opened;
    private final Heard record;
    private final RuleThen then;

    Judge(
            RuleHistory history,
            RuleCounts counts,
            Mentioned mentioned,
            AlarmOptions options,
            Opened opened,
            Heard record) {
        this.history = history;
        this.counts = counts;
        this.mentioned = mentioned;
        this.options = options;
        this.opened = opened;
        this.record = record;
        this.then = history.at(record.at());
    }

    /// That it rang, as a message says.
    static Verdict rang(Mention mention, Instant opening, Duration lateAfter) {
        Duration delay = Duration.between(opening, mention.at());
        Duration shown = delay.isNegative() ? Duration.ZERO : delay;
        return shown.compareTo(lateAfter) > 0
                ? new RangLate(shown, mention.proof())
                : new Rang(shown, mention.proof());
    }

    /// @param faults patterns that cannot be applied, with the reason
    Verdict verdict(Map<String, String> faults) {
        if (!history.id().isOnDefaultBus()) {
            return new NotCovered(Cause.NOT_ON_DEFAULT_BUS, "its bus is " + history.id().bus());
        }
        if (then.state() instanceof Fact.Known<RuleState>(RuleState state, String because)
                && state == RuleState.ABSENT) {
            return new NotCovered(Cause.NO_RULE_THEN, because);
        }
        return switch (then.pattern()) {
            case Fact.Unknown<String> unknown -> ofUnknownPattern(unknown.because());
            case Fact.Known<String> known -> ofPattern(known.value(), faults);
        };
    }

    private Verdict ofUnknownPattern(String because) {
        return mentioned
                .of(opened)
                .map(mention -> rang(mention, opened.at(), options.lateAfter()))
                .orElseGet(() -> new Unprovable(Cause.RULE_STATE_UNKNOWN, because));
    }

    private Verdict ofPattern(String pattern, Map<String, String> faults) {
        String fault = faults.getOrDefault(pattern, "");
        if (!fault.isEmpty()) {
            return new Unprovable(Cause.PATTERN_UNREADABLE, fault);
        }
        if (!record.matched().contains(pattern)) {
            return new NotCovered(Cause.PATTERN_MISSES, missed(pattern));
        }
        Optional<Mention> mention = mentioned.of(opened);
        if (mention.isPresent()) {
            return rang(mention.get(), opened.at(), options.lateAfter());
        }
        if (record.traits().isTooLarge()) {
            return new Silent(Cause.EVENT_TOO_LARGE, "its JSON is longer than 262,144 bytes");
        }
        return switch (then.state()) {
            case Fact.Known<RuleState> known -> ofState(known.value(), known.because());
            case Fact.Unknown<RuleState> unknown -> ofUnknownState(unknown.because());
        };
    }

    private String missed(String pattern) {
        Mismatch mismatch = record.missed().get(pattern);
        return mismatch == null
                ? "the pattern of that time does not match"
                : MismatchWords.of(mismatch);
    }

    /// A count that only this record can have made shows that the rule was on.
    private Verdict ofUnknownState(String because) {
        boolean isCounted = counts.fault().isEmpty() && counts.fate(record) instanceof Fate.Counted;
        return isCounted ? ofMetrics() : new Unprovable(Cause.RULE_STATE_UNKNOWN, because);
    }

    private Verdict ofState(RuleState state, String because) {
        if (!state.isOn()) {
            return new Silent(Cause.RULE_DISABLED, because);
        }
        if (state == RuleState.ENABLED && record.traits().isReadOnly()) {
            return new NotCovered(Cause.READ_ONLY_LEFT_OUT, "the state was ENABLED");
        }
        if (then.targets() instanceof Fact.Known<List<Target>>(List<Target> targets, String known)
                && targets.isEmpty()) {
            return new Silent(Cause.NO_TARGET, known);
        }
        return ofMetrics();
    }

    private Verdict ofMetrics() {
        Optional<String> fault = counts.fault();
        if (fault.isPresent()) {
            return withoutMetrics(fault.get());
        }
        if (!counts.covers(record.at())) {
            return withoutMetrics("the metrics that were read do not reach over that time");
        }
        return switch (counts.fate(record)) {
            case Fate.Uncounted _ -> uncounted();
            case Fate.OneOf one ->
                    new Unprovable(
                            Cause.ONE_OF_SEVERAL,
                            "%s records contend for %s counts"
                                    .formatted(one.records(), one.counts()));
            case Fate.Counted _ -> counted();
        };
    }

    private Verdict withoutMetrics(String why) {
        return isLostBy(mentioned.absence(opened))
                ? new Silent(Cause.NO_MESSAGE, why)
                : new Unprovable(Cause.METRICS_NOT_READ, why);
    }

    private Verdict uncounted() {
        if (counts.around(Metric.INVOCATIONS, record.at(), record.at()) > 0
                || counts.around(Metric.TRIGGERED_RULES, record.at(), record.at()) > 0) {
            return isLostBy(mentioned.absence(opened))
                    ? new Silent(Cause.NO_MESSAGE, "a target was called, and no match was counted")
                    : new Unprovable(
                            Cause.METRIC_GAP, "a target was called, and no match was counted");
        }
        if (counts.isAlive(record.at())) {
            return new Silent(
                    Cause.NOT_SEEN_BY_EVENTBRIDGE,
                    "no match was counted from %s on, and other metrics went on"
                            .formatted(record.at()));
        }
        return isLostBy(mentioned.absence(opened))
                ? new Silent(Cause.NO_MESSAGE, "nothing was published around that time")
                : new Unprovable(Cause.METRICS_MISSING, "nothing was published around that time");
    }

    private Verdict counted() {
        List<Heard> around = counts.neighbours(record);
        Instant first = around.getFirst().at();
        Instant last = around.getLast().at();
        double givenUp = counts.around(Metric.FAILED_INVOCATIONS, first, last);
        double failed = givenUp + counts.around(Metric.INVOCATIONS_SENT_TO_DLQ, first, last);
        if (failed > 0) {
            return around.size() == 1 || givenUp >= around.size()
                    ? new Silent(Cause.DELIVERY_FAILED, "the rule's FailedInvocations say so")
                    : new Unprovable(
                            Cause.DELIVERY_UNCLEAR,
                            "%s deliveries, %s failures"
                                    .formatted(around.size(), Math.round(failed)));
        }
        double invoked = counts.around(Metric.INVOCATIONS, first, last);
        if (invoked <= 0) {
            return uninvoked();
        }
        return delivered(around, invoked);
    }

    private Verdict uninvoked() {
        if (counts.isThrottled()) {
            return new Unprovable(Cause.THROTTLED, "ThrottledRules has points in this window");
        }
        return isLostBy(mentioned.absence(opened))
                ? new Silent(Cause.NOT_INVOKED, "a match was counted and no invocation")
                : new Unprovable(Cause.METRIC_GAP, "a match was counted and no invocation");
    }

    private Verdict delivered(List<Heard> around, double invoked) {
        Absence absence = mentioned.absence(opened);
        return switch (then.targets()) {
            case Fact.Unknown<List<Target>> unknown ->
                    new Unprovable(Cause.RULE_STATE_UNKNOWN, unknown.because());
            case Fact.Known<List<Target>> known ->
                    known.value().stream().allMatch(Target::isApiDestination)
                            ? posted(absence)
                            : called(known.value().size(), around, invoked);
        };
    }

    /// An API destination's 200 proves nothing.
    private static Verdict posted(Absence absence) {
        return switch (absence) {
            case PROVEN ->
                    new Silent(
                            Cause.REFUSED_BY_CHANNEL, "EventBridge counts the call as delivered");
            case NAMELESS_MESSAGES ->
                    new Unprovable(
                            Cause.MESSAGES_NAMELESS, "a bot's message of that time names no event");
            case NOT_READ ->
                    new Unprovable(
                            Cause.CHANNEL_NOT_READ, "EventBridge counts the call as delivered");
        };
    }

    /// A target within AWS that was called for every match and never failed has it.
    private Verdict called(int targets, List<Heard> around, double invoked) {
        boolean isEveryOne =
                invoked >= (double) targets * around.size()
                        && around.stream()
                                .allMatch(one -> counts.fate(one) instanceof Fate.Counted);
        return isEveryOne
                ? new Rang(null, Proof.METRICS)
                : new Unprovable(
                        Cause.DELIVERY_UNCLEAR,
                        "%s matches and %s targets, and %s invocations"
                                .formatted(around.size(), targets, Math.round(invoked)));
    }

    /// Whether the channel alone shows that nobody was told: it was read, has no message, and is
    /// all that the rule calls.
    private boolean isLostBy(Absence absence) {
        return absence == Absence.PROVEN
                && then.targets()
                        instanceof Fact.Known<List<Target>>(List<Target> targets, String _)
                && targets.stream().allMatch(Target::isApiDestination);
    }
}
