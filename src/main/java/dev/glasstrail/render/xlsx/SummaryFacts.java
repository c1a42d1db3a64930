package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.CheckState;
import dev.glasstrail.report.PeriodCount;
import dev.glasstrail.report.Scope;
import dev.glasstrail.report.SourceSection;
import java.time.Instant;
import java.util.List;

/// The lower half of the first sheet: what was watched, what was read, what the other sheets hold.
final class SummaryFacts {

    private static final int LAST = SummaryGrid.BLOCKS - 1;
    private static final double LINE = 18;
    private static final double GAP = 10;

    private final AuditReport report;
    private final SummaryGrid grid;

    SummaryFacts(AuditReport report, SummaryGrid grid) {
        this.report = report;
        this.grid = grid;
    }

    void write() {
        sheets();
        scope();
        source();
    }

    /// Writes the numbers that the chart shows.
    ///
    /// @return the row of the first, counted from 0
    int writeFigures() {
        grid.section("Figures behind the chart", 4 * LINE);
        grid.row(20);
        grid.words(0, 0, "Period", Face.COLUMN);
        grid.words(1, 1, "From (UTC)", Face.COLUMN);
        grid.words(2, 2, "Uses", Face.COLUMN.right());
        grid.words(3, 3, "Refused attempts", Face.COLUMN.right());
        int first = -1;
        for (PeriodCount count : report.usesOverTime()) {
            int row = grid.row(LINE);
            first = first < 0 ? row : first;
            grid.words(0, 0, count.label(), Face.BODY);
            grid.time(1, count.from(), Face.TIME);
            grid.number(2, count.uses(), Face.NUMBER);
            grid.number(3, count.denied(), Face.NUMBER);
        }
        return first;
    }

    private void sheets() {
        grid.section("Sheets", 4 * LINE);
        sheet(SheetNames.POPULATION, report.uses().size(), "every use, numbered, to sample from");
        sheet(
                SheetNames.SESSIONS,
                report.sessions().size(),
                "every session with its evidence, carried ones too; its id leads to what it did");
        sheet(
                SheetNames.ACTIONS,
                report.actions().size(),
                "every action in order, those of carried sessions too; long texts go on in the next column");
        sheet(
                SheetNames.DENIED,
                (long) report.deniedOpenings().size() + report.unusedOpenings().size(),
                "refused attempts, and credentials that were issued and never used");
        sheet(
                SheetNames.ALARM,
                (long) report.alarm().openings().size() + report.alarm().rules().size(),
                "whether the alarm rang for each opening, and what each rule's metrics say");
        sheet(
                SheetNames.FINDINGS,
                (long) report.findings().size() + report.guards().size(),
                "what someone must look at, and every touch of what may watch the glass");
        sheet(
                SheetNames.COVERAGE,
                report.source().coverage().size(),
                "what was read for each account and region, and what could not be read");
        grid.space(GAP);
    }

    private void sheet(String name, long rows, String text) {
        grid.row(LINE);
        grid.fill(Face.BODY);
        grid.link(0, 0, name, new Place(name, 0), "Go to the sheet");
        grid.number(1, rows, Face.NUMBER);
        grid.words(2, LAST, text, Face.ANSWER);
    }

    private void scope() {
        Scope scope = report.scope();
        grid.section("What was watched", 4 * LINE);
        for (Scope.WatchedGlass glass : scope.glasses()) {
            fact("Watched " + glass.kind(), glass.pattern());
        }
        fact(
                "Accounts asked for",
                scope.accounts().isEmpty()
                        ? "every account in the logs"
                        : Phrases.list(scope.accounts()));
        fact("Accounts with records", orNone(scope.accountsSeen()));
        fact("Regions with records", orNone(scope.regionsSeen()));
        scope.notCovered().forEach(sentence -> fact("Not covered", sentence));
        grid.space(GAP);
    }

    private static String orNone(List<String> values) {
        return values.isEmpty() ? "none" : Phrases.list(values);
    }

    private void source() {
        SourceSection source = report.source();
        grid.section("What was read", 4 * LINE);
        fact("Source", source.kind());
        figure("Records read", source.records());
        figure("Records kept", source.kept());
        figure("Further copies left out", source.duplicates());
        figure("Read: " + source.measure(), source.bytes());
        source.files().forEach((kind, count) -> figure("Files: " + kind, count));
        figure("Inputs not read whole", source.unreadable().size());
        latestRecord();
        figure("Digest files seen", report.integrity().digestFiles());
        check("Log integrity", report.integrity().state(), report.integrity().text());
        check("Alarm", report.alarm().state(), report.alarm().text());
        grid.space(GAP);
    }

    private void latestRecord() {
        Instant watermark = report.window().watermark();
        if (watermark == null) {
            fact("Latest record (UTC)", "none was read");
            return;
        }
        label("Latest record (UTC)");
        grid.time(2, watermark, Face.TIME.left());
    }

    private void fact(String label, String text) {
        label(label);
        grid.prose(2, LAST, text, Face.ANSWER);
    }

    private void check(String label, CheckState state, String text) {
        label(label);
        grid.words(LAST, LAST, "● " + state, Face.chip(state));
        grid.prose(2, LAST - 1, text, Face.ANSWER);
    }

    private void figure(String label, long figure) {
        label(label);
        grid.number(2, figure, Face.NUMBER.left());
    }

    private void label(String label) {
        grid.row(LINE);
        grid.fill(Face.BODY);
        grid.words(0, 1, label, Face.STRONG.lined());
    }
}
