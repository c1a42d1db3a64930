package dev.glasstrail.trail.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glasstrail.trail.GuardCalls;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Reads public recordings of real trails, which are not part of this project.
final class RealTrailsTest {

    private String folder = "";

    @BeforeEach
    void findTrails() {
        String given = System.getenv("GLASSTRAIL_REAL_TRAILS");
        assumeTrue(
                given != null && !given.isBlank(),
                "GLASSTRAIL_REAL_TRAILS names no folder with real trails");
        folder = String.valueOf(given);
    }

    @Test
    void everyRecordOfBoogyIsRead() throws Exception {
        assertThat(summary("boogy"))
                .isEqualTo(
                        """
                        records 1685, all bytes
                        7 log files
                        """);
    }

    @Test
    void everyRecordOfStratusIsRead() throws Exception {
        assertThat(summary("stratus"))
                .isEqualTo(
                        """
                        records 310, all bytes
                        35 log files
                        """);
    }

    @Test
    void theRecordOfBigeventHasLostItsIdAndIsNamed() throws Exception {
        assertThat(summary("bigevent"))
                .isEqualTo(
                        """
                        records 0, all bytes
                        1 unreadable files
                        bigEvent.json#1 has no eventID; 0 read
                        """);
    }

    @Test
    void recordsInEventBridgesEnvelopeAreReadAndItsOtherEventsAreForeign() throws Exception {
        assertThat(summary("custodian-eventbridge"))
                .isEqualTo(
                        """
                        records 23, all bytes
                        23 log files
                        12 other files
                        1 unreadable files
                        event-cloud-trail-bedrock-create-customization-jobs.json#1 has no eventID; 0 read
                        """);
    }

    @Test
    void theNeedsOfAnAuditPickRecordsOutOfStratus() throws Exception {
        List<String> touched = new ArrayList<>();
        source("stratus")
                .read(
                        request(new Need.GuardTouches()),
                        event -> {
                            assertThat(GuardCalls.touches(event)).isTrue();
                            touched.add(event.call().name());
                        });

        touched.sort(null);
        assertThat(touched).contains("DeleteTrail", "PutEventSelectors", "StopLogging");
    }

    /// The reading without its coverage, which is as long as the recordings are scattered.
    private String summary(String name) throws Exception {
        Reading reading = source(name).read(request(new Need.GuardTouches()), _ -> {});
        long bytes = 0;
        try (Stream<Path> files = Files.walk(trail(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return Shown.reading(reading, bytes)
                .lines()
                .filter(line -> !line.startsWith("seen "))
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    private Path trail(String name) {
        return Path.of(folder, name, "files");
    }

    private FilesTrailSource source(String name) {
        return new FilesTrailSource(trail(name), FileLimits.defaults());
    }

    private static ReadRequest request(Need need) {
        return new ReadRequest(
                Instant.parse("2006-01-01T00:00:00Z"),
                Instant.parse("2100-01-01T00:00:00Z"),
                List.of(need),
                Progress.NONE);
    }
}
