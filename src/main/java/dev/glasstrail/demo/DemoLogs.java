package dev.glasstrail.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Delivered;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.LogFolder;
import dev.glasstrail.demo.noise.Dice;
import dev.glasstrail.demo.noise.Noise;
import dev.glasstrail.demo.noise.Slot;
import dev.glasstrail.demo.story.Script;
import dev.glasstrail.demo.story.Stories;
import dev.glasstrail.demo.story.Story;
import dev.glasstrail.demo.story.Week;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes the log files of the organisation one at a time: memory grows with the number of files,
/// never with the number of records in them.
final class DemoLogs {

    /// Logs begin before the week: a report reads as far back as credentials can live.
    static final Instant FIRST = Week.FROM.minus(Duration.ofHours(36));

    /// The moment of the audit.
    static final Instant LAST = Week.TO.plus(Duration.ofHours(30));

    private final long seed;
    private final Noise noise;
    private final List<Story> stories;

    DemoLogs(long seed, long noiseRecords) {
        this(seed, noiseRecords, Stories.all());
    }

    /// @param stories in any order: it does not show in what is written
    DemoLogs(long seed, long noiseRecords, List<Story> stories) {
        this.seed = seed;
        this.noise = new Noise(seed, noiseRecords, FIRST, LAST);
        this.stories = stories;
    }

    void writeTo(Store store) throws IOException {
        TrailBucket bucket = new TrailBucket(store);
        SortedMap<LogFile, List<ObjectNode>> files = tellStories();
        Map<LogFile, Slot> slots = new HashMap<>();
        for (Slot slot : noise.slots()) {
            LogFile file = new LogFile(LogFolder.of(slot.account(), slot.region()), slot.mark());
            slots.put(file, slot);
            files.computeIfAbsent(file, ignored -> new ArrayList<>());
        }
        Digests digests = new Digests(FIRST, LAST);
        for (Map.Entry<LogFile, List<ObjectNode>> entry : files.entrySet()) {
            LogFile file = entry.getKey();
            List<ObjectNode> records = entry.getValue();
            Slot slot = slots.get(file);
            if (slot != null) {
                records = new ArrayList<>(records);
                records.addAll(noise.fill(slot));
            }
            if (!records.isEmpty()) {
                digests.add(file.folder(), write(bucket, file, records));
            }
        }
        digests.writeTo(bucket);
        OtherFiles.writeTo(bucket);
    }

    private SortedMap<LogFile, List<ObjectNode>> tellStories() {
        TreeMap<LogFile, TreeMap<String, ObjectNode>> told = new TreeMap<>();
        for (Story story : stories) {
            for (Delivered record : Script.of(story, seed)) {
                told.computeIfAbsent(
                                new LogFile(record.folder(), record.mark()),
                                ignored -> new TreeMap<>())
                        .put(record.eventId(), record.body());
            }
        }
        TreeMap<LogFile, List<ObjectNode>> files = new TreeMap<>();
        told.forEach((file, records) -> files.put(file, List.copyOf(records.values())));
        return files;
    }

    private LoggedFile write(TrailBucket bucket, LogFile file, List<ObjectNode> records)
            throws IOException {
        Dice dice = new Dice(seed, file.folder() + "/" + file.mark());
        String key = file.key(dice.letters(16));
        ArrayNode shuffled = Json.list();
        Instant oldest = Instant.MAX;
        Instant newest = Instant.MIN;
        for (ObjectNode record : dice.shuffled(records)) {
            shuffled.add(record);
            Instant time = Instant.parse(record.path("eventTime").asText());
            oldest = time.isBefore(oldest) ? time : oldest;
            newest = time.isAfter(newest) ? time : newest;
        }
        String hash = bucket.putJson(key, Json.object("Records", shuffled));
        return new LoggedFile(file.mark(), key, hash, oldest, newest);
    }
}
