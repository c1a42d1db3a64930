package dev.glasstrail.delivery.folder;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.glasstrail.delivery.Bundle;
import dev.glasstrail.trail.Reading.QueryRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// `run.json`: what differs from run to run. It is in no manifest and no comparison.
final class RunFile {

    static final String NAME = "run.json";

    private RunFile() {}

    static void write(Path folder, Bundle.RunNotes run, Instant finishedAt) throws IOException {
        try (OutputStream out = ManifestFile.create(folder.resolve(NAME));
                JsonGenerator json = ManifestFile.generator(out)) {
            json.writeStartObject();
            json.writeStringField("schema", "glasstrail/run/1");
            json.writeStringField("startedAt", ManifestFile.time(run.startedAt()));
            json.writeStringField("finishedAt", ManifestFile.time(finishedAt));
            json.writeNumberField(
                    "durationMillis", Duration.between(run.startedAt(), finishedAt).toMillis());
            json.writeStringField("host", run.host());
            json.writeStringField("startedBy", run.startedBy());
            writeQueries(json, run.queries());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeQueries(JsonGenerator json, List<QueryRun> queries)
            throws IOException {
        json.writeNumberField(
                "bytesScanned", queries.stream().mapToLong(QueryRun::bytesScanned).sum());
        json.writeArrayFieldStart("queries");
        for (QueryRun query : queries) {
            json.writeStartObject();
            json.writeStringField("name", query.name());
            json.writeStringField("id", query.id());
            json.writeStringField("engine", query.engine());
            json.writeNumberField("bytesScanned", query.bytesScanned());
            json.writeNumberField("queueMillis", query.queueMillis());
            json.writeNumberField("runMillis", query.runMillis());
            json.writeNumberField("rows", query.rows());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
