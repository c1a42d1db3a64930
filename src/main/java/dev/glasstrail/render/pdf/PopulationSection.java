package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Severity;
import dev.glasstrail.report.UseRow;
import java.util.List;

/// Every use, numbered: what an auditor samples from.
final class PopulationSection {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.right("No.", 24),
                    Column.left("Use", 80),
                    Column.left("Person", 124),
                    Column.left("Glass and account", 100),
                    Column.left("From (UTC)", 60),
                    Column.right("Actions", 38),
                    Column.right("Writes", 36),
                    Column.left("Worst finding", 53));

    private final Flow flow;

    PopulationSection(Flow flow) {
        this.flow = flow;
    }

    void draw(AuditReport report) {
        Tag section = flow.section("Every use", "population", 80);
        if (report.uses().isEmpty()) {
            flow.paragraph(
                    section.child(Role.PARAGRAPH),
                    "Nobody used a watched identity in this window, as far as the logs read show it.",
                    Style.BODY);
            return;
        }
        flow.paragraph(
                section.child(Role.PARAGRAPH),
                "The whole population, by start. The number is for this report only; the id stays the"
                        + " same when the report is issued again.",
                Style.NOTE);
        flow.down(6);
        Table table = new Table(flow, section, COLUMNS);
        for (UseRow use : report.uses()) {
            row(table, use);
        }
    }

    private void row(Table table, UseRow use) {
        Style quiet = Style.NOTE;
        int page = flow.known().pageOf(UsePages.place(use));
        Severity severity = use.severity();
        table.row(
                Cell.of(Words.count(use.number()), Style.TABLE.in(Ink.MUTED)),
                Cell.of(
                        Span.link(use.id(), Style.MONO, UsePages.place(use)),
                        Span.of("page " + Words.count(page), quiet)),
                Cell.of(
                        Span.of(use.person().name(), Style.TABLE_STRONG),
                        Span.of(use.person().source(), quiet)),
                Cell.of(Span.of(use.glass(), Style.TABLE_STRONG), Span.of(use.account(), quiet)),
                Cell.of(
                        Span.of(Words.dayMinute(use.from()), Style.TABLE),
                        Span.of(
                                use.open() ? "still open" : Words.duration(use.from(), use.to()),
                                quiet)),
                Cell.count(use.actions()),
                Cell.count(use.writes()),
                Cell.chip(severity == null ? null : Chip.of(severity)));
    }
}
