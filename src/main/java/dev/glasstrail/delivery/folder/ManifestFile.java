package dev.glasstrail.delivery.folder;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.glasstrail.delivery.Bundle;
import dev.glasstrail.render.Artifact;
import dev.glasstrail.report.ReportWindow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/// `manifest.json`: from what and with what a report was made, and the SHA-256 of every file.
final class ManifestFile {

    static final String NAME = "manifest.json";

    private static final String SCHEMA = "glasstrail/manifest/1";

    private ManifestFile() {}

    static void write(Path folder, Bundle bundle, List<Artifact> files) throws IOException {
        try (OutputStream out = create(folder.resolve(NAME));
                JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            writeWindow(json, bundle.window());
            json.writeStringField("asOf", time(bundle.window().asOf()));
            json.writeStringField("settingsDigest", bundle.settingsDigest());
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", bundle.tool().name());
            json.writeStringField("version", bundle.tool().version());
            json.writeEndObject();
            json.writeArrayFieldStart("inputs");
            List<Bundle.Input> inputs =
                    bundle.inputs().stream()
                            .sorted(Comparator.comparing(Bundle.Input::name))
                            .toList();
            for (Bundle.Input input : inputs) {
                writeFile(json, input.name(), input.bytes(), input.sha256());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("files");
            for (Artifact file : files) {
                writeFile(json, file.name(), file.bytes(), file.sha256());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /// Pretty JSON in ASCII with LF, the same on every platform; closing it leaves `out` open.
    static JsonGenerator generator(OutputStream out) throws IOException {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        Separators separators =
                Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("");
        JsonGenerator json =
                JsonMapper.builder()
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .build()
                        .createGenerator(out, JsonEncoding.UTF8);
        return json.setPrettyPrinter(
                new DefaultPrettyPrinter(separators)
                        .withObjectIndenter(indent)
                        .withArrayIndenter(indent));
    }

    static OutputStream create(Path file) throws IOException {
        return new BufferedOutputStream(
                Files.newOutputStream(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /// ISO-8601 in UTC, to the second.
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void writeWindow(JsonGenerator json, ReportWindow window) throws IOException {
        json.writeObjectFieldStart("window");
        json.writeStringField("label", window.label());
        json.writeStringField("from", time(window.from()));
        json.writeStringField("to", time(window.to()));
        json.writeNumberField("revision", window.revision());
        json.writeBooleanField("provisional", window.provisional());
        json.writeEndObject();
    }

    private static void writeFile(JsonGenerator json, String name, long bytes, String sha256)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeNumberField("bytes", bytes);
        json.writeStringField("sha256", sha256);
        json.writeEndObject();
    }
}
