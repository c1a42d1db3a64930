package dev.glasstrail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.demo.DemoBucket.Copy;
import dev.glasstrail.demo.noise.Noise;
import dev.glasstrail.demo.noise.Slot;
import dev.glasstrail.demo.story.Stories;
import dev.glasstrail.demo.story.Story;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLogsTest {

    private static final String KEY =
            "AWSLogs/o-exampleorg1/(\\d{12})/CloudTrail/([a-z0-9-]+)/(\\d{4})/(\\d\\d)/(\\d\\d)/"
                    + "\\1_CloudTrail_\\2_\\3\\4\\5T\\d{4}Z_[A-Za-z0-9]{16}\\.json\\.gz";

    private static final String DIGEST_KEY =
            "AWSLogs/o-exampleorg1/(\\d{12})/CloudTrail-Digest/([a-z0-9-]+)/(\\d{4})/(\\d\\d)/"
                    + "(\\d\\d)/\\1_CloudTrail-Digest_\\2_organisation-trail_us-east-1_"
                    + "\\3\\4\\5T\\d{6}Z\\.json\\.gz";

    private static final DateTimeFormatter NAME_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'", Locale.ROOT);

    private static DemoBucket bucket = new DemoBucket();

    @BeforeAll
    static void write() {
        bucket = DemoBucket.written(46, 3_000);
    }

    @Test
    void theSameSeedGivesTheSameBytesWhateverTheOrderOfStories() {
        List<Story> backwards = Stories.all().reversed();

        assertThat(digest(DemoBucket.written(46, 3_000, backwards))).isEqualTo(digest(bucket));
    }

    @Test
    void anotherSeedGivesOtherIds() {
        List<String> ids = bucket.records().stream().map(Copy::eventId).toList();
        List<String> others =
                DemoBucket.written(47, 3_000).records().stream().map(Copy::eventId).toList();

        assertThat(others).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void theFolderHoldsWhatTheBucketHolds(@TempDir Path folder) throws IOException {
        new DemoOrganisation(46, 3_000).writeLogs(folder);

        String key = bucket.keys().getFirst();
        assertThat(Files.readAllBytes(folder.resolve(key))).isEqualTo(bucket.objects().get(key));
    }

    @Test
    void everyLogLiesWhereCloudTrailPutsIt() {
        assertThat(bucket.keys())
                .filteredOn(key -> key.contains("/CloudTrail/") && !key.contains("eucentral1"))
                .isNotEmpty()
                .allMatch(key -> key.matches(KEY));
    }

    @Test
    void everyDigestLiesWhereCloudTrailPutsIt() {
        assertThat(bucket.keys())
                .filteredOn(key -> key.contains("Digest"))
                .hasSize(6 * 234 - 6)
                .allMatch(key -> key.matches(DIGEST_KEY));
    }

    @Test
    void digestsNameTheFilesWithTheirTrueHashes() throws Exception {
        String hour =
                bucket.keys().stream()
                        .filter(key -> key.contains("444455556666_CloudTrail-Digest_eu-central-1"))
                        .filter(key -> key.contains("20261111T1001"))
                        .findFirst()
                        .orElseThrow();
        JsonNode named = bucket.json(hour).path("logFiles");

        assertThat(named).isNotEmpty();
        for (JsonNode file : named) {
            byte[] compressed = bucket.objects().get(file.path("s3Object").asText());
            InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(file.path("hashValue").asText()).isEqualTo(HexFormat.of().formatHex(hash));
        }
    }

    @Test
    void theNumberOfMachineRecordsIsMetExactly() {
        List<Slot> slots = new Noise(46, 1_234_567, DemoLogs.FIRST, DemoLogs.LAST).slots();

        assertThat(slots.stream().mapToLong(Slot::records).sum()).isEqualTo(1_234_567);
    }

    @Test
    void almostEveryRecordIsDeliveredWithinTenMinutes() {
        List<Copy> late =
                bucket.records().stream()
                        .filter(copy -> lag(copy).isNegative() || lag(copy).toMinutes() > 10)
                        .toList();

        assertThat(late).hasSize(2).allMatch(copy -> copy.body().has("addendum"));
    }

    private static Duration lag(Copy copy) {
        String name = copy.key().replaceAll(".*_(\\d{8}T\\d{4}Z)_.*", "$1");
        Instant delivered = LocalDateTime.parse(name, NAME_TIME).toInstant(ZoneOffset.UTC);
        return Duration.between(Instant.parse(copy.body().path("eventTime").asText()), delivered);
    }

    private static List<String> digest(DemoBucket written) {
        return written.objects().entrySet().stream()
                .map(entry ->
                        entry.getKey() + " " + HexFormat.of().formatHex(sha(entry.getValue())))
                .toList();
    }

    private static byte[] sha(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
