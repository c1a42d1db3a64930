package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Finding;
import java.time.Instant;
import java.util.List;

/// Everything that someone must look at, worst first.
final class FindingsSection {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.left("Severity", 66),
                    Column.left("Finding", 276),
                    Column.left("When (UTC)", 76),
                    Column.left("Use", 97));

    private final Flow flow;

    FindingsSection(Flow flow) {
        this.flow = flow;
    }

    void draw(AuditReport report) {
        Tag section = flow.chapter("What needs attention", "findings");
        if (report.findings().isEmpty()) {
            flow.paragraph(
                    section.child(Role.PARAGRAPH),
                    "No finding. What was not checked is named on the first page.",
                    Style.BODY);
            return;
        }
        Table table = new Table(flow, section, COLUMNS);
        for (Finding finding : report.findings()) {
            row(table, finding);
        }
    }

    private static void row(Table table, Finding finding) {
        Instant at = finding.at();
        String use = finding.useId();
        // The events of a finding about a use are listed with the use.
        String events = use == null ? String.join(" ", finding.eventIds()) : "";
        table.row(
                Cell.chip(Chip.of(finding.severity())),
                Cell.of(
                        Span.of(finding.title(), Style.TABLE_STRONG),
                        Span.of(finding.text(), Style.NOTE.in(Ink.SECONDARY)),
                        Span.of(events, Style.MONO_SMALL)),
                at == null
                        ? Cell.EMPTY
                        : Cell.of(
                                Span.of(Words.day(at), Style.TABLE),
                                Span.of(Words.time(at), Style.MONO)),
                use == null
                        ? Cell.EMPTY
                        : Cell.of(Span.link(use, Style.MONO, UsePages.place(use))));
    }
}
