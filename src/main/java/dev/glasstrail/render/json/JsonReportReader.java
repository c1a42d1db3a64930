package dev.glasstrail.render.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.report.ActionLog;
import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AuditReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a report back from its folder, so that the other formats can be made again.
///
/// Written again, the report gives the same bytes. Anything that the published format does not
/// allow is refused: unknown or missing members, another type, null where a value is due.
final class JsonReportReader {

    AuditReport read(Path folder) throws IOException {
        ActionLog actions = readActions(folder.resolve(JsonReport.ACTIONS));
        try (BufferedReader in = Files.newBufferedReader(folder.resolve(JsonReport.REPORT))) {
            JsonNode document = ReportMapper.reading().readTree(in);
            if (!(document instanceof ObjectNode report) || report.has("actions")) {
                throw new IOException(
                        JsonReport.REPORT + ": want one object without a member \"actions\"");
            }
            checkSchema(report.path("schema").asText());
            report.putPOJO("actions", actions);
            return ReportMapper.reading().treeToValue(report, AuditReport.class);
        } catch (JsonProcessingException e) {
            throw refusal(JsonReport.REPORT, e);
        }
    }

    private static void checkSchema(String found) throws IOException {
        if (!found.equals(AuditReport.SCHEMA)) {
            throw new IOException(
                    "%s: schema is \"%s\", this version reads \"%s\""
                            .formatted(JsonReport.REPORT, found, AuditReport.SCHEMA));
        }
    }

    private static ActionLog readActions(Path file) throws IOException {
        ObjectReader reader = ReportMapper.reading().readerFor(ActionRow.class);
        List<ActionRow> rows = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows.add(readAction(reader, line, rows.size() + 1));
            }
        }
        return ActionLog.of(rows);
    }

    private static ActionRow readAction(ObjectReader reader, String line, int number)
            throws IOException {
        try {
            return reader.readValue(line);
        } catch (JsonProcessingException e) {
            throw refusal(JsonReport.ACTIONS + " line " + number, e);
        }
    }

    private static IOException refusal(String where, JsonProcessingException e) {
        String path = e instanceof JsonMappingException mapping ? pathOf(mapping) : "";
        // What follows are hints on how to configure the parser.
        String what = e.getOriginalMessage().split(";| \\(but could", 2)[0];
        return new IOException(where + (path.isEmpty() ? "" : " at " + path) + ": " + what, e);
    }

    /// Where in the document it is, such as `uses[0].severity`.
    private static String pathOf(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            String name = step.getFieldName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
