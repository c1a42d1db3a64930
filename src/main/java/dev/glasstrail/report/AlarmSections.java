package dev.glasstrail.report;

import static dev.glasstrail.report.FindingRules.count;

import dev.glasstrail.alarm.AlarmResult;
import dev.glasstrail.alarm.Assurance;
import dev.glasstrail.alarm.KnownLimit;
import dev.glasstrail.alarm.RuleReview;
import dev.glasstrail.alarm.RuleReview.Comparison;
import dev.glasstrail.alarm.Target;
import dev.glasstrail.report.AlarmSection.AlarmOpening;
import dev.glasstrail.report.AlarmSection.AlarmPeriod;
import dev.glasstrail.report.AlarmSection.AlarmTotals;
import dev.glasstrail.report.AlarmSection.RuleRow;
import dev.glasstrail.report.AlarmSection.SurplusRow;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What the alarm stage found out, as the section of the report.
final class AlarmSections {

    private AlarmSections() {}

    static AlarmSection of(AlarmResult alarm, AuditWindow window, AlarmOpenings openings) {
        return switch (alarm) {
            case AlarmResult.NotChecked notChecked -> AlarmSection.notChecked(notChecked.why());
            case AlarmResult.Checked checked -> checked(checked, window, openings);
        };
    }

    private static AlarmSection checked(
            AlarmResult.Checked checked, AuditWindow window, AlarmOpenings about) {
        List<AlarmOpening> openings = checked.openings().stream().map(about::row).toList();
        AlarmTotals totals = totals(openings);
        return new AlarmSection(
                totals.unprovable() == 0 && checked.unread().isEmpty()
                        ? CheckState.ANSWERED
                        : CheckState.PARTLY,
                text(totals, checked),
                totals,
                checked.rules().stream().map(AlarmSections::rule).toList(),
                openings,
                overTime(window, openings),
                new AlarmSection.ChannelRow(
                        checked.channel().isRead(),
                        checked.channel().messages(),
                        checked.channel().twice(),
                        quoted(checked.channel().byPeople()),
                        quoted(checked.channel().unknown())),
                checked.assurance().isProven(),
                assurance(checked.assurance()),
                checked.unread().stream()
                        .map(one ->
                                new AlarmSection.UnreadRow(
                                        one.place().account(),
                                        one.place().region(),
                                        Masked.text(one.text())))
                        .toList(),
                Arrays.stream(KnownLimit.values()).map(KnownLimit::sentence).toList());
    }

    private static List<AlarmSection.QuotedRow> quoted(List<AlarmResult.Quoted> messages) {
        return messages.stream()
                .map(one ->
                        new AlarmSection.QuotedRow(
                                one.at(), Masked.text(one.author()), one.eventId()))
                .toList();
    }

    private static String assurance(Assurance assurance) {
        return switch (assurance) {
            case Assurance.ByOpening proof ->
                    "It last rang for the opening at %s.".formatted(proof.at());
            case Assurance.ByDrill proof ->
                    "A drill on %s proved it from end to end.".formatted(day(proof.at()));
            case Assurance.Stale proof ->
                    "A drill last proved it on %s, longer ago than %s days."
                            .formatted(day(proof.at()), proof.provenWithin().toDays());
            case Assurance.None _ -> "Nobody has told of a drill that proved it.";
        };
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static AlarmTotals totals(List<AlarmOpening> openings) {
        return new AlarmTotals(
                openings.size(),
                with(openings, "RANG"),
                with(openings, "RANG_LATE"),
                with(openings, "SILENT"),
                with(openings, "UNPROVABLE"),
                with(openings, "NOT_COVERED"));
    }

    private static int with(List<AlarmOpening> openings, String verdict) {
        return (int) openings.stream().filter(one -> one.verdict().equals(verdict)).count();
    }

    private static String text(AlarmTotals totals, AlarmResult.Checked checked) {
        String unread =
                checked.unread().isEmpty()
                        ? ""
                        : " %s could not be read."
                                .formatted(count(checked.unread().size(), "thing"));
        if (totals.openings() == 0) {
            return "No glass was opened, so there was nothing to ring for; %s read. %s%s"
                    .formatted(
                            checked.rules().size() == 1
                                    ? "1 rule was"
                                    : checked.rules().size() + " rules were",
                            assurance(checked.assurance()),
                            unread);
        }
        List<String> clauses = new ArrayList<>();
        add(clauses, totals.late(), "rang late");
        add(clauses, totals.silent(), "should have rung and did not");
        add(clauses, totals.notCovered(), "had no rule that covers them");
        add(clauses, totals.unprovable(), "cannot be proven either way");
        return (clauses.isEmpty()
                        ? "It rang in time for every one."
                        : "Of "
                                + count(totals.openings(), "opening")
                                + ", "
                                + String.join(", ", clauses)
                                + ".")
                + unread;
    }

    private static void add(List<String> clauses, int number, String rest) {
        if (number > 0) {
            clauses.add(number + " " + rest);
        }
    }

    private static RuleRow rule(RuleReview rule) {
        List<String> why = List.of();
        List<String> uncounted = List.of();
        int contended = 0;
        List<SurplusRow> surplus = List.of();
        String word =
                switch (rule.comparison()) {
                    case Comparison.Agrees _ -> "agrees";
                    case Comparison.Differs _ -> "differs";
                    case Comparison.NotComparable _ -> "notComparable";
                };
        if (rule.comparison() instanceof Comparison.NotComparable not) {
            why = not.because().stream().map(Masked::text).toList();
        }
        if (rule.comparison() instanceof Comparison.Differs differs) {
            uncounted = differs.uncounted();
            contended = differs.contended();
            surplus =
                    differs.surplus().stream()
                            .map(one ->
                                    new SurplusRow(one.from(), one.to(), one.counts(), one.may()))
                            .toList();
        }
        return new RuleRow(
                rule.id().toString(),
                rule.id().place().account(),
                rule.id().place().region(),
                rule.state().name(),
                rule.targets().stream().map(Target::arn).toList(),
                rule.expected(),
                orNull(rule.counts().matched()),
                orNull(rule.counts().invocations()),
                orNull(rule.counts().failed()),
                orNull(rule.counts().sentToDlq()),
                word,
                why,
                uncounted,
                contended,
                surplus,
                rule.changes().stream()
                        .map(change ->
                                new AlarmSection.ChangeRow(
                                        change.at(), change.call(), change.eventId()))
                        .toList());
    }

    private static @Nullable Long orNull(OptionalLong figure) {
        return figure.isPresent() ? figure.getAsLong() : null;
    }

    private static List<AlarmPeriod> overTime(AuditWindow window, List<AlarmOpening> openings) {
        return Periods.of(window).stream()
                .map(period ->
                        period(
                                period,
                                openings.stream()
                                        .filter(one -> period.contains(one.at()))
                                        .toList()))
                .toList();
    }

    private static AlarmPeriod period(Periods.Period period, List<AlarmOpening> openings) {
        return new AlarmPeriod(
                period.label(),
                period.from(),
                openings.size(),
                openings.size() - with(openings, "NOT_COVERED"),
                with(openings, "RANG") + with(openings, "RANG_LATE"));
    }
}
