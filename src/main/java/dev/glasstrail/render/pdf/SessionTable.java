package dev.glasstrail.render.pdf;

import dev.glasstrail.report.OpeningRow;
import dev.glasstrail.report.SessionRow;
import java.time.Instant;
import java.util.List;

/// The sessions of one use, chained ones under the session that opened them.
final class SessionTable {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.left("Session", 84),
                    Column.left("Role and account", 118),
                    Column.left("Opened (UTC)", 150),
                    Column.left("Until (UTC)", 70),
                    Column.right("Actions", 42),
                    Column.right("Errors", 51));

    private final Flow flow;
    private final Tag section;

    SessionTable(Flow flow, Tag section) {
        this.flow = flow;
        this.section = section;
    }

    void draw(List<SessionRow> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        flow.gap(10);
        Heading heading = Heading.of(section, Role.H4, "Sessions");
        Table table = new Table(flow, section, heading, COLUMNS);
        sessions.forEach(session -> row(table, session));
    }

    private static void row(Table table, SessionRow session) {
        String parent = session.parentId();
        table.row(
                Cell.of(
                        Span.of(session.id(), Style.MONO),
                        Span.of(parent == null ? "" : "opened by " + parent, Style.NOTE)),
                Cell.of(
                        Span.of(Words.glass(session.role()), Style.TABLE_STRONG),
                        Span.of(session.account(), Style.NOTE),
                        Span.of(session.sessionName(), Style.NOTE)),
                Cell.of(opened(session)),
                Cell.of(until(session), Style.TABLE),
                Cell.count(session.actions()),
                Cell.count(session.errors()));
    }

    private static Span[] opened(SessionRow session) {
        if (session.openings().isEmpty()) {
            return new Span[] {
                Span.of("opening not in the logs read", Style.TABLE.in(Ink.HIGH)),
                Span.of("created " + Words.dayMinute(session.createdAt()), Style.NOTE)
            };
        }
        OpeningRow first = session.openings().getFirst();
        int more = session.openings().size() - 1;
        return new Span[] {
            Span.of(Words.dayTime(first.at()), Style.TABLE),
            Span.of(first.name() + " by " + first.by(), Style.NOTE),
            Span.of(more == 0 ? "" : "and " + Words.count(more, "further opening"), Style.NOTE),
            Span.of(String.join(" ", session.openingEventIds()), Style.MONO_SMALL)
        };
    }

    private static String until(SessionRow session) {
        Instant expires = session.expiresAt();
        String end = expires == null ? "not recorded" : Words.dayMinute(expires);
        return session.open() ? end + ", still open" : end;
    }
}
