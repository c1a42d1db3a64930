package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.Answer;
import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Finding;
import dev.glasstrail.report.Severity;
import dev.glasstrail.report.Unproven;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// The first sheet: what a reader must know before any table.
final class SummarySheet {

    private static final int LAST = SummaryGrid.BLOCKS - 1;
    private static final int FINDINGS_SHOWN = 8;
    private static final double LINE = 18;
    private static final double GAP = 10;

    private final AuditReport report;
    private final Places places;
    private final SummaryGrid grid;

    private SummarySheet(AuditReport report, Places places, SummaryGrid grid) {
        this.report = report;
        this.places = places;
        this.grid = grid;
    }

    /// Writes the sheet; it is the workbook's first.
    static void write(
            SXSSFWorkbook workbook,
            CellWriter cells,
            Limits limits,
            AuditReport report,
            Places places) {
        SXSSFSheet sheet = workbook.createSheet(SheetNames.SUMMARY);
        sheet.setDisplayGridlines(false);
        SummaryGrid grid = new SummaryGrid(sheet, cells, limits.characters());
        new SummarySheet(report, places, grid).write(workbook);
        grid.finish();
        PrintedPage.ofSummary(sheet);
    }

    private void write(SXSSFWorkbook workbook) {
        new SummaryHead(report, grid).write();
        answers();
        unproven();
        findings();
        boolean charted = !report.usesOverTime().isEmpty();
        int chartRow = charted ? chartRows() : -1;
        SummaryFacts facts = new SummaryFacts(report, grid);
        facts.write();
        if (charted) {
            int firstFigure = facts.writeFigures();
            SummaryChart.draw(
                    workbook.getXSSFWorkbook().getSheet(SheetNames.SUMMARY),
                    report.usesOverTime(),
                    chartRow,
                    firstFigure);
        }
    }

    private void answers() {
        grid.section("Six questions", 3 * LINE);
        for (Answer answer : report.answers()) {
            grid.keep(4 * LINE);
            grid.row(20);
            grid.words(0, 1, answer.question(), Face.STRONG);
            grid.words(LAST, LAST, "● " + answer.state(), Face.chip(answer.state()));
            grid.prose(2, LAST - 1, answer.figure(), Face.FIGURE);
            grid.row(LINE);
            grid.fill(Face.ANSWER);
            grid.prose(2, LAST, answer.text(), Face.ANSWER);
        }
        grid.space(GAP);
    }

    private void unproven() {
        grid.section("What could not be proven", Math.min(10, report.unproven().size()) * LINE);
        if (report.unproven().isEmpty()) {
            sentence("Nothing that this report was asked to prove is left open.");
        }
        for (Unproven unproven : report.unproven()) {
            sentence(unproven.text());
        }
        grid.space(GAP);
    }

    private void sentence(String text) {
        grid.row(LINE);
        grid.prose(0, LAST, text, Face.ANSWER);
    }

    private void findings() {
        grid.section("Findings by severity", 5 * LINE);
        grid.row(20);
        List<Severity> severities = List.of(Severity.values());
        for (int i = 0; i < severities.size(); i++) {
            grid.words(i, i, "● " + severities.get(i), Face.chip(severities.get(i)));
        }
        grid.link(LAST, LAST, "All findings", new Place(SheetNames.FINDINGS, 0), "Go to the sheet");
        grid.row(32);
        for (int i = 0; i < severities.size(); i++) {
            int count = report.totals().findings().getOrDefault(severities.get(i), 0);
            grid.number(i, count, Face.CHIP_FIGURE);
        }
        for (Finding finding : report.findings().stream().limit(FINDINGS_SHOWN).toList()) {
            finding(finding);
        }
        int more = report.findings().size() - FINDINGS_SHOWN;
        if (more > 0) {
            sentence(more + " more on the sheet Findings.");
        }
        grid.space(GAP);
    }

    private void finding(Finding finding) {
        grid.row(LINE + 2);
        grid.fill(Face.BODY);
        Severity severity = finding.severity();
        grid.words(0, 0, "● " + severity, Face.chip(severity));
        if (finding.at() != null) {
            grid.time(4, finding.at(), Face.TIME);
        }
        Place session = places.session(finding.sessionId());
        if (session != null && finding.sessionId() != null) {
            grid.link(LAST, LAST, finding.sessionId(), session, "Go to this session");
        }
        Place use = places.use(finding.useId());
        if (use != null && finding.useId() != null) {
            grid.link(3, 3, finding.useId(), use, "Go to this use");
        }
        grid.prose(1, 2, finding.title(), Face.BODY);
    }

    private int chartRows() {
        grid.section("Uses and refused attempts over time", SummaryChart.ROWS * LINE);
        int first = grid.row(LINE);
        for (int i = 1; i < SummaryChart.ROWS; i++) {
            grid.space(LINE);
        }
        grid.space(GAP);
        return first;
    }
}
