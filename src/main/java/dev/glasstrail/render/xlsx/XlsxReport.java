package dev.glasstrail.render.xlsx;

import dev.glasstrail.render.Artifact;
import dev.glasstrail.render.Renderer;
import dev.glasstrail.report.AuditReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes `usage-report.xlsx`: the sheets Summary, Population, Sessions, Actions, Denied, Alarm,
/// Findings and Coverage, in this order.
///
/// Rows are streamed through temporary files in the same folder, so memory does not grow with the
/// actions. Nothing is cut: a text longer than a cell goes on in columns beside it, a table longer
/// than a sheet on a second one, such as `Actions 2`. No text from a log can become a formula.
public final class XlsxReport implements Renderer {

    /// The file this renderer writes.
    public static final String NAME = "usage-report.xlsx";

    private static final int ROWS_IN_MEMORY = 100;

    private final Limits limits;

    /// A renderer within the limits of the file format.
    public XlsxReport() {
        this(Limits.EXCEL);
    }

    XlsxReport(Limits limits) {
        this.limits = limits;
    }

    @Override
    public List<Artifact> render(AuditReport report, Path folder) throws IOException {
        try (RowFiles _ = RowFiles.in(folder);
                SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), ROWS_IN_MEMORY)) {
            describe(workbook.getXSSFWorkbook(), report);
            write(report, workbook);
            try (OutputStream out = Files.newOutputStream(folder.resolve(NAME))) {
                workbook.write(out);
            }
        } catch (RuntimeException e) {
            // The streaming sheets wrap what the disk says: a full disk is no bug of ours.
            if (e.getCause() instanceof IOException disk) {
                throw new IOException(NAME + ": cannot write its rows: " + disk.getMessage(), disk);
            }
            throw e;
        }
        return List.of(Artifact.of(folder, NAME));
    }

    private void write(AuditReport report, SXSSFWorkbook workbook) {
        CellWriter cells = new CellWriter(workbook, new Styles(workbook.getXSSFWorkbook()));
        Places places = new Places(report, limits);
        SummarySheet.write(workbook, cells, limits, report, places);
        TableWriter.write(workbook, cells, limits, PopulationTable.of(report, places));
        TableWriter.write(workbook, cells, limits, SessionsTable.of(report, places));
        TableWriter.write(workbook, cells, limits, ActionsTable.of(report));
        TableWriter.write(workbook, cells, limits, DeniedTable.of(report, places));
        TableWriter.write(workbook, cells, limits, AlarmTable.of(report, places));
        TableWriter.write(workbook, cells, limits, FindingsTable.of(report, places));
        TableWriter.write(workbook, cells, limits, CoverageTable.of(report));
    }

    /// The time of making is the report's, never the clock's: the same report gives the same bytes.
    private static void describe(XSSFWorkbook workbook, AuditReport report) {
        POIXMLProperties properties = workbook.getProperties();
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        Optional<Date> asOf = Optional.of(Date.from(report.window().asOf()));
        core.setCreated(asOf);
        core.setModified(asOf);
        core.setCreator(report.tool().name() + " " + report.tool().version());
        core.setTitle("Break-glass report " + report.window().label());
        properties.getExtendedProperties().setApplication(report.tool().name());
    }
}
