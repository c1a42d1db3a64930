package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.ReportWindow;
import dev.glasstrail.report.Totals;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The top of the first sheet: whose report this is, of which time, and its big figures.
final class SummaryHead {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final int LAST = SummaryGrid.BLOCKS - 1;
    private static final double LINE = 18;
    private static final double GAP = 10;

    private final AuditReport report;
    private final SummaryGrid grid;

    SummaryHead(AuditReport report, SummaryGrid grid) {
        this.report = report;
        this.grid = grid;
    }

    void write() {
        band();
        provisional();
        grid.space(GAP);
        cards();
        grid.space(GAP);
    }

    private void band() {
        ReportWindow window = report.window();
        grid.band(Face.BAND);
        bandRow(18, Face.BAND_TAG, "AUDIT REPORT   BREAK-GLASS ACCESS", Face.BAND_ASIDE, "");
        bandRow(32, Face.BAND_TITLE, "Use of emergency access", Face.BAND_ASIDE, window.label());
        bandRow(
                20,
                Face.BAND_TEXT,
                day(window.from()) + " to " + day(window.to()) + " UTC, the end not included",
                Face.BAND_ASIDE,
                "Made as of " + Phrases.time(window.asOf()) + " UTC");
        bandRow(
                24,
                Face.BAND_FOOT,
                "Revision "
                        + window.revision()
                        + (window.provisional() ? ", provisional" : ", final"),
                Face.BAND_FOOT.right(),
                report.tool().name() + " " + report.tool().version());
    }

    private void provisional() {
        ReportWindow window = report.window();
        if (!window.provisional()) {
            return;
        }
        String because = window.provisionalBecause();
        grid.space(8);
        grid.row(LINE);
        String text = because == null ? "● Provisional." : "● Provisional. " + because;
        grid.prose(0, LAST, text, Face.WARNING);
    }

    private void bandRow(double points, Face left, String text, Face right, String aside) {
        grid.row(points);
        grid.band(left);
        grid.words(0, 3, text, left);
        grid.words(4, LAST, aside, right);
    }

    private static String day(Instant at) {
        return DAY.format(at);
    }

    private void cards() {
        List<Card> cards = figures(report.totals());
        grid.row(18);
        for (int i = 0; i < cards.size(); i++) {
            grid.words(i, i, cards.get(i).label(), Face.CARD_LABEL);
        }
        grid.row(30);
        for (int i = 0; i < cards.size(); i++) {
            grid.number(i, cards.get(i).figure(), Face.CARD_FIGURE);
        }
        grid.row(30);
        for (int i = 0; i < cards.size(); i++) {
            grid.prose(i, i, cards.get(i).note(), Face.CARD_NOTE);
        }
    }

    private static List<Card> figures(Totals totals) {
        String people = counted(totals.people(), "person", "people");
        String accounts = counted(totals.accounts(), "account", "accounts");
        String sessions =
                String.format(
                        Locale.ROOT,
                        "%,d chained, %,d could still run, %,d more carried over",
                        totals.chained(),
                        totals.open(),
                        totals.carried());
        String actions =
                String.format(
                        Locale.ROOT,
                        "%,d reads, %,d writes, %,d unmarked",
                        totals.reads(),
                        totals.writes(),
                        totals.unknownAccess());
        return List.of(
                new Card("Uses", totals.uses(), "by " + people + " in " + accounts),
                new Card("Sessions", totals.sessions(), sessions),
                new Card(
                        "Openings",
                        totals.openings(),
                        String.format(Locale.ROOT, "%,d never used", totals.unused())),
                new Card("Refused attempts", totals.denied(), "on the watched identities"),
                new Card("Actions", totals.actions(), actions),
                new Card("Errors", totals.errors(), "actions that were refused or failed"));
    }

    private static String counted(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    private record Card(String label, long figure, String note) {}
}
