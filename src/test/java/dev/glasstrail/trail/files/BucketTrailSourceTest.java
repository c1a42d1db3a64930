package dev.glasstrail.trail.files;

import static dev.glasstrail.trail.files.MemoryStore.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.Reading.InputFile;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.TrailSourceContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BucketTrailSourceTest implements TrailSourceContract {

    private static final String DAY = "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/14/";

    private final TrailBucket bucket = new TrailBucket();

    @TempDir private Path folder;

    @Override
    public TrailSource holding(List<String> records) {
        for (int i = 0; i < records.size(); i++) {
            bucket.with(
                    DAY + "log-" + i + ".json.gz", gzip("{\"Records\":[" + records.get(i) + "]}"));
        }
        return source(Places.ALL);
    }

    @Test
    void theDemosTrailIsTheSameFromABucketAsFromAFolder() throws Exception {
        DemoOrganisation demo = DemoOrganisation.withNoise(100);
        Path logs = demo.writeLogs(folder);
        // Putting every digest would take longer than all else.
        bucket.with(logs, key -> !key.contains("-Digest/") || key.contains("/2026/11/11/"));
        ReadRequest request =
                new ReadRequest(
                        demo.from(),
                        demo.to(),
                        List.of(new Need.RuleMatches(Map.of("sts.amazonaws.com", Set.of()))),
                        Progress.NONE);
        List<String> fromFolder = new ArrayList<>();
        List<String> fromBucket = new ArrayList<>();

        Reading one =
                new FilesTrailSource(logs, limits())
                        .read(request, event -> fromFolder.add(event.toString()));
        Reading other = source(Places.ALL).read(request, event -> fromBucket.add(event.toString()));

        assertThat(fromBucket)
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(fromFolder);
        assertThat(other)
                .isEqualTo(
                        new Reading(
                                one.records(),
                                other.bytes(),
                                other.files(),
                                one.unreadable(),
                                one.coverage(),
                                one.inputs().stream()
                                        .filter(BucketTrailSourceTest::isListed)
                                        .toList(),
                                one.notes()));
        assertThat(other.bytes())
                .isEqualTo(other.inputs().stream().mapToLong(InputFile::bytes).sum());
        assertThat(other.files())
                .containsOnlyKeys(FileKind.LOG, FileKind.FOREIGN)
                .containsEntry(FileKind.LOG, one.files().get(FileKind.LOG));
        assertThat(bucket.asked())
                .filteredOn(asked -> asked.contains("/2026/"))
                .noneMatch(asked -> asked.contains("/2026/11/07/") && !asked.startsWith("list"))
                .noneMatch(asked -> asked.contains("/2026/11/18/"));
    }

    @Test
    void itIsCalledS3() {
        assertThat(source(Places.ALL).kind()).isEqualTo("s3");
    }

    @Test
    void aBucketIsListedOnceForSeveralScans() throws Exception {
        TrailSource source = holding(List.of(MadeRecord.of("a"), MadeRecord.of("b")));

        source.read(MadeRecord.request(), _ -> {});
        source.read(MadeRecord.request(), _ -> {});

        assertThat(bucket.asked().stream().filter(asked -> asked.startsWith("list"))).hasSize(5);
        assertThat(bucket.asked().stream().filter(asked -> asked.startsWith("get"))).hasSize(4);
    }

    @Test
    void thePlanSaysWhatWouldBeReadAndReadsNothing() throws Exception {
        bucket.with(DAY + "a.json", "{}").with(DAY + "b.json", "[1]");

        assertThat(
                        String.join(
                                "\n",
                                source(new Places(List.of(), List.of("eu-central-1", "us-east-1")))
                                        .plan(MadeRecord.request())
                                        .lines()))
                .isEqualTo(
                        """
                        Reads 2 files, 5 bytes as stored, below %1$s.
                        Lists 1 folders of CloudTrail's layout, from the deliveries of 2026-11-08 to those of 2026-11-16: AWSLogs/111122223333/CloudTrail/eu-central-1/.
                        Does not list digests, Insight events and the logs of other services, which lie in folders of their own.
                        Cannot read account 111122223333, region us-east-1: it is expected by the settings, and no log of it lies below %1$s.\
                        """
                                .formatted(bucket.url()));
        assertThat(bucket.asked()).noneMatch(asked -> asked.startsWith("get"));
    }

    /// The trail may have ended, or the region is quiet: nothing tells, and so the place is told.
    @Test
    void aRegionWithoutALogOfTheseDaysIsTold() throws Exception {
        bucket.with(DAY + "a.json", MadeRecord.of("a"))
                .with("AWSLogs/111122223333/CloudTrail/us-east-1/2026/10/01/old.json", "{}");

        assertThat(source(Places.ALL).read(MadeRecord.request(), _ -> {}).coverage())
                .extracting(seen ->
                        seen.place().region()
                                + " "
                                + seen.files()
                                + " "
                                + seen.records()
                                + " "
                                + seen.gap())
                .containsExactly("eu-central-1 1 1 ", "us-east-1 0 0 ");
    }

    @Test
    void expectedPlacesThatTheBucketDoesNotHoldAreGaps() throws Exception {
        bucket.with(DAY + "a.json", MadeRecord.of("a"));

        Reading reading =
                source(new Places(List.of("111122223333", "444455556666"), List.of()))
                        .read(MadeRecord.request(), _ -> {});

        assertThat(Shown.reading(reading, reading.bytes()))
                .isEqualTo(
                        """
                        records 1, all bytes
                        1 log files
                        seen 111122223333 eu-central-1: 1 files, 1 records, 2026-11-14T02:03:04Z to 2026-11-14T02:03:04Z
                        seen 444455556666 : 0 files, 0 records, 1970-01-01T00:00:00Z to 1970-01-01T00:00:00Z
                        """);
        assertThat(reading.coverage().getLast().gap())
                .isEqualTo(
                        "it is expected by the settings, and no log of it lies below "
                                + bucket.url());
    }

    @Test
    void aTrailWithoutALogInTheWindowIsNoFailure() throws Exception {
        bucket.with(DAY.replace("2026", "2020") + "a.json", MadeRecord.of("a"));

        assertThat(source(Places.ALL).read(MadeRecord.request(), _ -> {}).records()).isZero();
    }

    @Test
    void aBucketThatHoldsNothingThatIsWantedIsRefused() {
        bucket.with(DAY + "a.json", MadeRecord.of("a"));

        assertThatThrownBy(() ->
                        source(new Places(List.of("999999999999"), List.of()))
                                .read(MadeRecord.request(), _ -> {}))
                .hasMessage(
                        "no CloudTrail log lies below %s, only 0 other files; give the folder that holds AWSLogs, and look whether source.accounts and source.regions are those of the trail"
                                .formatted(bucket.url()));
    }

    @Test
    void aBucketWithoutTheLayoutIsReadAndSaidSo() throws Exception {
        bucket.with("export/a.jsonl", MadeRecord.of("a") + "\n" + MadeRecord.of("b"));

        assertThat(Shown.week(source(Places.ALL), 0))
                .isEqualTo(
                        """
                        handed on [a, b]
                        records 2, some bytes
                        1 log files
                        seen 111122223333 eu-central-1: 1 files, 2 records, 2026-11-14T02:03:04Z to 2026-11-14T02:03:04Z
                        LAYOUT_UNKNOWN %s does not have CloudTrail's layout (AWSLogs/<account>/CloudTrail/<region>/…), so all below it was listed, and read but for files whose names give another place or day.
                        """
                                .formatted(bucket.url()));
    }

    @Test
    void aClockThatIsOffIsTold() throws Exception {
        bucket.with(DAY + "a.json", MadeRecord.of("a"));
        FilesTrailSource source =
                FilesTrailSource.ofBucket(
                        bucket.client(),
                        bucket.url(),
                        Places.ALL,
                        limits(),
                        () -> Duration.ofMinutes(10));

        assertThat(source.read(MadeRecord.request(), _ -> {}).notes().shortfalls())
                .extracting(Reading.Shortfall::code)
                .containsExactly("CLOCK_SKEW");
    }

    /// Digests, Insight events and other services' logs are left where they are.
    private static boolean isListed(InputFile input) {
        return input.name().contains("/CloudTrail/") || input.name().endsWith("README.txt");
    }

    private FilesTrailSource source(Places wanted) {
        return FilesTrailSource.ofBucket(
                bucket.client(), bucket.url(), wanted, limits(), () -> Duration.ZERO);
    }

    private static FileLimits limits() {
        return new FileLimits(1 << 26, 400, 1 << 20, 3);
    }
}
