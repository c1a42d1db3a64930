package dev.glasstrail.trail.files;

import static dev.glasstrail.trail.files.MemoryStore.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.TrailSourceContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilesTrailSourceTest implements TrailSourceContract {

    private static final String DAY = "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/";

    @TempDir private Path folder;

    @Override
    public TrailSource holding(List<String> records) throws Exception {
        for (int i = 0; i < records.size(); i++) {
            Files.write(
                    folder.resolve("log-" + i % 7 + "-" + i + ".json.gz"),
                    gzip("{\"Records\":[" + records.get(i) + "]}"));
        }
        return new FilesTrailSource(folder, limits(3));
    }

    @Test
    void filesDeliveredMoreThanADayOutsideTheWindowAreLeftUnopened() throws Exception {
        MemoryStore store = new MemoryStore();
        for (String day : List.of("07", "08", "09", "15", "16", "17")) {
            store.with(name(day), gzip("{\"Records\":[" + MadeRecord.of(day) + "]}"));
        }
        String digest = name("01").replace("CloudTrail", "CloudTrail-Digest");
        store.with(digest, gzip("{}"));

        assertThat(shown(store, 2))
                .isEqualTo(
                        """
                        handed on [08, 09, 15, 16]
                        records 4, some bytes
                        4 log files
                        1 digest files
                        2 log files outside the window
                        seen 111122223333 eu-central-1: 4 files, 4 records, 2026-11-14T02:03:04Z to 2026-11-14T02:03:04Z
                        """);
        assertThat(store.opened()).containsExactly(name("08"), name("09"), name("15"), name("16"));
    }

    @Test
    void aPathNeverSaysWhatARecordIs() throws Exception {
        MemoryStore store =
                new MemoryStore()
                        .with(
                                name("14").replace("111122223333", "444455556666"),
                                "{\"Records\":[" + MadeRecord.of("a") + "]}");

        assertThat(shown(store, 2))
                .isEqualTo(
                        """
                        handed on [a]
                        records 1, all bytes
                        1 log files
                        seen 111122223333 eu-central-1: 1 files, 1 records, 2026-11-14T02:03:04Z to 2026-11-14T02:03:04Z
                        """);
    }

    @Test
    void aDamagedFileStillCountsForItsPlace() throws Exception {
        MemoryStore store = new MemoryStore().with(name("14"), "");

        assertThat(shown(store, 2))
                .isEqualTo(
                        """
                        handed on []
                        records 0, all bytes
                        1 unreadable files
                        %s is empty; 0 read, of 111122223333 eu-central-1 at 2026-11-14T02:05:00Z
                        seen 111122223333 eu-central-1: 1 files, 0 records, 1970-01-01T00:00:00Z to 1970-01-01T00:00:00Z
                        """
                                .formatted(name("14")));
    }

    @Test
    void coverageCountsOnlyTheStretchOfTimeThatWasAskedFor() throws Exception {
        MemoryStore store =
                new MemoryStore()
                        .with(
                                "some.jsonl",
                                MadeRecord.at("early", "2026-11-08T12:00:00Z")
                                        + "\n"
                                        + MadeRecord.at("late", "2026-11-15T23:00:00Z")
                                        + "\n"
                                        + MadeRecord.at("first", "2026-11-09T00:00:00Z"));

        assertThat(shown(store, 2))
                .isEqualTo(
                        """
                        handed on [first, late]
                        records 3, all bytes
                        1 log files
                        seen 111122223333 eu-central-1: 1 files, 2 records, 2026-11-09T00:00:00Z to 2026-11-15T23:00:00Z
                        """);
    }

    @Test
    void placesThatAreNoneAreCountedTogether() throws Exception {
        String odd = MadeRecord.of("a").replace("eu-central-1", "x\\u0000y");
        MemoryStore store =
                new MemoryStore()
                        .with("some.jsonl", odd + "\n" + odd.replace("111122223333", "ANON"));

        assertThat(shown(store, 2))
                .contains("seen  : 1 files, 1 records")
                .contains("seen 111122223333 : 1 files, 1 records");
    }

    @Test
    void theNumberOfPlacesIsLimitedAndSaidSo() throws Exception {
        MemoryStore store = new MemoryStore();
        for (int file = 0; file < 3; file++) {
            StringBuilder lines = new StringBuilder();
            for (int i = file; i < 12_000; i += 3) {
                lines.append(MadeRecord.of("e").replace("eu-central-1", "r-" + i)).append('\n');
            }
            store.with("some-" + file + ".jsonl", lines.toString());
        }

        Reading reading =
                new FilesTrailSource(store, limits(2)).read(MadeRecord.request(), _ -> {});

        assertThat(reading.coverage()).hasSize(10_000);
        assertThat(reading.unreadable())
                .extracting(Reading.Unreadable::name, Reading.Unreadable::reason)
                .containsExactly(
                        tuple(
                                ".",
                                "names more accounts and regions than the first 10000, which are"
                                        + " listed"));
    }

    @Test
    void theNumberOfNamedFilesIsLimitedAndTheRestCounted() throws Exception {
        MemoryStore store = new MemoryStore();
        for (int i = 0; i < 10_005; i++) {
            store.with("bad-" + i + ".json", "");
        }

        Reading reading =
                new FilesTrailSource(store, limits(2)).read(MadeRecord.request(), _ -> {});

        assertThat(reading.files()).containsExactly(Map.entry(FileKind.UNREADABLE, 10_005L));
        assertThat(reading.unreadable()).hasSize(10_001);
        assertThat(reading.unreadable().getFirst().reason())
                .isEqualTo("5 more could not be read and are not listed");
    }

    @Test
    void theReadingDoesNotDependOnTheNumberOfThreadsOrTheirTiming() throws Exception {
        MemoryStore store = new MemoryStore();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            String log = "{\"Records\":[" + MadeRecord.of("e-" + i) + ",7]}";
            byte[] bytes = gzip(log.replace("eu-central-1", "r-" + random.nextInt(9)));
            bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(3);
            store.with("log-" + i + ".json.gz", bytes);
        }

        String alone = shown(store, 1);

        for (int threads : List.of(2, 3, 8)) {
            assertThat(shown(store, threads)).isEqualTo(alone);
        }
    }

    @Test
    void severalFilesAreReadAtOnce() throws Exception {
        CountDownLatch bothOpen = new CountDownLatch(2);
        MemoryStore store =
                new MemoryStore()
                        .with("a.json", MadeRecord.of("a"))
                        .with("b.json", MadeRecord.of("b"));
        LogStore meeting =
                new LogStore() {
                    @Override
                    public void walk(DeliveryDays days, Visitor visitor)
                            throws TrailException, InterruptedException {
                        store.walk(days, visitor);
                    }

                    @Override
                    public InputStream open(StoredFile file) throws IOException {
                        bothOpen.countDown();
                        try {
                            bothOpen.await();
                        } catch (InterruptedException stopped) {
                            throw new InterruptedIOException();
                        }
                        return store.open(file);
                    }
                };

        Reading reading =
                new FilesTrailSource(meeting, limits(2)).read(MadeRecord.request(), _ -> {});

        assertThat(reading.records()).isEqualTo(2);
    }

    @Test
    void anInterruptWhileReadingStopsTheReadersBeforeItIsThrown() throws Exception {
        StringBuilder endless = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            endless.append(MadeRecord.of("e-" + i)).append('\n');
        }
        MemoryStore store = new MemoryStore().with("a.jsonl", endless.toString());
        FilesTrailSource source = new FilesTrailSource(store, limits(2));
        List<String> handedOn = new ArrayList<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        Thread caller =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                source.read(
                                        MadeRecord.request(),
                                        event -> {
                                            handedOn.add(event.key().eventId());
                                            reading.countDown();
                                            LockSupport.parkNanos(100_000);
                                        });
                            } catch (InterruptedException stopped) {
                                interrupted.set(true);
                            } catch (TrailException failure) {
                                throw new AssertionError(failure);
                            }
                        });
        reading.await();

        caller.interrupt();
        caller.join();

        assertThat(interrupted).isTrue();
        assertThat(handedOn).hasSizeLessThan(20_000);
    }

    private static String name(String day) {
        return DAY
                + day
                + "/111122223333_CloudTrail_eu-central-1_202611"
                + day
                + "T0205Z_AbCdEfGh12345678.json.gz";
    }

    private static String shown(MemoryStore store, int threads) throws Exception {
        return Shown.week(new FilesTrailSource(store, limits(threads)), store.bytes());
    }

    private static FileLimits limits(int threads) {
        return new FileLimits(1 << 26, 400, 1 << 20, threads);
    }
}
