package dev.glasstrail.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The records of a folder of logs, one by one.
final class DemoRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoRecords() {}

    /// Those that CloudTrail's event history has too, each JSON.
    static List<String> withoutDataEvents(Path logs) throws IOException {
        List<String> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(DemoRecords::isLog).sorted().toList()) {
                try (InputStream log = new GZIPInputStream(Files.newInputStream(file))) {
                    for (JsonNode record : JSON.readTree(log).path("Records")) {
                        if (record.path("managementEvent").asBoolean(true)) {
                            records.add(record.toString());
                        }
                    }
                }
            }
        }
        return records;
    }

    /// A folder with one log file of these records.
    static Path written(List<String> records, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("log.json"), "{\"Records\":[" + String.join(",", records) + "]}");
        return folder;
    }

    private static boolean isLog(Path file) {
        return file.toString().endsWith(".json.gz") && file.toString().contains("/CloudTrail/");
    }
}
