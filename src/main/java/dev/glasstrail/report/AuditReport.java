package dev.glasstrail.report;

import java.util.List;

/// One audit of one window, complete and immutable.
///
/// The components are the members of `report.json` in this order, but for `actions`, which is
/// `actions.jsonl` beside it. It has more components than a record should have because it is the
/// published document itself. All times are UTC with whole seconds; absent values are `null` and
/// marked so; texts from the log are as they were recorded, secrets masked, and must be escaped
/// wherever they land.
///
/// @param schema always [#SCHEMA]
/// @param uses by start, then id; sessions carried over from an earlier window are in none of them
/// @param sessions by creation, then id; those carried from an earlier window included
/// @param unusedOpenings by time, then first event id
/// @param deniedOpenings by time, then event id
/// @param findings by severity, then time of the first event, then code
/// @param guards by time, then event id
/// @param actions every action of every session in `sessions`
public record AuditReport(
        String schema,
        ReportWindow window,
        Tool tool,
        Scope scope,
        Totals totals,
        List<Answer> answers,
        List<Unproven> unproven,
        List<PeriodCount> usesOverTime,
        List<UseRow> uses,
        List<SessionRow> sessions,
        List<UnusedOpening> unusedOpenings,
        List<DeniedOpening> deniedOpenings,
        AlarmSection alarm,
        List<Finding> findings,
        IntegritySection integrity,
        List<GuardTouch> guards,
        SourceSection source,
        ActionLog actions) {

    /// The name and version of the format; a reader refuses another number.
    public static final String SCHEMA = "glasstrail/report/1";

    public AuditReport {
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "schema is \"" + schema + "\", this version writes \"" + SCHEMA + "\"");
        }
        answers = List.copyOf(answers);
        unproven = List.copyOf(unproven);
        usesOverTime = List.copyOf(usesOverTime);
        uses = List.copyOf(uses);
        sessions = List.copyOf(sessions);
        unusedOpenings = List.copyOf(unusedOpenings);
        deniedOpenings = List.copyOf(deniedOpenings);
        findings = List.copyOf(findings);
        guards = List.copyOf(guards);
    }
}
