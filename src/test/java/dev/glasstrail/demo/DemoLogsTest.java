package dev.glasstrail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.demo.DemoReader.Copy;
import dev.glasstrail.demo.story.Stories;
import dev.glasstrail.demo.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLogsTest {

    private static final String KEY =
            "AWSLogs/o-exampleorg1/(\\d{12})/CloudTrail/([a-z0-9-]+)/(\\d{4})/(\\d\\d)/(\\d\\d)/"
                    + "\\1_CloudTrail_\\2_\\3\\4\\5T\\d{4}Z_[A-Za-z0-9]{16}\\.json\\.gz";

    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT);

    @TempDir Path folder;

    @Test
    void theSameSeedGivesTheSameBytesWhateverTheOrderOfStories() throws Exception {
        List<Story> stories = Stories.all();
        new DemoLogs(7, 3_000, stories).writeTo(folder.resolve("one"));
        new DemoLogs(7, 3_000, stories.reversed()).writeTo(folder.resolve("two"));
        new DemoLogs(8, 3_000, stories).writeTo(folder.resolve("other"));

        assertThat(digest(folder.resolve("one")))
                .isEqualTo(digest(folder.resolve("two")))
                .isNotEqualTo(digest(folder.resolve("other")));
    }

    @Test
    void everyLogLiesWhereCloudTrailPutsIt() throws IOException {
        new DemoLogs(46, 2_000).writeTo(folder);

        assertThat(DemoReader.keys(folder))
                .filteredOn(key -> key.contains("/CloudTrail/") && !key.contains("eu_central_1"))
                .isNotEmpty()
                .allMatch(key -> key.matches(KEY));
    }

    @Test
    void theNumberOfMachineRecordsIsMetExactly() throws IOException {
        new DemoLogs(46, 0).writeTo(folder.resolve("quiet"));
        new DemoLogs(46, 1_234).writeTo(folder.resolve("loud"));

        int told = DemoReader.records(folder.resolve("quiet")).size();
        assertThat(DemoReader.records(folder.resolve("loud"))).hasSize(told + 1_234);
    }

    @Test
    void almostEveryRecordIsDeliveredWithinTenMinutes() throws IOException {
        new DemoLogs(46, 2_000).writeTo(folder);

        List<Copy> late =
                DemoReader.records(folder).stream()
                        .filter(copy -> lag(copy).isNegative() || lag(copy).toMinutes() > 10)
                        .toList();
        assertThat(late).hasSizeLessThan(5).allMatch(copy -> !lag(copy).isNegative());
    }

    private static Duration lag(Copy copy) {
        String name = copy.key().replaceAll(".*_(\\d{8}T\\d{4}Z)_.*", "$1");
        Instant delivered = LocalDateTime.parse(name, NAME_TIME).toInstant(ZoneOffset.UTC);
        return Duration.between(Instant.parse(copy.body().path("eventTime").asText()), delivered);
    }

    private static Map<String, String> digest(Path folder) throws Exception {
        Map<String, String> digests = new TreeMap<>();
        for (String key : DemoReader.keys(folder)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(key));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            digests.put(key, HexFormat.of().formatHex(hash));
        }
        return digests;
    }
}
