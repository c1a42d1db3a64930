package dev.glasstrail.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Made-up reports for the tests of the renderers.
///
/// [#week()] shows every part of a report once, with texts that try to do harm where they land;
/// [#quiet()] is a week in which nothing happened; [#large] is as long as a test asks for,
/// [#recording] says what it is told to.
public final class SampleReports {

    static final String ACCOUNT = "111122223333";
    static final String OTHER_ACCOUNT = "444455556666";
    private static final Instant MONDAY = Instant.parse("2026-11-09T00:00:00Z");
    private static final Instant NEXT_MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Tool TOOL = new Tool("glasstrail", "0.1.0");
    private static final AlarmSection NO_ALARM =
            AlarmSection.notChecked("No alert rule has been read in this run.");
    private static final IntegritySection NO_DIGESTS =
            new IntegritySection(
                    CheckState.NOT_CHECKED, "The digest chain has not been checked.", 3);

    private SampleReports() {}

    /// A provisional week with four uses, a chain, a carried session, attempts and findings.
    public static AuditReport week() {
        return new AuditReport(
                AuditReport.SCHEMA,
                new ReportWindow(
                        MONDAY,
                        NEXT_MONDAY,
                        "2026-W46",
                        Instant.parse("2026-11-16T06:00:00Z"),
                        true,
                        "A session of Tomás Ruiz could still run at the time of making.",
                        2,
                        Instant.parse("2026-11-16T05:41:12Z")),
                TOOL,
                scope(),
                totals(),
                answers(),
                unproven(),
                days(),
                SampleUses.uses(),
                SampleSessions.sessions(),
                SampleUses.unusedOpenings(),
                SampleUses.deniedOpenings(),
                SampleAlarm.of(SampleSessions.sessions()),
                SampleFindings.findings(),
                NO_DIGESTS,
                SampleFindings.guards(),
                source(),
                ActionLog.of(SampleActions.actions()));
    }

    /// A settled week without any use.
    public static AuditReport quiet() {
        AuditReport week = week();
        Instant asOf = Instant.parse("2026-11-18T06:00:00Z");
        return new AuditReport(
                week.schema(),
                new ReportWindow(MONDAY, NEXT_MONDAY, "2026-W46", asOf, false, null, 1, null),
                TOOL,
                week.scope(),
                new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of()),
                List.of(
                        new Answer(
                                "Who broke the glass?",
                                CheckState.ANSWERED,
                                "nobody",
                                "No use and no refused attempt in this window.")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NO_ALARM,
                List.of(),
                NO_DIGESTS,
                List.of(),
                new SourceSection("files", 812, 0, 0, Map.of(), 40_112, List.of(), List.of()),
                ActionLog.of(List.of()));
    }

    /// The week with `sessions` sessions, one use each, of `actionsEach` actions.
    public static AuditReport large(int sessions, int actionsEach) {
        AuditReport week = week();
        List<UseRow> uses = new ArrayList<>();
        List<SessionRow> rows = new ArrayList<>();
        List<ActionRow> actions = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            Instant start = MONDAY.plus(Duration.ofMinutes(i % 10_000));
            String sessionId = String.format(Locale.ROOT, "%016x", 0xa000_0000L + i);
            String useId = String.format(Locale.ROOT, "BG-2026-W46-%05x", i);
            rows.add(SampleSessions.plain(sessionId, useId, start, actionsEach));
            uses.add(SampleUses.plain(useId, i + 1, sessionId, start, actionsEach));
            for (int j = 0; j < actionsEach; j++) {
                actions.add(SampleActions.plain(sessionId, i, j, start.plusSeconds(j)));
            }
        }
        long all = (long) sessions * actionsEach;
        return new AuditReport(
                week.schema(),
                week.window(),
                TOOL,
                week.scope(),
                new Totals(
                        sessions, 1, sessions, 0, 0, 0, sessions, 0, 0, all, all, 0, 0, 0, 1,
                        Map.of()),
                week.answers(),
                week.unproven(),
                week.usesOverTime(),
                uses,
                rows,
                List.of(),
                List.of(),
                NO_ALARM,
                week.findings(),
                NO_DIGESTS,
                List.of(),
                week.source(),
                ActionLog.of(actions));
    }

    /// The week with one session whose actions carry `texts`, one each, as user agent, resource and
    /// parameters.
    public static AuditReport recording(List<String> texts) {
        AuditReport one = large(1, 0);
        SessionRow session = one.sessions().getFirst();
        List<ActionRow> actions = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Instant at = session.createdAt().plusSeconds(i);
            actions.add(SampleActions.saying(session.id(), i, at, texts.get(i)));
        }
        return new AuditReport(
                one.schema(),
                one.window(),
                one.tool(),
                one.scope(),
                one.totals(),
                one.answers(),
                one.unproven(),
                one.usesOverTime(),
                one.uses(),
                one.sessions(),
                one.unusedOpenings(),
                one.deniedOpenings(),
                one.alarm(),
                one.findings(),
                one.integrity(),
                one.guards(),
                one.source(),
                ActionLog.of(actions));
    }

    private static Scope scope() {
        return new Scope(
                List.of(
                        new Scope.WatchedGlass("role", "devops-break-glass"),
                        new Scope.WatchedGlass("user", "bg-emergency"),
                        new Scope.WatchedGlass("root", "root")),
                List.of(),
                List.of(ACCOUNT, OTHER_ACCOUNT),
                List.of("eu-central-1", "us-east-1"),
                List.of("Data events are recorded for none of the buckets."));
    }

    private static Totals totals() {
        Map<Severity, Integer> findings = new TreeMap<>();
        findings.put(Severity.CRITICAL, 1);
        findings.put(Severity.HIGH, 1);
        findings.put(Severity.MEDIUM, 1);
        findings.put(Severity.LOW, 1);
        findings.put(Severity.INFO, 1);
        return new Totals(4, 3, 4, 1, 1, 1, 5, 1, 2, 9, 4, 4, 1, 2, 2, findings);
    }

    private static List<Answer> answers() {
        return List.of(
                new Answer(
                        "Who broke the glass?",
                        CheckState.ANSWERED,
                        "4 uses by 3 people",
                        "Jana Novak used devops-break-glass twice. 2 attempts were refused."),
                new Answer(
                        "What did they do?",
                        CheckState.ANSWERED,
                        "9 actions, 4 writes",
                        "2 of the actions were refused or failed; 1 carries no read or write mark."),
                new Answer(
                        "Did the alarm ring?",
                        CheckState.NOT_CHECKED,
                        "not checked",
                        "No alert rule and no channel has been read in this run."),
                new Answer(
                        "Was it explained?",
                        CheckState.NOT_CHECKED,
                        "not checked",
                        "No register of explanations has been read in this run."),
                new Answer(
                        "What is left behind?",
                        CheckState.PARTLY,
                        "1 thing",
                        "An access key was made in a session and not deleted in it. Only what the"
                                + " sessions themselves undid was looked at."),
                new Answer(
                        "Can you trust this?",
                        CheckState.PARTLY,
                        "1 gap, 1 unreadable input",
                        "The digest chain was not checked. eu-central-1 has a gap of 2 hours."));
    }

    private static List<Unproven> unproven() {
        return List.of(
                new Unproven(
                        "LOG_INTEGRITY_NOT_CHECKED",
                        "That no log file was changed or deleted: the digest chain has not been"
                                + " checked."),
                new Unproven(
                        "ALARM_NOT_CHECKED",
                        "That anybody was alerted: no alert rule has been read in this run."));
    }

    private static List<PeriodCount> days() {
        String[] labels = {
            "Mon 9 Nov",
            "Tue 10 Nov",
            "Wed 11 Nov",
            "Thu 12 Nov",
            "Fri 13 Nov",
            "Sat 14 Nov",
            "Sun 15 Nov"
        };
        int[] uses = {0, 2, 0, 1, 0, 0, 1};
        int[] denied = {0, 1, 1, 0, 0, 0, 0};
        List<PeriodCount> counts = new ArrayList<>();
        for (int day = 0; day < labels.length; day++) {
            Instant from = MONDAY.plus(Duration.ofDays(day));
            counts.add(new PeriodCount(labels[day], from, uses[day], denied[day]));
        }
        return counts;
    }

    private static SourceSection source() {
        Instant gapFrom = Instant.parse("2026-11-12T03:00:00Z");
        Instant gapTo = Instant.parse("2026-11-12T05:00:00Z");
        Map<String, Long> files = new TreeMap<>();
        files.put("CloudTrail log", 412L);
        files.put("digest", 3L);
        files.put("foreign", 1L);
        return new SourceSection(
                "files",
                51_204,
                1_877,
                96,
                files,
                18_334_201,
                List.of(
                        new SourceSection.Unreadable(
                                "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/12/a.json.gz",
                                "the gzip data ends in the middle",
                                37)),
                List.of(
                        new SourceSection.CoverageRow(
                                ACCOUNT,
                                "eu-central-1",
                                300,
                                40_000,
                                Instant.parse("2026-11-09T00:00:07Z"),
                                Instant.parse("2026-11-15T23:59:51Z"),
                                List.of(
                                        new SourceSection.Interval(
                                                MONDAY, gapFrom, "whole", "Records in every hour."),
                                        new SourceSection.Interval(
                                                gapFrom,
                                                gapTo,
                                                "gap",
                                                "A log file of these hours could not be read."),
                                        new SourceSection.Interval(
                                                gapTo,
                                                NEXT_MONDAY,
                                                "whole",
                                                "Records in every hour."))),
                        new SourceSection.CoverageRow(
                                OTHER_ACCOUNT,
                                "us-east-1",
                                0,
                                0,
                                null,
                                null,
                                List.of(
                                        new SourceSection.Interval(
                                                MONDAY,
                                                NEXT_MONDAY,
                                                "unknown",
                                                "No log file of this account and region was"
                                                        + " found.")))));
    }
}
