package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.UseRow;
import java.time.Duration;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;

/// Every use, numbered: what an auditor draws a sample from.
final class PopulationTable {

    private PopulationTable() {}

    static Table<UseRow> of(AuditReport report, Places places) {
        return new Table<>(
                SheetNames.POPULATION,
                columns(places),
                report.uses(),
                2,
                PrintSetup.A3_PAPERSIZE,
                "Nobody broke the glass in this window.");
    }

    private static List<Column<UseRow>> columns(Places places) {
        return List.of(
                Column.number("No.", 7, UseRow::number),
                Column.cell("Use", 20, use -> linkToFirstSession(use, places)),
                Column.text("Person", 30, use -> use.person().name()),
                Column.text("E-mail", 30, use -> use.person().email()),
                Column.text("Person known by", 46, use -> use.person().source()),
                Column.text("Identity Center user id", 38, use -> use.person().userId()),
                Column.text("Glass", 30, UseRow::glass),
                Column.text("Account", 15, UseRow::account),
                Column.time("From", UseRow::from),
                Column.time("To", UseRow::to),
                Column.cell(
                        "Length (h:mm:ss)",
                        17,
                        use -> new CellValue.Span(Duration.between(use.from(), use.to()))),
                Column.text("Could still run", 15, use -> Phrases.yesNo(use.open())),
                Column.number("Sessions", 11, use -> use.sessionIds().size()),
                Column.number("Openings", 11, UseRow::openings),
                Column.number("Never used", 12, UseRow::unused),
                Column.number("Denied", 10, UseRow::denied),
                Column.number("Actions", 10, UseRow::actions),
                Column.number("Reads", 10, UseRow::reads),
                Column.number("Writes", 10, UseRow::writes),
                Column.number("Errors", 10, UseRow::errors),
                Column.text("Classification", 16, UseRow::classification),
                Column.weight(UseRow::severity),
                Column.text("Session ids", 54, use -> Phrases.list(use.sessionIds())));
    }

    private static CellValue linkToFirstSession(UseRow use, Places places) {
        if (use.sessionIds().isEmpty()) {
            return CellValue.text(use.id());
        }
        Place session = places.session(use.sessionIds().getFirst());
        return CellValue.link(use.id(), session, "Go to the first session of this use");
    }
}
