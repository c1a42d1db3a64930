package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.PeriodCount;
import java.util.HexFormat;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/// The chart of the first sheet: uses and refused attempts, one bar for each period.
final class SummaryChart {

    /// How many rows it covers.
    static final int ROWS = 14;

    private static final String USES = "2563EB";
    private static final String DENIED = "F59E0B";
    private static final String GRID_LINE = "E2E8F0";
    private static final String LABEL = "475569";
    private static final int LABEL_HUNDREDTHS = 900;
    private static final int MOST_GRID_LINES = 4;

    private SummaryChart() {}

    /// Draws it from `firstRow` on, with the figures that stand from `firstFigure` on.
    static void draw(XSSFSheet sheet, List<PeriodCount> counts, int firstRow, int firstFigure) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int right = SummaryGrid.column(SummaryGrid.BLOCKS - 1) + 1;
        XSSFClientAnchor anchor =
                drawing.createAnchor(
                        0, 0, 0, 0, SummaryGrid.column(0), firstRow, right, firstRow + ROWS);
        XSSFChart chart = drawing.createChart(anchor);
        describe(chart);
        XDDFCategoryAxis across = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
        shape(across, up, counts);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, across, up);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(BarGrouping.STACKED);
        bars.setOverlap((byte) 100);
        bars.setGapWidth(70);
        bars.setVaryColors(false);
        Figures figures = new Figures(sheet, counts, firstFigure);
        series(bars, figures, 2, "Uses", USES, PeriodCount::uses);
        series(bars, figures, 3, "Refused attempts", DENIED, PeriodCount::denied);
        chart.plot(bars);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        frame(chart);
    }

    /// For those who hear the sheet read.
    private static void describe(XSSFChart chart) {
        chart.getGraphicFrame().setName("Uses and refused attempts over time");
        chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr("One column for each period. Its figures stand at the end of the sheet.");
    }

    private static void shape(XDDFCategoryAxis across, XDDFValueAxis up, List<PeriodCount> counts) {
        across.setMajorTickMark(AxisTickMark.NONE);
        across.getOrAddShapeProperties().setLineProperties(line(GRID_LINE));
        up.setCrossBetween(AxisCrossBetween.BETWEEN);
        up.setMajorTickMark(AxisTickMark.NONE);
        up.setMinimum(0);
        up.setMajorUnit(step(counts));
        up.setNumberFormat("0");
        up.getOrAddShapeProperties()
                .setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
        up.getOrAddMajorGridProperties().setLineProperties(line(GRID_LINE));
    }

    /// Whole numbers on the axis, and few of them: 1, 2, 5, 10, 20, 50 …
    private static double step(List<PeriodCount> counts) {
        int highest = counts.stream().mapToInt(c -> c.uses() + c.denied()).max().orElse(0);
        double step = 1;
        for (double decade = 1; step * MOST_GRID_LINES < highest; decade *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                step = factor * decade;
                if (step * MOST_GRID_LINES >= highest) {
                    break;
                }
            }
        }
        return step;
    }

    private static void series(
            XDDFBarChartData bars,
            Figures figures,
            int block,
            String title,
            String colour,
            ToIntFunction<PeriodCount> figure) {
        XDDFChartData.Series series =
                bars.addSeries(figures.labels(), figures.numbers(block, figure));
        series.setTitle(title, null);
        series.setFillProperties(new XDDFSolidFillProperties(colour(colour)));
    }

    private static XDDFLineProperties line(String colour) {
        return new XDDFLineProperties(new XDDFSolidFillProperties(colour(colour)));
    }

    private static XDDFColor colour(String colour) {
        return XDDFColor.from(HexFormat.of().parseHex(colour));
    }

    /// The look of what is not a bar; the sheet itself carries the title.
    private static void frame(XSSFChart chart) {
        chart.setAutoTitleDeleted(true);
        CTChartSpace space = chart.getCTChartSpace();
        space.addNewRoundedCorners().setVal(false);
        chart.getOrAddShapeProperties().setLineProperties(line(GRID_LINE));
        CTTextBody text = space.addNewTxPr();
        text.addNewBodyPr();
        CTTextCharacterProperties letters = text.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(LABEL_HUNDREDTHS);
        letters.addNewSolidFill().addNewSrgbClr().setVal(HexFormat.of().parseHex(LABEL));
        letters.addNewLatin().setTypeface(Styles.FONT);
    }

    /// The figures as the sheet holds them. Streamed rows cannot be read back, so the chart's own
    /// copy of them is given along with their place.
    private record Figures(XSSFSheet sheet, List<PeriodCount> counts, int firstRow) {

        XDDFCategoryDataSource labels() {
            String[] labels =
                    counts.stream()
                            .map(count -> CellText.visible(count.label()))
                            .toArray(String[]::new);
            return XDDFDataSourcesFactory.fromArray(labels, range(0), 0);
        }

        XDDFNumericalDataSource<Integer> numbers(int block, ToIntFunction<PeriodCount> figure) {
            Integer[] numbers = counts.stream().map(figure::applyAsInt).toArray(Integer[]::new);
            return XDDFDataSourcesFactory.fromArray(numbers, range(block), block);
        }

        private String range(int block) {
            int column = SummaryGrid.column(block);
            return new CellRangeAddress(firstRow, firstRow + counts.size() - 1, column, column)
                    .formatAsString(sheet.getSheetName(), true);
        }
    }
}
