package dev.glasstrail.render.xlsx;

import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/// How a sheet goes on paper: landscape, fitted to the width, numbered.
final class PrintedPage {

    private static final int SUMMARY_PERCENT = 90;

    /// The height of the rows that a printed page of the first sheet takes.
    static final double SUMMARY_POINTS = 512 * 100.0 / SUMMARY_PERCENT;

    private static final double SIDE_INCHES = 0.4;
    private static final double FOOT_INCHES = 0.6;
    private static final int LEGIBLE_ON_A3 = 420;
    private static final int LEGIBLE_ON_A4 = 290;

    private PrintedPage() {}

    /// A table: its header and frozen columns are repeated. It is fitted to one page across, or to
    /// as many as keep it legible.
    ///
    /// @param paper [PrintSetup#A3_PAPERSIZE] or [PrintSetup#A4_PAPERSIZE]
    /// @param characters the width of all its columns
    static void ofTable(SXSSFSheet sheet, short paper, int frozenColumns, int characters) {
        int legible = paper == PrintSetup.A3_PAPERSIZE ? LEGIBLE_ON_A3 : LEGIBLE_ON_A4;
        PrintSetup setup = landscape(sheet, paper);
        sheet.setFitToPage(true);
        setup.setFitWidth((short) Math.ceilDiv(characters, legible));
        setup.setFitHeight((short) 0);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        if (characters > legible) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, frozenColumns - 1));
        }
    }

    /// The first sheet, which is as wide as a page by design and breaks where it says: a sheet
    /// fitted to a page would lose its breaks.
    static void ofSummary(SXSSFSheet sheet) {
        landscape(sheet, PrintSetup.A4_PAPERSIZE).setScale((short) SUMMARY_PERCENT);
        sheet.setHorizontallyCenter(true);
    }

    private static PrintSetup landscape(SXSSFSheet sheet, short paper) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(paper);
        setup.setLandscape(true);
        sheet.setMargin(PageMargin.LEFT, SIDE_INCHES);
        sheet.setMargin(PageMargin.RIGHT, SIDE_INCHES);
        sheet.setMargin(PageMargin.TOP, SIDE_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, FOOT_INCHES);
        sheet.setMargin(PageMargin.FOOTER, SIDE_INCHES / 2);
        Footer footer = sheet.getFooter();
        footer.setLeft("Break-glass report · &A · times are UTC");
        footer.setRight("Page &P of &N");
        return setup;
    }
}
