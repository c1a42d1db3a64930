package dev.glasstrail.render.pdf;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SessionRow;
import java.util.List;

/// Sessions begun before the window: listed, and not counted again.
final class CarriedSection {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.left("Session", 90),
                    Column.left("Person", 120),
                    Column.left("Glass and account", 130),
                    Column.left("Begun (UTC)", 100),
                    Column.left("Counted in", 75));

    private final Flow flow;

    CarriedSection(Flow flow) {
        this.flow = flow;
    }

    void draw(AuditReport report) {
        List<SessionRow> carried =
                report.sessions().stream().filter(s -> s.carriedFrom() != null).toList();
        if (carried.isEmpty()) {
            return;
        }
        Tag section = flow.section("Carried over from an earlier window", "carried", 80);
        Table table = new Table(flow, section, COLUMNS);
        for (SessionRow session : carried) {
            String window = session.carriedFrom();
            table.row(
                    Cell.of(session.id(), Style.MONO),
                    Cell.of(
                            Span.of(session.person().name(), Style.TABLE_STRONG),
                            Span.of(session.person().source(), Style.NOTE)),
                    Cell.of(
                            Span.of(session.glass(), Style.TABLE_STRONG),
                            Span.of(session.account(), Style.NOTE)),
                    Cell.of(Words.dayTime(session.createdAt()), Style.TABLE),
                    Cell.of(window == null ? "" : window, Style.TABLE));
        }
    }
}
