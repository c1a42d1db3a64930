package dev.glasstrail.render.json;

import dev.glasstrail.report.ActionLog;
import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AlarmSection;
import dev.glasstrail.report.AlarmVerdictRow;
import dev.glasstrail.report.Answer;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.CheckState;
import dev.glasstrail.report.DeniedOpening;
import dev.glasstrail.report.ExplanationRow;
import dev.glasstrail.report.Finding;
import dev.glasstrail.report.GuardTouch;
import dev.glasstrail.report.IntegritySection;
import dev.glasstrail.report.OpeningRow;
import dev.glasstrail.report.PeriodCount;
import dev.glasstrail.report.PersonRow;
import dev.glasstrail.report.ReportWindow;
import dev.glasstrail.report.RoleRow;
import dev.glasstrail.report.Scope;
import dev.glasstrail.report.SessionRow;
import dev.glasstrail.report.Severity;
import dev.glasstrail.report.SourceSection;
import dev.glasstrail.report.Tool;
import dev.glasstrail.report.Totals;
import dev.glasstrail.report.Unproven;
import dev.glasstrail.report.UnusedOpening;
import dev.glasstrail.report.UseRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A report with one of everything: one use, its session, and each kind of row, absent values
/// included.
final class SampleReport {

    static final String ACCOUNT = "111122223333";
    static final String SESSION = "0123456789abcdef";
    static final PersonRow LENA = new PersonRow("lena", null, "session name only");
    static final RoleRow ROLE =
            new RoleRow("arn:aws:iam::111122223333:role/ops/devops", "devops", null);

    private SampleReport() {}

    static AuditReport plain() {
        return of(
                "a word",
                List.of(
                        action(
                                "e-2",
                                "2026-11-09T02:12:00Z",
                                "{\"bucketName\":\"b\",\"n\":1.50}",
                                null),
                        action("e-3", "2026-11-09T02:12:01.987Z", null, "AccessDenied")));
    }

    /// The sample with `text` wherever the log's own words land.
    static AuditReport of(String text, List<ActionRow> actions) {
        return new AuditReport(
                AuditReport.SCHEMA,
                window(),
                new Tool("glasstrail", "0.1.0"),
                scope(),
                totals(),
                List.of(new Answer("Who broke the glass?", CheckState.ANSWERED, "1 use", text)),
                List.of(new Unproven("LOG_INTEGRITY_NOT_CHECKED", "No digest was read.")),
                List.of(new PeriodCount("Mon 9 Nov", at("2026-11-09T00:00:00Z"), 1, 1)),
                List.of(use()),
                List.of(session(text)),
                List.of(unused()),
                List.of(denied(text)),
                alarm(),
                List.of(finding(text)),
                new IntegritySection(CheckState.NOT_CHECKED, "Not checked.", 3),
                List.of(guard(text)),
                source(text),
                ActionLog.of(actions));
    }

    static ActionRow action(
            String id, String time, @Nullable String parameters, @Nullable String errorCode) {
        return new ActionRow(
                SESSION,
                id,
                at(time),
                "s3.amazonaws.com",
                "GetObject",
                "eu-west-1",
                ACCOUNT,
                errorCode == null ? true : null,
                errorCode,
                errorCode == null ? null : "denied",
                "203.0.113.7",
                "aws-cli/2.31.0",
                errorCode == null ? "ASIAEXAMPLE" : null,
                null,
                "read",
                "principal and creation date",
                List.of("arn:aws:s3:::b/k"),
                parameters);
    }

    private static ReportWindow window() {
        return new ReportWindow(
                at("2026-11-09T00:00:00Z"),
                at("2026-11-16T00:00:00Z"),
                "2026-W46",
                at("2026-11-17T08:00:00.25Z"),
                false,
                null,
                1,
                at("2026-11-15T23:59:59Z"));
    }

    private static Scope scope() {
        return new Scope(
                List.of(new Scope.WatchedGlass("role", "devops*")),
                List.of(),
                List.of(ACCOUNT),
                List.of("eu-west-1", "us-east-1"),
                List.of("Data events are not in these logs."));
    }

    private static Totals totals() {
        Map<Severity, Integer> findings = new HashMap<>();
        for (Severity severity : Severity.values()) {
            findings.put(severity, severity == Severity.HIGH ? 1 : 0);
        }
        return new Totals(1, 1, 1, 0, 0, 0, 1, 1, 1, 2, 1, 0, 1, 1, 1, findings);
    }

    private static UseRow use() {
        return new UseRow(
                "BG-2026-W46-3f9a",
                1,
                "devops",
                LENA,
                ACCOUNT,
                at("2026-11-09T02:11:00Z"),
                at("2026-11-09T02:12:01Z"),
                List.of(SESSION),
                1,
                1,
                1,
                "not checked",
                false,
                2,
                1,
                0,
                1,
                Severity.HIGH);
    }

    private static SessionRow session(String text) {
        Map<String, Integer> errorCodes = new HashMap<>(Map.of("Throttling", 1, "AccessDenied", 1));
        errorCodes.put(text, 1);
        return new SessionRow(
                SESSION,
                "BG-2026-W46-3f9a",
                "devops",
                true,
                ACCOUNT,
                ROLE,
                LENA,
                "AROAEXAMPLE:lena",
                "arn:aws:sts::111122223333:assumed-role/devops/lena",
                "role, command line",
                at("2026-11-09T02:11:00Z"),
                null,
                null,
                List.of("e-1"),
                List.of(opening(text)),
                List.of(),
                text,
                null,
                null,
                "no",
                at("2026-11-09T03:11:00Z"),
                false,
                null,
                at("2026-11-09T02:12:00Z"),
                at("2026-11-09T02:12:01Z"),
                2,
                1,
                0,
                1,
                1,
                0,
                errorCodes,
                List.of("ASIAEXAMPLE"),
                List.of("203.0.113.7"),
                List.of(text),
                List.of("eu-west-1"),
                Map.of("s3.amazonaws.com", 2),
                Map.of("principal and creation date", 2),
                null,
                0,
                List.of(AlarmVerdictRow.notChecked("e-1", ACCOUNT, "us-east-1")),
                ExplanationRow.NOT_CHECKED,
                List.of("GUARD_TOUCHED"));
    }

    private static OpeningRow opening(String text) {
        return new OpeningRow(
                "e-1",
                List.of("e-1b"),
                at("2026-11-09T02:11:00Z"),
                "AssumeRole",
                "us-east-1",
                "lena",
                "203.0.113.7",
                text,
                "ASIAEXAMPLE",
                true);
    }

    private static UnusedOpening unused() {
        return new UnusedOpening(
                null,
                ACCOUNT,
                ROLE,
                LENA,
                at("2026-11-10T09:00:00Z"),
                "Identity Center",
                List.of("e-7"),
                List.of("ASIAUNUSED"),
                List.of(
                        new OpeningRow(
                                "e-7",
                                List.of(),
                                at("2026-11-10T09:00:00Z"),
                                "AssumeRoleWithSAML",
                                "eu-central-1",
                                LENA.name(),
                                "203.0.113.10",
                                "aws-internal/3",
                                "ASIAUNUSED",
                                false)),
                List.of(AlarmVerdictRow.notChecked("e-7", ACCOUNT, "eu-central-1")));
    }

    private static DeniedOpening denied(String text) {
        return new DeniedOpening(
                null,
                ACCOUNT,
                ROLE,
                LENA,
                at("2026-11-10T09:00:01Z"),
                "e-8",
                "AssumeRole",
                "AccessDenied",
                text,
                "us-east-1",
                "203.0.113.8",
                "aws-cli/2.31.0",
                List.of(silent("e-8")));
    }

    private static AlarmVerdictRow silent(String eventId) {
        return new AlarmVerdictRow(
                eventId,
                "break-glass",
                ACCOUNT,
                "us-east-1",
                "SILENT",
                "RULE_DISABLED",
                "the rule was disabled: DisableRule",
                "enable it",
                null,
                null);
    }

    private static AlarmSection alarm() {
        return new AlarmSection(
                CheckState.PARTLY,
                "Of 1 opening, 1 should have rung and did not.",
                new AlarmSection.AlarmTotals(1, 0, 0, 1, 0, 0),
                List.of(
                        new AlarmSection.RuleRow(
                                "break-glass",
                                ACCOUNT,
                                "us-east-1",
                                "ENABLED",
                                List.of(
                                        "arn:aws:events:us-east-1:111122223333:api-destination/a/b"),
                                2L,
                                1L,
                                null,
                                null,
                                null,
                                "differs",
                                List.of(),
                                List.of("e-8"),
                                0,
                                List.of(
                                        new AlarmSection.SurplusRow(
                                                at("2026-11-10T10:00:00Z"),
                                                at("2026-11-10T10:01:00Z"),
                                                1,
                                                List.of("an event that the log does not have"))),
                                List.of(
                                        new AlarmSection.ChangeRow(
                                                at("2026-11-10T08:00:00Z"),
                                                "DisableRule",
                                                "e-9")))),
                List.of(
                        new AlarmSection.AlarmOpening(
                                "e-8",
                                at("2026-11-10T09:00:01Z"),
                                "refused",
                                LENA.name(),
                                "devops-break-glass",
                                ACCOUNT,
                                "us-east-1",
                                null,
                                null,
                                "SILENT",
                                List.of(silent("e-8")))),
                List.of(
                        new AlarmSection.AlarmPeriod(
                                "Tue 10 Nov", at("2026-11-10T00:00:00Z"), 1, 1, 0)),
                new AlarmSection.ChannelRow(
                        true,
                        0,
                        List.of("e-8"),
                        List.of(
                                new AlarmSection.QuotedRow(
                                        at("2026-11-10T09:05:00Z"), "U0LENA", "e-8")),
                        List.of(
                                new AlarmSection.QuotedRow(
                                        at("2026-11-10T09:06:00Z"), "B0ALARM", "e-99"))),
                true,
                "A drill on 2026-10-01 proved it from end to end.",
                List.of(new AlarmSection.UnreadRow(ACCOUNT, "eu-west-1", "not read")),
                List.of("A limit."));
    }

    private static Finding finding(String text) {
        return new Finding(
                "GUARD_TOUCHED",
                Severity.HIGH,
                "A guard was touched",
                text,
                SESSION,
                null,
                at("2026-11-09T02:12:00Z"),
                List.of("e-2"));
    }

    private static GuardTouch guard(String text) {
        return new GuardTouch(
                at("2026-11-09T02:12:00Z"),
                ACCOUNT,
                "us-east-1",
                "cloudtrail.amazonaws.com",
                "StopLogging",
                text,
                "trail/main",
                null,
                "e-2",
                null);
    }

    private static SourceSection source(String text) {
        List<SourceSection.Interval> intervals = new ArrayList<>();
        intervals.add(
                new SourceSection.Interval(
                        at("2026-11-09T00:00:00Z"),
                        at("2026-11-16T00:00:00Z"),
                        "whole",
                        "Every hour."));
        return new SourceSection(
                "files",
                100,
                5,
                1,
                Map.of("log", 12L, "digest", 3L),
                4096,
                List.of(new SourceSection.Unreadable(text, "cut off", 2)),
                List.of(
                        new SourceSection.CoverageRow(
                                ACCOUNT,
                                "eu-west-1",
                                12,
                                100,
                                at("2026-11-09T00:00:01Z"),
                                at("2026-11-15T23:59:59Z"),
                                intervals)));
    }

    static Instant at(String time) {
        return Instant.parse(time);
    }
}
