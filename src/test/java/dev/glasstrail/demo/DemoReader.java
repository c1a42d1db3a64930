package dev.glasstrail.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Reads back what the generator wrote, with none of the code under test.
final class DemoReader {

    private static final JsonMapper JSON = new JsonMapper();

    /// One copy of a record and the file that holds it.
    record Copy(String key, JsonNode body) {

        String eventId() {
            return body.path("eventID").asText();
        }
    }

    private DemoReader() {}

    static List<String> keys(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /// Every record of every log file, by key and then in the order of the file.
    static List<Copy> records(Path folder) throws IOException {
        List<Copy> copies = new ArrayList<>();
        for (String key : keys(folder)) {
            if (key.contains("/CloudTrail/")) {
                for (JsonNode body : json(folder.resolve(key)).path("Records")) {
                    copies.add(new Copy(key, body));
                }
            }
        }
        return copies;
    }

    static JsonNode json(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
