package dev.glasstrail.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.glasstrail.demo.story.Stories;
import dev.glasstrail.demo.story.Story;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// A bucket in memory, read back with none of the code under test.
final class DemoBucket {

    private static final JsonMapper JSON = new JsonMapper();

    private final NavigableMap<String, byte[]> objects = new TreeMap<>();

    /// One copy of a record and the file that holds it.
    record Copy(String key, JsonNode body) {

        String eventId() {
            return body.path("eventID").asText();
        }
    }

    static DemoBucket written(long seed, long noiseRecords) {
        return written(seed, noiseRecords, Stories.all());
    }

    static DemoBucket written(long seed, long noiseRecords, List<Story> stories) {
        DemoBucket bucket = new DemoBucket();
        try {
            new DemoLogs(seed, noiseRecords, stories).writeTo(bucket.objects::put);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bucket;
    }

    /// Every object by key, in the order of keys.
    NavigableMap<String, byte[]> objects() {
        return Collections.unmodifiableNavigableMap(objects);
    }

    List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    /// Every record of every log file, by key and then in the order of the file.
    List<Copy> records() {
        List<Copy> copies = new ArrayList<>();
        for (String key : keys()) {
            if (key.contains("/CloudTrail/")) {
                for (JsonNode body : json(key).path("Records")) {
                    copies.add(new Copy(key, body));
                }
            }
        }
        return copies;
    }

    JsonNode json(String key) {
        return json(objects.getOrDefault(key, new byte[0]));
    }

    static JsonNode json(byte[] compressed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
