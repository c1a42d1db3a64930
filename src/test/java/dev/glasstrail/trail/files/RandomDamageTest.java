package dev.glasstrail.trail.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import dev.glasstrail.trail.TrailEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Files damaged at random, from a fixed seed: whatever the damage, a reading comes out, every file
/// is counted, and nothing that was lost goes without a name.
final class RandomDamageTest {

    private static final int FILES = 20_000;
    private static final String FULL =
            MadeRecord.with(
                    "full",
                    "2026-11-14T02:03:04Z",
                    "ec2.amazonaws.com",
                    """
                    ,"userIdentity":{"type":"AssumedRole","principalId":"AROA:a",\
                    "arn":"arn:aws:sts::111122223333:assumed-role/R/a","sessionContext":{\
                    "sessionIssuer":{"type":"Role","arn":"arn:aws:iam::111122223333:role/R"},\
                    "attributes":{"creationDate":"2026-11-14T02:00:00Z","mfaAuthenticated":"false"}}},\
                    "requestParameters":{"limit":1000,"share":0.5,"tags":[{"key":"\\u00e4"},null,true]},\
                    "responseElements":null,"readOnly":false,"addendum":{"reason":"UPDATED_DATA"},\
                    "resources":[{"ARN":"arn:aws:s3:::b","accountId":"111122223333"}]\
                    """);
    private static final String LOG =
            "{\"Records\":[" + FULL + "," + MadeRecord.of("b") + "," + MadeRecord.of("c") + "]}";

    @Test
    void mutatedJsonGivesAReading() throws Exception {
        Random random = new Random(20_261_114);
        byte[] log = LOG.getBytes(UTF_8);
        byte[] lines = LOG.replace("{\"Records\":[", "").replace("},{", "}\n{").getBytes(UTF_8);
        MemoryStore store = new MemoryStore();
        for (int i = 0; i < FILES; i++) {
            store.with("m-" + i + ".json", mutated(i % 3 == 0 ? lines : log, random));
        }

        assertEveryFileCounts(store, FILES);
    }

    @Test
    void mutatedGzipGivesAReadingAndEveryDamageIsNamed() throws Exception {
        Random random = new Random(20_261_115);
        byte[] whole = MemoryStore.gzip(LOG);
        MemoryStore store = new MemoryStore();
        for (int i = 0; i < FILES; i++) {
            store.with("m-" + i + ".json.gz", mutated(whole, random));
        }

        Reading reading = assertEveryFileCounts(store, FILES);

        long whenWhole = FILES * 3L;
        assertThat(reading.records()).isLessThan(whenWhole);
    }

    @Test
    void aFlippedBitInAGzipIsNamedUnlessTheContentIsTheSame() throws Exception {
        byte[] whole = MemoryStore.gzip(LOG);
        List<TrailEvent> undamaged = events(whole);
        int unnamed = 0;
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            if (read(new MemoryStore().with("m.json.gz", flipped)).unreadable().isEmpty()) {
                unnamed++;
                assertThat(events(flipped)).as("bit %d", bit).isEqualTo(undamaged);
            }
        }
        // Time, level and system in the header, a flag for text, and bits that pad the last byte.
        assertThat(unnamed).isLessThan(8 * 7);
    }

    @Test
    void aGzipCutAnywhereIsNamed() throws Exception {
        byte[] whole = MemoryStore.gzip(LOG);
        for (int length = 0; length < whole.length; length++) {
            MemoryStore store = new MemoryStore().with("m.json.gz", Arrays.copyOf(whole, length));

            assertThat(read(store).unreadable()).as("cut to %d bytes", length).isNotEmpty();
        }
    }

    @Test
    void aLogCutAnywhereIsNamed() throws Exception {
        byte[] whole = LOG.getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            MemoryStore store = new MemoryStore().with("m.json", Arrays.copyOf(whole, length));

            assertThat(read(store).unreadable()).as("cut to %d bytes", length).isNotEmpty();
        }
    }

    private static Reading assertEveryFileCounts(MemoryStore store, long files) throws Exception {
        Reading reading = read(store);

        assertThat(reading.files().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(files);
        assertThat(reading.files().getOrDefault(FileKind.OUTSIDE, 0L)).isZero();
        return reading;
    }

    private static Reading read(MemoryStore store) throws Exception {
        return new FilesTrailSource(store, new FileLimits(1 << 26, 400, 1 << 20, 2))
                .read(MadeRecord.request(), _ -> {});
    }

    private static List<TrailEvent> events(byte[] gzip) throws Exception {
        List<TrailEvent> events = new ArrayList<>();
        new FilesTrailSource(new MemoryStore().with("m.json.gz", gzip), FileLimits.defaults())
                .read(MadeRecord.request(), events::add);
        return events;
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]\",:0tfn\\".charAt(random.nextInt(12));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> bytes = moved(bytes, random);
                default -> bytes = spliced(bytes, at, random);
            }
        }
        return bytes;
    }

    private static byte[] moved(byte[] bytes, Random random) {
        int length = random.nextInt(Math.min(bytes.length, 40));
        int from = random.nextInt(bytes.length - length);
        int to = random.nextInt(bytes.length - length);
        System.arraycopy(bytes.clone(), from, bytes, to, length);
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, Random random) {
        byte[] piece =
                List.of("null", "{}", "[[", "1e999999999", "1e99999999999", "\uD800", "\"x\":")
                        .get(random.nextInt(7))
                        .getBytes(UTF_8);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
        System.arraycopy(piece, 0, longer, at, piece.length);
        return longer;
    }
}
