package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SessionRow;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.jspecify.annotations.Nullable;

/// Every action of every session, one row each, with the person beside it so that it can be
/// filtered.
final class ActionsTable {

    private final Map<String, SessionRow> sessions = new HashMap<>();

    private ActionsTable(AuditReport report) {
        report.sessions().forEach(session -> sessions.put(session.id(), session));
    }

    static Table<ActionRow> of(AuditReport report) {
        return new Table<>(
                SheetNames.ACTIONS,
                new ActionsTable(report).columns(),
                () -> all(report),
                2,
                PrintSetup.A3_PAPERSIZE,
                "No session did anything in this window.");
    }

    private static Iterator<ActionRow> all(AuditReport report) {
        return StreamSupport.stream(report.actions().sessions().spliterator(), false)
                .flatMap(List::stream)
                .iterator();
    }

    private List<Column<ActionRow>> columns() {
        return List.of(
                Column.text("Session", 20, ActionRow::sessionId),
                Column.time("Time", ActionRow::time),
                Column.text("Person", 28, of(session -> session.person().name())),
                Column.text("Glass", 28, of(SessionRow::glass)),
                Column.text("Service", 22, ActionRow::service),
                Column.text("Action", 36, ActionRow::name),
                Column.text("Access", 10, action -> Phrases.access(action.readOnly())),
                Column.text("Meaning", 14, ActionRow::risk),
                Column.text("Error", 22, ActionRow::errorCode),
                Column.text("Resources", 50, action -> Phrases.parted(action.resources())),
                Column.text("Account", 15, ActionRow::account),
                Column.text("Region", 14, ActionRow::region),
                Column.text("From address", 24, ActionRow::ip),
                Column.text("Invoked by", 30, ActionRow::invokedBy),
                Column.text("Access key", 30, ActionRow::accessKeyId),
                Column.text("User agent", 40, ActionRow::userAgent),
                Column.text("Error message", 40, ActionRow::errorMessage),
                Column.text("Tied to the session by", 34, ActionRow::join),
                Column.text("Use", 20, of(SessionRow::useId)),
                Column.text("Event source", 26, ActionRow::source),
                Column.text("Event id", 38, ActionRow::eventId),
                Column.text("Parameters", 60, ActionRow::parameters));
    }

    private Function<ActionRow, @Nullable String> of(
            Function<SessionRow, @Nullable String> ofSession) {
        return action -> {
            SessionRow session = sessions.get(action.sessionId());
            return session == null ? null : ofSession.apply(session);
        };
    }
}
