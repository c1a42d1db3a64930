package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.SampleReports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

final class XlsxSchemaTest {

    @TempDir Path folder;

    @Test
    void everyPartOfAFullReportKeepsToTheSchema() throws Exception {
        assertThat(faults(SampleReports.week(), 13)).isEmpty();
    }

    @Test
    void everyPartOfAnEmptyReportKeepsToTheSchema() throws Exception {
        assertThat(faults(SampleReports.quiet(), 11)).isEmpty();
    }

    @Test
    void aPartThatBreaksTheSchemaIsTold() throws Exception {
        WorksheetDocument sheet = WorksheetDocument.Factory.newInstance();
        sheet.addNewWorksheet().addNewSheetData().addNewRow().addNewC().setR("no address");
        sheet.getWorksheet().addNewSheetFormatPr();

        assertThat(faults("sheet", sheet)).isNotEmpty();
    }

    private List<String> faults(AuditReport report, int parts) throws IOException, XmlException {
        new XlsxReport().render(report, folder);
        List<String> faults = new ArrayList<>();
        int seen = 0;
        try (ZipFile zip = new ZipFile(folder.resolve(XlsxReport.NAME).toFile())) {
            for (ZipEntry entry : parts(zip)) {
                try (InputStream in = zip.getInputStream(entry)) {
                    faults.addAll(faults(entry.getName(), parse(entry.getName(), in)));
                    seen++;
                }
            }
        }
        assertThat(seen).as("parts checked").isEqualTo(parts);
        return faults;
    }

    private static List<ZipEntry> parts(ZipFile zip) {
        return zip.stream()
                .filter(entry -> entry.getName().startsWith("xl/"))
                .filter(entry -> !entry.getName().contains("_rels/"))
                .<ZipEntry>map(entry -> entry)
                .toList();
    }

    private static XmlObject parse(String name, InputStream in) throws IOException, XmlException {
        return switch (name.substring(name.lastIndexOf('/') + 1).replaceAll("\\d*\\.xml$", "")) {
            case "workbook" -> WorkbookDocument.Factory.parse(in);
            case "sheet" -> WorksheetDocument.Factory.parse(in);
            case "styles" -> StyleSheetDocument.Factory.parse(in);
            case "sharedStrings" -> SstDocument.Factory.parse(in);
            case "drawing" -> WsDrDocument.Factory.parse(in);
            case "chart" -> ChartSpaceDocument.Factory.parse(in);
            default -> throw new AssertionError("no schema is known for " + name);
        };
    }

    private static List<String> faults(String name, XmlObject part) {
        List<XmlError> errors = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(errors));
        return errors.stream().map(error -> name + ": " + error).toList();
    }
}
