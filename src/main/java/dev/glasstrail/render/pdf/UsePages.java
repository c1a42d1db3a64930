package dev.glasstrail.render.pdf;

import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Finding;
import dev.glasstrail.report.SessionRow;
import dev.glasstrail.report.Severity;
import dev.glasstrail.report.UnusedOpening;
import dev.glasstrail.report.UseRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One part for each use: who, when, how, from where, its timeline, its findings and its actions.
final class UsePages {

    private static final Comparator<ActionRow> IN_TIME =
            Comparator.comparing(ActionRow::time).thenComparing(ActionRow::eventId);

    private final Flow flow;
    private final AuditReport report;
    private final Map<String, SessionRow> sessions = new HashMap<>();
    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final Map<String, List<UnusedOpening>> unused = new HashMap<>();

    UsePages(Flow flow, AuditReport report) {
        this.flow = flow;
        this.report = report;
        report.sessions().forEach(session -> sessions.put(session.id(), session));
        for (Finding finding : report.findings()) {
            String use = finding.useId();
            if (use != null) {
                findings.computeIfAbsent(use, id -> new ArrayList<>()).add(finding);
            }
        }
        for (UnusedOpening opening : report.unusedOpenings()) {
            String use = opening.useId();
            if (use != null) {
                unused.computeIfAbsent(use, id -> new ArrayList<>()).add(opening);
            }
        }
    }

    /// The name under which links find a use.
    static String place(UseRow use) {
        return place(use.id());
    }

    static String place(String useId) {
        return "use-" + useId;
    }

    void draw() {
        if (report.uses().isEmpty()) {
            return;
        }
        Tag section = flow.chapter("Use by use", "uses");
        flow.down(6);
        for (UseRow use : report.uses()) {
            draw(section.child(Role.SECTION), use);
            flow.gap(26);
        }
    }

    private void draw(Tag section, UseRow use) {
        List<SessionRow> members = new ArrayList<>();
        List<ActionRow> actions = new ArrayList<>();
        for (String id : use.sessionIds()) {
            SessionRow session = sessions.get(id);
            if (session != null) {
                members.add(session);
            }
            actions.addAll(report.actions().of(id));
        }
        actions.sort(IN_TIME);
        flow.ensure(300);
        head(section, use);
        new UseFacts(flow, section, members, unused.getOrDefault(use.id(), List.of())).draw(use);
        if (!actions.isEmpty()) {
            new Timeline(flow).draw(section, use, actions, members);
        }
        findings(section, findings.getOrDefault(use.id(), List.of()));
        new SessionTable(flow, section).draw(members);
        new ActionTables(flow, section).draw(use, actions);
    }

    private void head(Tag section, UseRow use) {
        Canvas canvas = flow.canvas();
        Typesetter typesetter = flow.typesetter();
        flow.bookmark(use.number() + "  " + use.person().name() + ", " + use.id(), place(use));
        float top = flow.y();
        canvas.decoration(() -> canvas.fill(Box.below(Flow.LEFT, top, 26, 2), Ink.AMBER));
        flow.down(7);
        Severity severity = use.severity();
        float chipWidth = 0;
        if (severity != null) {
            Chip chip = Chip.of(severity);
            chipWidth = chip.width(typesetter) + 10;
            float left = Flow.RIGHT - chip.width(typesetter);
            chip.draw(canvas, typesetter, section.child(Role.PARAGRAPH), left, flow.y() - 1);
        }
        List<Span> title =
                List.of(
                        Span.of(use.number() + "   ", Style.HEADING.in(Ink.MUTED)),
                        Span.of(use.person().name(), Style.HEADING),
                        Span.of(" used ", Style.HEADING.as(Face.REGULAR)),
                        Span.of(use.glass(), Style.HEADING),
                        Span.of(" in ", Style.HEADING.as(Face.REGULAR)),
                        Span.of(use.account(), Style.HEADING));
        flow.paragraph(section.child(Role.H3), title, Flow.LEFT, Flow.RIGHT - chipWidth);
        List<Span> line =
                List.of(
                        Span.of(use.id(), Style.MONO.in(Ink.SECONDARY)),
                        Span.of(
                                "   "
                                        + Words.span(use.from(), use.to())
                                        + " UTC  ·  "
                                        + Words.duration(use.from(), use.to())
                                        + (use.open() ? "  ·  still open" : ""),
                                Style.BODY.in(Ink.SECONDARY)));
        flow.paragraph(section.child(Role.PARAGRAPH), line, Flow.LEFT, Flow.RIGHT);
        flow.down(5);
    }

    private void findings(Tag section, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        flow.gap(10);
        flow.ensure(50);
        flow.paragraph(section.child(Role.H4), "Findings", Style.LABEL_HEADING);
        flow.down(3);
        Tag list = section.child(Role.LIST);
        for (Finding finding : findings) {
            finding(list.child(Role.ITEM), finding);
        }
    }

    private void finding(Tag item, Finding finding) {
        Chip chip = Chip.of(finding.severity());
        float left = Flow.LEFT + 66;
        List<Line> lines = new ArrayList<>();
        Typesetter typesetter = flow.typesetter();
        float width = Flow.RIGHT - left;
        lines.addAll(typesetter.lines(finding.title(), Style.STRONG, width));
        lines.addAll(typesetter.lines(finding.text(), Style.BODY.in(Ink.SECONDARY), width));
        String events = String.join("  ", finding.eventIds());
        if (!events.isEmpty()) {
            lines.addAll(typesetter.lines(events, Style.MONO_SMALL, width));
        }
        flow.ensure(Math.min(Line.height(lines) + 5, Flow.FULL / 3));
        chip.draw(flow.canvas(), typesetter, item.child(Role.LABEL), Flow.LEFT, flow.y());
        flow.lines(item.child(Role.ITEM_BODY), lines, left, Flow.RIGHT);
        flow.down(5);
    }
}
