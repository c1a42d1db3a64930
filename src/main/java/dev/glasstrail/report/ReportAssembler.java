package dev.glasstrail.report;

import dev.glasstrail.evidence.IntegrityResult;
import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.Denied;
import dev.glasstrail.session.NeverUsed;
import dev.glasstrail.session.Opening;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import dev.glasstrail.window.Readiness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// From what the stages found out to the report: the one place where figures are computed.
public final class ReportAssembler {

    private final AuditFacts facts;
    private final Correlation correlation;
    private final Directory directory;
    private final UseIndex useIndex;
    private final AlarmSection alarm;
    private final AlarmRows alarmRows;
    private final List<Finding> findings;
    private final List<SessionRow> sessions;
    private final List<UnusedOpening> unused;
    private final List<UseRow> uses;

    private ReportAssembler(AuditFacts facts) {
        this.facts = facts;
        this.correlation = facts.correlation();
        this.directory = facts.input().directory();
        this.useIndex = new UseIndex(correlation.uses());
        this.alarmRows = new AlarmRows(facts.alarm());
        this.alarm =
                AlarmSections.of(
                        facts.alarm(),
                        facts.occasion().window(),
                        new AlarmOpenings(correlation, useIndex, alarmRows));
        this.findings = Findings.of(facts, useIndex, AlarmFindings.of(alarm));
        SessionRows rows =
                new SessionRows(
                        facts.occasion().window(),
                        directory,
                        useIndex.bySession(),
                        codesBySession(),
                        alarmRows);
        this.sessions = correlation.sessions().stream().map(rows::row).toList();
        this.unused =
                correlation.neverUsed().stream()
                        .map(one ->
                                UnusedOpenings.row(
                                        one, directory, useIndex.ofNeverUsed(one.id()), alarmRows))
                        .toList();
        this.uses = UseRows.of(correlation.uses(), directory, sessions, unused, findings);
    }

    /// Assembles the report.
    public static AuditReport assemble(AuditFacts facts) {
        return new ReportAssembler(facts).report();
    }

    private AuditReport report() {
        Totals totals =
                Figures.of(
                        uses,
                        (int)
                                correlation.uses().stream()
                                        .map(use -> use.person().key())
                                        .distinct()
                                        .count(),
                        sessions,
                        correlation.denied().size(),
                        findings);
        Answers answers = new Answers(facts, totals, sessions, alarm);
        List<ActionRow> actions = new ArrayList<>();
        correlation.sessions().forEach(session -> actions.addAll(ActionRows.of(session)));
        return new AuditReport(
                AuditReport.SCHEMA,
                window(),
                new Tool("glasstrail", facts.occasion().version()),
                scope(),
                totals,
                answers.answers(),
                answers.unproven(),
                PeriodCounts.of(
                        facts.occasion().window(), correlation.uses(), correlation.denied()),
                uses,
                sessions,
                unused,
                correlation.denied().stream().map(this::denied).toList(),
                alarm,
                findings,
                integrity(),
                Guards.of(correlation),
                source(),
                ActionLog.of(actions));
    }

    private ReportWindow window() {
        AuditWindow window = facts.occasion().window();
        String because = provisionalBecause();
        return new ReportWindow(
                window.from(),
                window.to(),
                window.label(),
                facts.occasion().asOf(),
                because != null,
                because,
                facts.occasion().revision(),
                facts.input().reading().coverage().stream()
                        .filter(seen -> seen.records() > 0)
                        .map(Reading.Seen::last)
                        .max(Instant::compareTo)
                        .orElse(null));
    }

    private @Nullable String provisionalBecause() {
        return switch (facts.occasion().readiness()) {
            case Readiness.NotReady notReady -> sentence(notReady.reason());
            case Readiness.Ready _ -> {
                long open =
                        correlation.sessions().stream()
                                .filter(session -> session.life().open())
                                .count();
                long unused = correlation.neverUsed().stream().filter(NeverUsed::open).count();
                yield open + unused == 0
                        ? null
                        : stillAlive(open, unused) + " when the report was made.";
            }
        };
    }

    private static String stillAlive(long open, long unused) {
        List<String> clauses = new ArrayList<>();
        if (open > 0) {
            clauses.add(FindingRules.count(open, "session") + " could still run");
        }
        if (unused > 0) {
            clauses.add(FindingRules.count(unused, "unused opening") + " could still be used");
        }
        return String.join(" and ", clauses);
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }

    private Scope scope() {
        Watch watch = facts.watch();
        List<Scope.WatchedGlass> glasses = new ArrayList<>();
        watch.roles().forEach(glob -> glasses.add(new Scope.WatchedGlass("role", glob.text())));
        watch.users().forEach(glob -> glasses.add(new Scope.WatchedGlass("user", glob.text())));
        if (watch.root()) {
            glasses.add(new Scope.WatchedGlass("root", "root"));
        }
        TreeSet<String> accounts = new TreeSet<>();
        TreeSet<String> regions = new TreeSet<>();
        for (Reading.Seen seen : facts.input().reading().coverage()) {
            if (seen.records() > 0) {
                accounts.add(seen.place().account());
                regions.add(seen.place().region());
            }
        }
        return new Scope(
                glasses,
                List.copyOf(new TreeSet<>(watch.accounts())),
                List.copyOf(accounts),
                List.copyOf(regions),
                List.of(
                        "Data events (S3 objects, Lambda invocations and the like) are seen only"
                                + " where the trail records them.",
                        "What was typed in a shell or sent to a database is not in CloudTrail."));
    }

    private DeniedOpening denied(Denied denied) {
        Opening opening = denied.opening();
        return new DeniedOpening(
                useIndex.ofDenied(opening.call().eventId()),
                opening.target().account(),
                new RoleRow(
                        opening.target().arn(),
                        opening.target().name(),
                        opening.way() == Opening.Way.PORTAL
                                ? opening.target().name()
                                : Watch.permissionSet(opening.target().name()).orElse(null)),
                directory.row(denied.person()),
                opening.call().at(),
                opening.call().eventId(),
                opening.call().name(),
                opening.outcome().errorCode(),
                Masked.text(opening.outcome().errorMessage()),
                opening.call().region(),
                Masked.text(opening.origin().ip()),
                Masked.text(opening.origin().userAgent()),
                alarmRows.of(opening));
    }

    private IntegritySection integrity() {
        return switch (facts.integrity()) {
            case IntegrityResult.NotChecked notChecked ->
                    new IntegritySection(
                            CheckState.NOT_CHECKED, notChecked.why(), notChecked.digestFiles());
        };
    }

    private SourceSection source() {
        Reading reading = facts.input().reading();
        Map<String, Long> files = new LinkedHashMap<>();
        for (Reading.FileKind kind : Reading.FileKind.values()) {
            if (reading.files().containsKey(kind)) {
                files.put(kind.toString(), reading.files().get(kind));
            }
        }
        return new SourceSection(
                facts.input().sourceKind(),
                reading.records(),
                facts.input().records().kept(),
                facts.input().records().copies(),
                files,
                reading.bytes(),
                reading.unreadable().stream()
                        .map(one ->
                                new SourceSection.Unreadable(
                                        one.name(), one.reason(), one.recordsRead()))
                        .toList(),
                CoverageRows.of(reading, facts.occasion().window()));
    }

    private Map<String, List<String>> codesBySession() {
        Map<String, List<String>> codes = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.sessionId() != null) {
                codes.computeIfAbsent(finding.sessionId(), _ -> new ArrayList<>())
                        .add(finding.code());
            }
        }
        return codes;
    }
}
