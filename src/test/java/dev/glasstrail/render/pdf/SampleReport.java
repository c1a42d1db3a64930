package dev.glasstrail.render.pdf;

import dev.glasstrail.report.ActionLog;
import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.Answer;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.CheckState;
import dev.glasstrail.report.DeniedOpening;
import dev.glasstrail.report.Finding;
import dev.glasstrail.report.GuardTouch;
import dev.glasstrail.report.IntegritySection;
import dev.glasstrail.report.PeriodCount;
import dev.glasstrail.report.PersonRow;
import dev.glasstrail.report.ReportWindow;
import dev.glasstrail.report.SampleAlarm;
import dev.glasstrail.report.Scope;
import dev.glasstrail.report.SessionRow;
import dev.glasstrail.report.Severity;
import dev.glasstrail.report.SourceSection;
import dev.glasstrail.report.Tool;
import dev.glasstrail.report.Totals;
import dev.glasstrail.report.Unproven;
import dev.glasstrail.report.UnusedOpening;
import dev.glasstrail.report.UseRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A made-up report of any size, the same for the same number of uses.
final class SampleReport {

    static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");
    static final Instant TO = Instant.parse("2026-11-16T00:00:00Z");
    private static final String ACCOUNT = "111122223333";

    private final Random random = new Random(7);
    private final List<UseRow> uses = new ArrayList<>();
    private final List<SessionRow> sessions = new ArrayList<>();
    private final List<ActionRow> actions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<DeniedOpening> denied = new ArrayList<>();
    private final List<UnusedOpening> unused = new ArrayList<>();
    private final int mostActions;

    private SampleReport(int mostActions) {
        this.mostActions = mostActions;
    }

    /// @param mostActions of one use
    static AuditReport of(int uses, int mostActions) {
        SampleReport sample = new SampleReport(mostActions);
        for (int number = 1; number <= uses; number++) {
            sample.addUse(number, uses, SampleNames.PEOPLE.get((number - 1) % 9));
        }
        return sample.build(true);
    }

    /// One use in which every text from the log is `text`.
    static AuditReport hostile(String text) {
        SampleReport sample = new SampleReport(6);
        sample.addUse(1, 1, text);
        return sample.build(false);
    }

    /// A week in which nobody broke the glass.
    static AuditReport empty() {
        return new SampleReport(0).build(false);
    }

    /// The same report with a chart of other periods.
    static AuditReport withPeriods(AuditReport report, List<PeriodCount> periods) {
        return new AuditReport(
                report.schema(),
                report.window(),
                report.tool(),
                report.scope(),
                report.totals(),
                report.answers(),
                report.unproven(),
                periods,
                report.uses(),
                report.sessions(),
                report.unusedOpenings(),
                report.deniedOpenings(),
                report.alarm(),
                report.findings(),
                report.integrity(),
                report.guards(),
                report.source(),
                report.actions());
    }

    private void addUse(int number, int total, String name) {
        long spread = Duration.between(FROM, TO).toSeconds() - 20_000;
        Instant from =
                FROM.plusSeconds(spread * (number - 1) / Math.max(1, total) + random.nextInt(300));
        String id = String.format(Locale.ROOT, "BG-2026-W46-%04x", number * 31 & 0xFFFF);
        PersonRow person =
                new PersonRow(
                        name,
                        number % 3 == 0 ? null : "9067a1b2c3-11aa-22bb-33cc-" + number,
                        number % 4 == 0 ? "session name only" : "SAML subject of the opening");
        String sessionId = String.format(Locale.ROOT, "%016x", random.nextLong());
        int count = actionsOf(number);
        List<ActionRow> own = SampleActions.of(random, sessionId, from, count);
        List<String> ids = new ArrayList<>(List.of(sessionId));
        List<SessionRow> rows = new ArrayList<>();
        Severity severity = number % 5 == 4 ? null : List.of(Severity.values()).get(number % 5);
        List<String> codes = severity == null ? List.of() : List.of("ROOT_USED");
        rows.add(SampleSessions.of(random, sessionId, id, person, from, own, null, codes));
        actions.addAll(own);
        if (number % 6 == 5) {
            String chained = String.format(Locale.ROOT, "%016x", random.nextLong());
            Instant later = own.isEmpty() ? from : own.getLast().time().plusSeconds(60);
            List<ActionRow> more = SampleActions.of(random, chained, later, count / 2);
            rows.add(
                    SampleSessions.of(
                            random, chained, id, person, later, more, sessionId, List.of()));
            actions.addAll(more);
            own = new ArrayList<>(own);
            own.addAll(more);
            ids.add(chained);
        }
        sessions.addAll(rows);
        if (severity != null) {
            findings.add(SampleNames.finding(number, severity, name, sessionId, id, from, own));
        }
        if (number % 7 == 0) {
            unused.add(
                    new UnusedOpening(
                            id,
                            ACCOUNT,
                            SampleSessions.ROLE,
                            person,
                            from,
                            "Identity Center",
                            List.of(SampleNames.uuid(random)),
                            List.of("ASIAEXAMPLEKEY" + number),
                            List.of(),
                            List.of()));
        }
        if (number % 8 == 3) {
            denied.add(
                    new DeniedOpening(
                            null,
                            ACCOUNT,
                            SampleSessions.ROLE,
                            person,
                            from.minusSeconds(90),
                            SampleNames.uuid(random),
                            "AssumeRole",
                            "AccessDenied",
                            "User: arn:aws:sts::111122223333:assumed-role/developer/"
                                    + name
                                    + " is not authorized to perform: sts:AssumeRole on resource: "
                                    + SampleSessions.ROLE.arn(),
                            "eu-central-1",
                            "203.0.113.24",
                            "aws-cli/2.31.0 " + name,
                            List.of()));
        }
        uses.add(use(number, id, person, from, ids, own, severity));
    }

    /// The first use has the most, and every seventh none.
    private int actionsOf(int number) {
        if (mostActions == 0 || number % 7 == 0) {
            return 0;
        }
        return number == 1 ? mostActions : 1 + random.nextInt(mostActions);
    }

    private static UseRow use(
            int number,
            String id,
            PersonRow person,
            Instant from,
            List<String> ids,
            List<ActionRow> own,
            @Nullable Severity severity) {
        int reads = (int) own.stream().filter(a -> Boolean.TRUE.equals(a.readOnly())).count();
        int errors = (int) own.stream().filter(a -> a.errorCode() != null).count();
        Instant to = own.isEmpty() ? from : own.getLast().time();
        return new UseRow(
                id,
                number,
                "devops-break-glass",
                person,
                ACCOUNT,
                from,
                to,
                ids,
                ids.size(),
                own.isEmpty() ? 1 : 0,
                0,
                "not checked",
                number % 10 == 9,
                own.size(),
                reads,
                own.size() - reads,
                errors,
                severity);
    }

    private AuditReport build(boolean provisional) {
        return new AuditReport(
                AuditReport.SCHEMA,
                new ReportWindow(
                        FROM,
                        TO,
                        "2026-W46",
                        Instant.parse("2026-11-16T08:00:00Z"),
                        provisional,
                        provisional
                                ? "1 session could still run, until 16 Nov 2026 11:02 UTC."
                                : null,
                        1,
                        Instant.parse("2026-11-15T23:58:12Z")),
                new Tool("glasstrail", "0.1.0"),
                new Scope(
                        List.of(
                                new Scope.WatchedGlass(
                                        "role", "AWSReservedSSO_devops-break-glass_*"),
                                new Scope.WatchedGlass("user", "breakglass"),
                                new Scope.WatchedGlass("root", "root")),
                        List.of(),
                        List.of(ACCOUNT, "222233334444", "333344445555"),
                        List.of("eu-central-1", "us-east-1"),
                        List.of(
                                "Data events are in the logs only where the trail was set to record them.")),
                totals(),
                answers(),
                List.of(
                        new Unproven(
                                "LOG_INTEGRITY_NOT_CHECKED",
                                "That no log file was changed or removed: this version does not check digests."),
                        new Unproven(
                                "ALARM_NOT_CHECKED",
                                "That an alert was sent for each opening: this version reads no rule and no channel.")),
                periods(),
                uses,
                sessions,
                unused,
                denied,
                SampleAlarm.of(sessions),
                findings.stream()
                        .sorted(java.util.Comparator.comparing(Finding::severity))
                        .toList(),
                new IntegritySection(
                        CheckState.NOT_CHECKED,
                        "14 digest files lie beside the logs; this version does not check them.",
                        14),
                List.of(
                        new GuardTouch(
                                FROM.plusSeconds(9000),
                                ACCOUNT,
                                "eu-central-1",
                                "events.amazonaws.com",
                                "DisableRule",
                                "arn:aws:sts::111122223333:assumed-role/ops/mallory",
                                "rule/break-glass-opened",
                                null,
                                "0d1e2f30-1111-4222-8333-444455556666",
                                null)),
                source(),
                ActionLog.of(actions));
    }

    private Totals totals() {
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            bySeverity.put(
                    severity,
                    (int) findings.stream().filter(f -> f.severity() == severity).count());
        }
        long reads = actions.stream().filter(a -> Boolean.TRUE.equals(a.readOnly())).count();
        long errors = actions.stream().filter(a -> a.errorCode() != null).count();
        int people = (int) uses.stream().map(u -> u.person().name()).distinct().count();
        return new Totals(
                uses.size(),
                people,
                sessions.size(),
                sessions.size() - uses.size(),
                1,
                0,
                sessions.size(),
                unused.size(),
                denied.size(),
                actions.size(),
                reads,
                actions.size() - reads,
                0,
                errors,
                uses.isEmpty() ? 0 : 1,
                bySeverity);
    }

    private List<Answer> answers() {
        return List.of(
                new Answer(
                        "Who broke the glass?",
                        CheckState.ANSWERED,
                        uses.size() + " uses",
                        "Each is listed with the person behind it and the evidence for the name."),
                new Answer(
                        "What did they do?",
                        CheckState.ANSWERED,
                        actions.size() + " actions",
                        "All actions of the sessions, through role chains and into other accounts."),
                new Answer(
                        "Did the alarm ring?",
                        CheckState.NOT_CHECKED,
                        "Not checked",
                        "This version reads neither the rules nor the channel."),
                new Answer(
                        "Was it explained?",
                        CheckState.NOT_CHECKED,
                        "Not checked",
                        "This version reads no register of explanations."),
                new Answer(
                        "What is left behind?",
                        CheckState.NOT_CHECKED,
                        "Not checked",
                        "The changes are listed with each use; whether they were undone is not followed."),
                new Answer(
                        "Can you trust this?",
                        CheckState.PARTLY,
                        "3 accounts, 2 regions",
                        "Two files could not be read whole. Digests were not checked."));
    }

    private List<PeriodCount> periods() {
        List<PeriodCount> periods = new ArrayList<>();
        DateTimeFormatter label =
                DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
        for (Instant day = FROM; day.isBefore(TO); day = day.plus(Duration.ofDays(1))) {
            Instant from = day;
            Instant to = day.plus(Duration.ofDays(1));
            int began = (int) uses.stream().filter(u -> within(u.from(), from, to)).count();
            int refused = (int) denied.stream().filter(d -> within(d.at(), from, to)).count();
            periods.add(new PeriodCount(label.format(day), day, began, refused));
        }
        return periods;
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private static SourceSection source() {
        Map<String, Long> files = new LinkedHashMap<>();
        files.put("log", 1_412L);
        files.put("digest", 14L);
        files.put("foreign", 2L);
        List<SourceSection.CoverageRow> coverage = new ArrayList<>();
        for (String account : List.of(ACCOUNT, "222233334444", "333344445555")) {
            for (String region : List.of("eu-central-1", "us-east-1")) {
                coverage.add(
                        new SourceSection.CoverageRow(
                                account,
                                region,
                                235,
                                8_412,
                                FROM.plusSeconds(12),
                                TO.minusSeconds(108),
                                List.of(
                                        new SourceSection.Interval(
                                                FROM,
                                                TO,
                                                "unknown",
                                                "files were read, digests were not"))));
            }
        }
        return new SourceSection(
                "files",
                50_472,
                2_114,
                31,
                files,
                18_412_993,
                List.of(
                        new SourceSection.Unreadable(
                                "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/12/"
                                        + "111122223333_CloudTrail_eu-central-1_20261112T0210Z_Qx7.json.gz",
                                "the gzip stream ends early",
                                118)),
                coverage);
    }
}
