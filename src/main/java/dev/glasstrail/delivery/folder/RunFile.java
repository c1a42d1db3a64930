package dev.glasstrail.delivery.folder;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.glasstrail.delivery.Bundle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

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
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
