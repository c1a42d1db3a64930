package dev.glasstrail.report;

import dev.glasstrail.alarm.AlarmResult;
import dev.glasstrail.alarm.AlarmResult.Checked;
import dev.glasstrail.alarm.Cause;
import dev.glasstrail.alarm.OpeningReview;
import dev.glasstrail.alarm.OpeningReview.ByRule;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.Verdict;
import dev.glasstrail.session.Opening;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The verdicts on the alarm as rows, by the opening that they are about.
final class AlarmRows {

    private final Map<String, List<AlarmVerdictRow>> byOpening = new HashMap<>();

    AlarmRows(AlarmResult alarm) {
        if (alarm instanceof Checked checked) {
            for (OpeningReview opening : checked.openings()) {
                byOpening.put(
                        opening.eventId(),
                        opening.verdicts().stream()
                                .map(verdict -> row(opening.eventId(), verdict))
                                .toList());
            }
        }
    }

    /// The rows of openings, in their order.
    List<AlarmVerdictRow> of(List<Opening> openings) {
        return openings.stream().flatMap(opening -> of(opening).stream()).toList();
    }

    /// The rows of an opening; at least one.
    List<AlarmVerdictRow> of(Opening opening) {
        List<AlarmVerdictRow> rows = byOpening.get(opening.call().eventId());
        return rows != null
                ? rows
                : List.of(
                        AlarmVerdictRow.notChecked(
                                opening.call().eventId(),
                                opening.call().account(),
                                opening.call().region()));
    }

    /// The rows of an opening that was checked; at least one.
    List<AlarmVerdictRow> of(OpeningReview review) {
        return byOpening.getOrDefault(review.eventId(), List.of());
    }

    private static AlarmVerdictRow row(String eventId, ByRule byRule) {
        RuleId rule = byRule.rule();
        return switch (byRule.verdict()) {
            case Verdict.Rang rang -> rang(eventId, byRule, rang.delay(), rang.proof());
            case Verdict.RangLate late -> rang(eventId, byRule, late.delay(), late.proof());
            case Verdict.Silent silent ->
                    failed(eventId, byRule, rule, silent.cause(), silent.text());
            case Verdict.Unprovable unprovable ->
                    failed(eventId, byRule, rule, unprovable.cause(), unprovable.text());
            case Verdict.NotCovered missed ->
                    failed(eventId, byRule, rule, missed.cause(), missed.text());
        };
    }

    private static AlarmVerdictRow rang(
            String eventId, ByRule byRule, @Nullable Duration delay, Verdict.Proof proof) {
        RuleId rule = byRule.rule();
        return new AlarmVerdictRow(
                eventId,
                rule == null ? null : rule.toString(),
                byRule.place().account(),
                byRule.place().region(),
                byRule.verdict().word(),
                null,
                null,
                null,
                delay == null ? null : delay.toSeconds(),
                proof.words());
    }

    private static AlarmVerdictRow failed(
            String eventId, ByRule byRule, @Nullable RuleId rule, Cause cause, String text) {
        return new AlarmVerdictRow(
                eventId,
                rule == null ? null : rule.toString(),
                byRule.place().account(),
                byRule.place().region(),
                byRule.verdict().word(),
                cause.name(),
                cause.words() + ": " + Masked.text(text),
                cause.fix(),
                null,
                null);
    }
}
