package dev.glasstrail.report;

import static dev.glasstrail.report.FindingRules.count;

import dev.glasstrail.evidence.IntegrityResult;
import dev.glasstrail.explain.ExplanationResult;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.Shortfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The six questions, answered from the rest of the report, and what it cannot prove.
final class Answers {

    private static final String WHO = "Who broke the glass?";

    private final AuditFacts facts;
    private final Totals totals;
    private final List<SessionRow> sessions;
    private final AlarmSection alarm;
    private final Missing missing;

    Answers(AuditFacts facts, Totals totals, List<SessionRow> sessions, AlarmSection alarm) {
        this.facts = facts;
        this.alarm = alarm;
        this.totals = totals;
        this.sessions = sessions.stream().filter(session -> session.carriedFrom() == null).toList();
        this.missing = new Missing(facts, this.sessions);
    }

    List<Answer> answers() {
        return List.of(who(), what(), alarm(), explained(), leftBehind(), trust());
    }

    private Answer who() {
        long uncertain = uncertainPersons();
        if (totals.uses() == 0) {
            return new Answer(
                    WHO,
                    stateOfNothing(),
                    "nobody, as far as the logs show",
                    (totals.denied() == 0
                                    ? "No use and no refused attempt is in the records that were"
                                            + " read."
                                    : "No use, but "
                                            + count(totals.denied(), "refused attempt")
                                            + ".")
                            + carried()
                            + missing.sentences());
        }
        return new Answer(
                WHO,
                uncertain == 0 && missing.sentences().isEmpty()
                        ? CheckState.ANSWERED
                        : CheckState.PARTLY,
                count(totals.uses(), "use") + " by " + people(),
                count(totals.sessions(), "session")
                        + " in "
                        + count(totals.accounts(), "account")
                        + ", "
                        + count(totals.denied(), "refused attempt")
                        + ", "
                        + count(totals.unused(), "opening")
                        + " never used."
                        + (uncertain == 0
                                ? ""
                                : " The person behind "
                                        + count(uncertain, "session")
                                        + " is not certain.")
                        + carried()
                        + missing.sentences());
    }

    /// That nothing was found proves little; that nothing was read proves nothing.
    private CheckState stateOfNothing() {
        return facts.input().reading().records() == 0 ? CheckState.NOT_CHECKED : CheckState.PARTLY;
    }

    /// The sessions listed apart, in a sentence that begins with a space; empty where there are
    /// none.
    private String carried() {
        return totals.carried() == 0
                ? ""
                : " "
                        + count(totals.carried(), "session")
                        + " begun before the window went on in it and "
                        + (totals.carried() == 1 ? "is" : "are")
                        + " listed apart.";
    }

    private String people() {
        return totals.people() == 1 ? "1 person" : number(totals.people()) + " people";
    }

    private Answer what() {
        return new Answer(
                "What did they do?",
                stateOfActions(),
                number(totals.actions()) + (totals.actions() == 1 ? " action" : " actions"),
                number(totals.writes())
                        + " that changed something or tried to, "
                        + number(totals.reads())
                        + " reads, "
                        + (totals.unknownAccess() == 0
                                ? ""
                                : number(totals.unknownAccess()) + " without a mark, ")
                        + number(totals.errors())
                        + " that failed."
                        + carried()
                        + missing.sentences());
    }

    private CheckState stateOfActions() {
        if (totals.uses() == 0) {
            return stateOfNothing();
        }
        return missing.sentences().isEmpty() ? CheckState.ANSWERED : CheckState.PARTLY;
    }

    private Answer alarm() {
        String question = "Did the alarm ring?";
        AlarmSection.AlarmTotals totals = alarm.totals();
        if (alarm.state() == CheckState.NOT_CHECKED) {
            return new Answer(question, alarm.state(), "not checked", alarm.text());
        }
        return new Answer(
                question,
                missing.sentences().isEmpty() ? alarm.state() : CheckState.PARTLY,
                totals.openings() == 0
                        ? "nothing to ring for"
                        : "for %s of %s"
                                .formatted(
                                        number((long) totals.rang() + totals.late()),
                                        count(totals.openings(), "opening")),
                alarm.text() + missing.sentences());
    }

    private Answer explained() {
        return switch (facts.explanations()) {
            case ExplanationResult.NotChecked notChecked ->
                    new Answer(
                            "Was it explained?",
                            CheckState.NOT_CHECKED,
                            "not checked",
                            notChecked.why());
        };
    }

    private static Answer leftBehind() {
        return new Answer(
                "What is left behind?",
                CheckState.NOT_CHECKED,
                "not checked",
                "What a session made is in its actions; whether it was undone was not looked for.");
    }

    private Answer trust() {
        Map<FileKind, Long> files = facts.input().reading().files();
        int unreadable = facts.input().reading().unreadable().size();
        String read =
                files.isEmpty()
                        ? number(facts.input().reading().records()) + " records read"
                        : number(files.getOrDefault(FileKind.LOG, 0L)) + " log files read";
        return new Answer(
                "Can you trust this?",
                CheckState.PARTLY,
                unreadable == 0 ? read : read + ", " + unreadable + " problems",
                (unreadable == 0
                                ? "Everything found could be read. "
                                : count(unreadable, "problem") + " with the input, each named. ")
                        + integrity());
    }

    private String integrity() {
        return switch (facts.integrity()) {
            case IntegrityResult.NotChecked notChecked -> notChecked.why();
        };
    }

    /// What the source cannot see comes first: the title page has room for the first few.
    List<Unproven> unproven() {
        List<Unproven> unproven = new ArrayList<>();
        for (Shortfall shortfall : facts.input().reading().notes().shortfalls()) {
            unproven.add(new Unproven(shortfall.code(), shortfall.text()));
        }
        unproven.add(new Unproven("LOG_INTEGRITY_NOT_CHECKED", integrity()));
        addOfAlarm(unproven);
        switch (facts.explanations()) {
            case ExplanationResult.NotChecked notChecked ->
                    unproven.add(new Unproven("EXPLANATIONS_NOT_CHECKED", notChecked.why()));
        }
        unproven.add(
                new Unproven(
                        "RESIDUE_NOT_CHECKED",
                        "Whether what was made in a session was undone later was not looked for."));
        addOfSessions(unproven);
        for (String account : missing.accountsNotRead()) {
            unproven.add(
                    new Unproven(
                            "ACCOUNT_NOT_READ",
                            "Sessions were opened in the account "
                                    + account
                                    + ", of which no record was read: what they did there is not"
                                    + " in this report."));
        }
        for (String pattern : Unmatched.patterns(facts)) {
            unproven.add(
                    new Unproven(
                            "PATTERN_MATCHED_NOTHING",
                            "The pattern "
                                    + pattern
                                    + " fits no identity in the logs; a misspelt one looks the"
                                    + " same."));
        }
        unproven.add(
                new Unproven(
                        "REFUSALS_ELSEWHERE",
                        "AWS records a refused AssumeRole only in the caller's account: attempts"
                                + " from accounts whose logs were not read are invisible."));
        return unproven;
    }

    private void addOfAlarm(List<Unproven> unproven) {
        if (alarm.state() == CheckState.NOT_CHECKED) {
            unproven.add(new Unproven("ALARM_NOT_CHECKED", alarm.text()));
        }
        addCounted(
                unproven,
                "ALARM_UNPROVABLE",
                alarm.totals().unprovable(),
                "opening",
                "for which nobody can say whether the alarm rang.");
        addCounted(
                unproven,
                "ALARM_NOT_READ",
                alarm.unread().size(),
                "part",
                "of rules, metrics or channel that could not be read.");
    }

    private void addOfSessions(List<Unproven> unproven) {
        long federated =
                sessions.stream().filter(session -> session.mfa().equals("unknown")).count();
        addCounted(
                unproven,
                "MFA_UNKNOWN",
                federated,
                "session",
                "for which AWS does not know whether a second factor was shown.");
        addCounted(
                unproven,
                "OPENING_NOT_IN_LOGS",
                sessions.stream()
                        .filter(session -> session.openings().isEmpty() && session.depth() == 0)
                        .count(),
                "session",
                "whose opening is not in the logs.");
        addCounted(
                unproven,
                "PERSON_UNCERTAIN",
                uncertainPersons(),
                "session",
                "whose person is not certain.");
        addCounted(
                unproven,
                "RECORDS_WITHOUT_SESSION",
                facts.correlation().orphans().size(),
                "record",
                "of a glass that no session could be found for.");
    }

    private static void addCounted(
            List<Unproven> unproven, String code, long number, String noun, String rest) {
        if (number > 0) {
            unproven.add(new Unproven(code, count(number, noun) + " " + rest));
        }
    }

    private long uncertainPersons() {
        return sessions.stream()
                .filter(session ->
                        session.findings().contains("PERSON_UNCERTAIN")
                                || session.findings().contains("SEVERAL_CALLERS"))
                .count();
    }

    private static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
