package dev.glasstrail.trail.files;

import static dev.glasstrail.trail.files.MemoryStore.gzip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.MadeRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a compressed file is named, and what came before it is read.
final class GzipDefectsTest {

    private static final String A = MadeRecord.of("a");
    private static final String B = MadeRecord.of("b");
    private static final String LOG = "{\"Records\":[" + A + "," + B + "]}";

    private final BadFile bad = new BadFile();

    @Test
    void aTruncatedGzipIsNamedAndItsRecordsBeforeTheEndAreRead() throws Exception {
        byte[] whole = gzip("{\"Records\":[" + many() + "]}");
        bad.store.with("bad.json.gz", Arrays.copyOf(whole, whole.length / 2));

        String shown = bad.shown();

        assertThat(shown)
                .containsPattern("bad\\.json\\.gz gzip member 1 is truncated; [0-9]{3,4} read\n")
                .contains("2 log files\n");
    }

    @Test
    void aGzipWithoutItsTrailerIsNamed() throws Exception {
        byte[] whole = gzip(LOG);
        bad.store.with("bad.json.gz", Arrays.copyOf(whole, whole.length - 8));

        bad.assertBad("bad.json.gz gzip member 1 is truncated; 2 read", "[a, b, w]");
    }

    @Test
    void aWrongChecksumIsNamed() throws Exception {
        byte[] bytes = gzip(LOG);
        bytes[bytes.length - 8] ^= 1;
        bad.store.with("bad.json.gz", bytes);

        bad.assertBad(
                "bad.json.gz gzip member 1 has a wrong CRC-32,"
                        + " so that its content was altered or damaged; 2 read",
                "[a, b, w]");
    }

    @Test
    void aWrongLengthIsNamed() throws Exception {
        byte[] bytes = gzip(LOG);
        bytes[bytes.length - 1] ^= 1;
        bad.store.with("bad.json.gz", bytes);

        bad.assertBad(
                "bad.json.gz gzip member 1 has a wrong length in its trailer; 2 read", "[a, b, w]");
    }

    @Test
    void bytesBehindTheLastMemberAreNamed() throws Exception {
        bad.store.with("bad.json.gz", joined(gzip(LOG), "trailing".getBytes(UTF_8)));

        bad.assertBad(
                "bad.json.gz has bytes that are not gzip behind member 1; 2 read", "[a, b, w]");
    }

    @Test
    void aSecondMemberThatIsTruncatedIsNamed() throws Exception {
        byte[] second = gzip("{\"Records\":[" + B + "]}");
        bad.store.with(
                "bad.json.gz",
                joined(gzip("{\"Records\":[" + A + "]}\n"), Arrays.copyOf(second, 5)));

        bad.assertBad("bad.json.gz gzip member 2 is truncated; 1 read", "[a, w]");
    }

    @Test
    void severalMembersAreOneFile() throws Exception {
        byte[] bytes = LOG.getBytes(UTF_8);
        byte[] first = gzip(Arrays.copyOf(bytes, 100));
        byte[] second = gzip(Arrays.copyOfRange(bytes, 100, bytes.length));
        bad.store.with("good.json.gz", joined(first, second, gzip("")));

        bad.assertGood("[a, b, w]");
    }

    @Test
    void aGzipWithEveryOptionalHeaderFieldIsRead() throws Exception {
        byte[] plain = gzip(LOG);
        byte[] header = {
            0x1F, (byte) 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 0, 2, 0, 7, 7, 'n', 0, 'c', 0, 1, 1
        };
        bad.store.with("good.json.gz", joined(header, Arrays.copyOfRange(plain, 10, plain.length)));

        bad.assertGood("[a, b, w]");
    }

    @ParameterizedTest
    @CsvSource({
        "2,7,is not compressed with deflate",
        "3,32,has flags that gzip does not know",
    })
    void aGzipHeaderThatIsNoneIsNamed(int index, byte value, String clause) throws Exception {
        byte[] bytes = gzip(LOG);
        bytes[index] = value;
        bad.store.with("bad.json.gz", bytes);

        bad.assertUnreadable("bad.json.gz gzip member 1 " + clause + "; 0 read");
    }

    @Test
    void aDamagedBlockIsNamed() throws Exception {
        byte[] bytes = gzip(LOG);
        bytes[10] = (byte) 0xFF;
        bad.store.with("bad.json.gz", bytes);

        bad.assertUnreadable("bad.json.gz gzip member 1 is damaged: invalid block type; 0 read");
    }

    @Test
    void gzipIsKnownByItsFirstBytesAndNotByItsName() throws Exception {
        bad.store.with("good.json", gzip(LOG));

        bad.assertGood("[a, b, w]");
    }

    @Test
    void aPlainFileCalledGzIsRead() throws Exception {
        bad.store.with("good.json.gz", LOG);

        bad.assertGood("[a, b, w]");
    }

    @Test
    void aBombIsStoppedByItsRatio() throws Exception {
        bad.store.with("bad.json.gz", gzip(new byte[20 << 20]));
        bad.store.with("bad2.json.gz", gzip("{\"a\":\"" + "a".repeat(20 << 20) + "\"}"));

        assertThat(bad.shown())
                .contains("bad.json.gz is not JSON; 0 read\n")
                .contains(
                        "bad2.json.gz inflates to more than 400 times its size,"
                                + " which is a bomb and no log; 0 read\n")
                .contains("handed on [w]");
    }

    @Test
    void aFileThatInflatesBeyondTheLimitIsReadUpToIt() throws Exception {
        bad.store.with("bad.json.gz", gzip("{\"Records\":[" + many() + "]}"));
        FilesTrailSource source =
                new FilesTrailSource(bad.store, new FileLimits(200_000, 400, 1 << 20, 2));

        assertThat(Shown.week(source, bad.store.bytes()))
                .containsPattern(
                        "bad\\.json\\.gz inflates to more than the limit of 200000 bytes; raise the"
                                + " limit if this is a real log; [0-9]{3,4} read\n");
    }

    private static String many() {
        return IntStream.range(0, 2000)
                .mapToObj(i -> MadeRecord.of("m-" + i))
                .collect(Collectors.joining(","));
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.write(part);
        }
        return whole.toByteArray();
    }
}
