package dev.glasstrail.render.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.glasstrail.render.Artifact;
import dev.glasstrail.render.Renderer;
import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AuditReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes `report.json`, `actions.jsonl` and a JSON Schema of each, and reads them back.
///
/// UTF-8, lines ended by LF, times in UTC to the second, members in the order of the components,
/// maps by key, absent values as null. What could change how a text is shown — control characters,
/// line separators, marks that turn the direction of writing — is escaped. Half a character (a lone
/// surrogate), which strict readers of JSON refuse, becomes U+FFFD: no text in the log can make the
/// report unreadable.
public final class JsonReport implements Renderer {

    static final String REPORT = "report.json";
    static final String ACTIONS = "actions.jsonl";
    static final List<String> SCHEMAS = List.of("report.schema.json", "actions.schema.json");

    @Override
    public List<Artifact> render(AuditReport report, Path folder) throws IOException {
        writeReport(report, folder.resolve(REPORT));
        writeActions(report, folder.resolve(ACTIONS));
        List<Artifact> artifacts = new ArrayList<>();
        artifacts.add(Artifact.of(folder, REPORT));
        artifacts.add(Artifact.of(folder, ACTIONS));
        for (String schema : SCHEMAS) {
            copySchema(schema, folder.resolve(schema));
            artifacts.add(Artifact.of(folder, schema));
        }
        return artifacts;
    }

    /// Reads a report back from its folder, so that the other formats can be made again. Written
    /// again, it gives the same bytes.
    ///
    /// @throws IOException if a file cannot be read or is not of the published format; one line
    ///   that names the file and what is wrong
    public AuditReport read(Path folder) throws IOException {
        return new JsonReportReader().read(folder);
    }

    private static void writeReport(AuditReport report, Path file) throws IOException {
        try (Writer out = open(file)) {
            ReportMapper.pages().writeValue(out, report);
            out.write('\n');
        }
    }

    private static void writeActions(AuditReport report, Path file) throws IOException {
        ObjectWriter lines = ReportMapper.lines();
        try (Writer out = open(file);
                JsonGenerator json = lines.createGenerator(out)) {
            for (List<ActionRow> session : report.actions().sessions()) {
                for (ActionRow row : session) {
                    lines.writeValue(json, row);
                    json.writeRaw('\n');
                }
            }
        }
    }

    private static void copySchema(String name, Path file) throws IOException {
        try (InputStream schema = JsonReport.class.getResourceAsStream(name)) {
            if (schema == null) {
                throw new IllegalStateException(name + " is missing from the program's jar");
            }
            Files.copy(schema, file);
        }
    }

    private static Writer open(Path file) throws IOException {
        CharsetEncoder utf8 =
                StandardCharsets.UTF_8
                        .newEncoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8));
        return new BufferedWriter(
                new OutputStreamWriter(
                        Files.newOutputStream(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        utf8),
                1 << 16);
    }
}
