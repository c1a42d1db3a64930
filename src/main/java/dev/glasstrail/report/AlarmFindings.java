package dev.glasstrail.report;

import static dev.glasstrail.report.FindingRules.count;

import dev.glasstrail.report.AlarmSection.AlarmOpening;
import dev.glasstrail.report.AlarmSection.RuleRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody must look at in the alarm.
///
/// Openings that failed alike are one finding: a region without a rule would else be as many as it
/// has openings.
final class AlarmFindings {

    private final AlarmSection alarm;
    private final List<Finding> findings = new ArrayList<>();

    private AlarmFindings(AlarmSection alarm) {
        this.alarm = alarm;
    }

    static List<Finding> of(AlarmSection alarm) {
        return new AlarmFindings(alarm).collect();
    }

    private List<Finding> collect() {
        openings("SILENT", "ALARM_SILENT", Severity.HIGH, "The alarm did not ring");
        openings("NOT_COVERED", "ALARM_NOT_COVERED", Severity.HIGH, "No rule covers an opening");
        openings(
                "UNPROVABLE",
                "ALARM_UNPROVABLE",
                Severity.MEDIUM,
                "Whether the alarm rang cannot be proven");
        late();
        alarm.rules().forEach(this::surplus);
        alarm.rules().forEach(this::changed);
        toldTwice();
        quoted();
        unknown();
        unproven();
        unread();
        return findings;
    }

    private void openings(String verdict, String code, Severity severity, String title) {
        Map<String, List<AlarmOpening>> alike = new LinkedHashMap<>();
        for (AlarmOpening opening : alarm.openings()) {
            if (opening.verdict().equals(verdict)) {
                alike.computeIfAbsent(reason(opening), _ -> new ArrayList<>()).add(opening);
            }
        }
        alike.forEach(
                (reason, group) -> add(code, severity, title, who(group) + " " + reason, group));
    }

    /// The same text for openings that failed alike.
    private static String reason(AlarmOpening opening) {
        AlarmVerdictRow row =
                opening.rules().stream()
                        .filter(one -> one.verdict().equals(opening.verdict()))
                        .findFirst()
                        .orElseThrow();
        return "%s in %s %s: %s. To do: %s."
                .formatted(
                        row.rule() == null ? "No rule" : "Rule " + row.rule(),
                        row.account().isEmpty() ? "an unknown account" : row.account(),
                        row.region(),
                        row.text(),
                        row.fix());
    }

    private static String who(List<AlarmOpening> group) {
        AlarmOpening first = group.getFirst();
        String one =
                "%s opened %s in %s.".formatted(first.person(), first.glass(), first.account());
        return group.size() == 1
                ? one.replace(" opened ", first.kind().equals("refused") ? " tried " : " opened ")
                : count(group.size(), "opening") + ".";
    }

    private void late() {
        List<AlarmOpening> late =
                alarm.openings().stream().filter(one -> one.verdict().equals("RANG_LATE")).toList();
        for (AlarmOpening opening : late) {
            long delay =
                    opening.rules().stream()
                            .map(AlarmVerdictRow::delaySeconds)
                            .filter(seconds -> seconds != null)
                            .mapToLong(Long::longValue)
                            .min()
                            .orElse(0);
            add(
                    "ALARM_LATE",
                    Severity.MEDIUM,
                    "The alarm rang late",
                    "%s opened %s in %s; the message came %s later."
                            .formatted(
                                    opening.person(),
                                    opening.glass(),
                                    opening.account(),
                                    count(delay, "second")),
                    List.of(opening));
        }
    }

    private void surplus(RuleRow rule) {
        for (AlarmSection.SurplusRow surplus : rule.surplus()) {
            boolean isSerious = surplus.may().size() == 1;
            findings.add(
                    new Finding(
                            "ALARM_SURPLUS",
                            isSerious ? Severity.HIGH : Severity.MEDIUM,
                            "The alarm counted what the log does not have",
                            "Rule %s in %s %s counted %s between %s and %s without a record. It may be: %s."
                                    .formatted(
                                            rule.name(),
                                            rule.account(),
                                            rule.region(),
                                            count(surplus.counts(), "match")
                                                    .replace("matchs", "matches"),
                                            surplus.from(),
                                            surplus.to(),
                                            String.join("; ", surplus.may())),
                            null,
                            null,
                            surplus.from(),
                            List.of()));
        }
    }

    private void changed(RuleRow rule) {
        if (!rule.changes().isEmpty()) {
            findings.add(
                    new Finding(
                            "ALARM_RULE_CHANGED",
                            Severity.MEDIUM,
                            "An alert rule was changed in the window",
                            "Rule %s in %s %s: %s."
                                    .formatted(
                                            rule.name(),
                                            rule.account(),
                                            rule.region(),
                                            String.join(
                                                    ", ",
                                                    rule.changes().stream()
                                                            .map(change ->
                                                                    change.name()
                                                                            + " at "
                                                                            + change.at())
                                                            .toList())),
                            null,
                            null,
                            rule.changes().getFirst().at(),
                            rule.changes().stream().map(AlarmSection.ChangeRow::eventId).toList()));
        }
    }

    private void toldTwice() {
        List<String> twice = alarm.channel().twice();
        if (!twice.isEmpty()) {
            about(
                    "ALARM_TOLD_TWICE",
                    Severity.INFO,
                    "Some events were reported more than once",
                    count(twice.size(), "event")
                            + " came as several messages, as EventBridge's delivery at least once"
                            + " allows.",
                    null,
                    twice);
        }
    }

    private void quoted() {
        for (AlarmSection.QuotedRow quoted : alarm.channel().byPeople()) {
            about(
                    "ALARM_QUOTED_BY_PERSON",
                    Severity.LOW,
                    "A person's message names an opening",
                    "%s wrote a message that names the event; only a bot's message proves that the"
                                    .formatted(quoted.author())
                            + " alarm rang.",
                    quoted.at(),
                    List.of(quoted.eventId()));
        }
    }

    private void unknown() {
        for (AlarmSection.QuotedRow unknown : alarm.channel().unknown()) {
            about(
                    "ALARM_UNKNOWN_EVENT",
                    Severity.HIGH,
                    "The alarm reported what the log does not have",
                    "A message of %s names %s, and no record that was read has this id."
                            .formatted(unknown.author(), unknown.eventId()),
                    unknown.at(),
                    List.of());
        }
    }

    /// A quiet week says nothing of the alarm.
    private void unproven() {
        if (alarm.state() != CheckState.NOT_CHECKED && !alarm.proven()) {
            about(
                    "ALARM_NOT_PROVEN",
                    Severity.MEDIUM,
                    "Nothing shows that the alarm works",
                    alarm.assurance()
                            + " Open the glass in a drill, see the message, and set"
                            + " alarm.drill.last.",
                    null,
                    List.of());
        }
    }

    private void unread() {
        if (!alarm.unread().isEmpty()) {
            about(
                    "ALARM_NOT_READ",
                    Severity.MEDIUM,
                    "Part of the alarm could not be read",
                    count(alarm.unread().size(), "thing")
                            + " could not be read of rules, metrics and channel; the alarm section"
                            + " names each.",
                    null,
                    List.of());
        }
    }

    private void about(
            String code,
            Severity severity,
            String title,
            String text,
            @Nullable Instant at,
            List<String> eventIds) {
        findings.add(new Finding(code, severity, title, text, null, null, at, eventIds));
    }

    /// One session or use is named only where all of them are of it.
    private void add(
            String code, Severity severity, String title, String text, List<AlarmOpening> group) {
        AlarmOpening first = group.getFirst();
        boolean isOneSession =
                group.stream()
                        .allMatch(one ->
                                first.sessionId() != null
                                        && first.sessionId().equals(one.sessionId()));
        boolean isOneUse =
                group.stream()
                        .allMatch(
                                one -> first.useId() != null && first.useId().equals(one.useId()));
        findings.add(
                new Finding(
                        code,
                        severity,
                        title,
                        text,
                        isOneSession ? first.sessionId() : null,
                        isOneUse ? first.useId() : null,
                        first.at(),
                        group.stream().map(AlarmOpening::eventId).toList()));
    }
}
