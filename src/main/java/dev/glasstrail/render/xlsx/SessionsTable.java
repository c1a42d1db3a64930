package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SessionRow;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PrintSetup;

/// Every session with what is known about it, and a link to the first thing it did.
final class SessionsTable {

    private SessionsTable() {}

    static Table<SessionRow> of(AuditReport report, Places places) {
        return new Table<>(
                SheetNames.SESSIONS,
                Stream.of(identity(places), times(), figures(), judgement(), traces(places))
                        .flatMap(List::stream)
                        .toList(),
                report.sessions(),
                1,
                PrintSetup.A3_PAPERSIZE,
                "No session of a watched identity in this window.");
    }

    private static List<Column<SessionRow>> identity(Places places) {
        return List.of(
                Column.cell("Session", 20, session -> linkToActions(session, places)),
                Column.cell("Use", 20, session -> places.useLink(session.useId())),
                Column.text("Person", 30, session -> session.person().name()),
                Column.text("E-mail", 30, session -> session.person().email()),
                Column.text("Person known by", 46, session -> session.person().source()),
                Column.text("Glass", 30, SessionRow::glass),
                Column.text("Account", 15, SessionRow::account),
                Column.text("Channel", 30, SessionRow::channel),
                Column.text("MFA", 10, SessionRow::mfa));
    }

    private static List<Column<SessionRow>> times() {
        return List.of(
                Column.time("Created", SessionRow::createdAt),
                Column.time("Opened", SessionRow::openedAt),
                Column.time("First action", SessionRow::firstActionAt),
                Column.time("Last action", SessionRow::lastActionAt),
                Column.time("Expires", SessionRow::expiresAt),
                Column.text("Could still run", 15, session -> Phrases.yesNo(session.open())),
                Column.text("Carried from", 14, SessionRow::carriedFrom));
    }

    private static List<Column<SessionRow>> figures() {
        return List.of(
                Column.number("Actions", 10, SessionRow::actions),
                Column.number("Reads", 10, SessionRow::reads),
                Column.number("Writes", 10, SessionRow::writes),
                Column.number("Unmarked", 11, SessionRow::unknownAccess),
                Column.number("Errors", 10, SessionRow::errors),
                Column.number("Forwarded", 12, SessionRow::forwarded),
                Column.number("Openings", 11, session -> session.openings().size()),
                Column.number("Keys never used", 17, session -> session.issuedUnusedKeys().size()));
    }

    private static List<Column<SessionRow>> judgement() {
        return List.of(
                Column.text("Alarm", 24, session -> Phrases.alarm(session.alarm())),
                Column.text("Explanation", 16, session -> session.explanation().status()),
                Column.text("Explanation text", 30, session -> session.explanation().text()),
                Column.text("Ticket", 14, session -> session.explanation().ticket()),
                Column.text("Explained by", 24, session -> session.explanation().author()),
                Column.time("Explained", session -> session.explanation().at()),
                Column.text("Explanation from", 20, session -> session.explanation().source()),
                Column.text("Findings", 30, session -> Phrases.list(session.findings())));
    }

    private static List<Column<SessionRow>> traces(Places places) {
        return List.of(
                Column.cell("Opened by session", 20, s -> places.sessionLink(s.parentId())),
                Column.number("Depth", 9, SessionRow::depth),
                Column.text("Watched itself", 15, session -> Phrases.yesNo(session.watched())),
                Column.text("Opened by", 34, SessionRow::openedBy),
                Column.text("Openings in detail", 50, s -> Phrases.openings(s.openings())),
                Column.text("Opening event ids", 38, s -> Phrases.list(s.openingEventIds())),
                Column.text("Issued keys never used", 26, s -> Phrases.list(s.issuedUnusedKeys())),
                Column.text("Access keys", 30, session -> Phrases.list(session.accessKeyIds())),
                Column.text("Source addresses", 30, session -> Phrases.parted(session.sourceIps())),
                Column.text("User agents", 40, session -> Phrases.parted(session.userAgents())),
                Column.text("Regions", 26, session -> Phrases.list(session.regions())),
                Column.text("Services", 40, session -> Phrases.counts(session.services())),
                Column.text("Error codes", 30, session -> Phrases.counts(session.errorCodes())),
                Column.text("Actions tied by", 40, session -> Phrases.counts(session.joins())),
                Column.text("Role", 54, session -> session.role().name()),
                Column.text("Permission set", 24, session -> session.role().permissionSet()),
                Column.text("Session name", 30, SessionRow::sessionName),
                Column.text("Source identity", 24, SessionRow::sourceIdentity),
                Column.text("Identity Center user id", 38, session -> session.person().userId()),
                Column.text("Principal id", 50, SessionRow::principalId),
                Column.text("Role arn", 110, session -> session.role().arn()),
                Column.text("Session arn", 80, SessionRow::arn),
                Column.text("Sign-in session arn", 40, SessionRow::signInSessionArn));
    }

    private static CellValue linkToActions(SessionRow session, Places places) {
        return CellValue.link(
                session.id(),
                places.firstAction(session.id()),
                "Go to the first of " + session.actions() + " actions");
    }
}
