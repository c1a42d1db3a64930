package dev.glasstrail.trail.files;

import static dev.glasstrail.trail.files.MemoryStore.gzip;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.MadeRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One file with one defect beside a whole one: what is named, and that the rest is read.
final class FileDefectsTest {

    private static final String A = MadeRecord.of("a");
    private static final String B = MadeRecord.of("b");
    private static final String LOG = "{\"Records\":[" + A + "," + B + "]}";
    private static final String SEEN =
            "seen 111122223333 eu-central-1: 0 files, %d records,"
                    + " 2026-11-14T02:03:04Z to 2026-11-14T02:03:04Z\n";
    private static final FileLimits LIMITS = new FileLimits(1 << 26, 400, 1 << 20, 2);

    private final MemoryStore store =
            new MemoryStore().with("whole.json.gz", gzip("{\"Records\":[" + record("w") + "]}"));

    @Test
    void aTruncatedGzipIsNamedAndItsRecordsBeforeTheEndAreRead() throws Exception {
        String many = IntStream.range(0, 2000).mapToObj(i -> record("m-" + i)).collect(joined());
        byte[] whole = gzip("{\"Records\":[" + many + "]}");
        store.with("bad.json.gz", Arrays.copyOf(whole, whole.length / 2));

        String shown = shown();

        assertThat(shown)
                .containsPattern("bad\\.json\\.gz gzip member 1 is truncated; [0-9]{3,4} read\n")
                .contains("2 log files\n");
    }

    @Test
    void aGzipWithoutItsTrailerIsNamed() throws Exception {
        byte[] whole = gzip(LOG);
        store.with("bad.json.gz", Arrays.copyOf(whole, whole.length - 8));

        assertBad("bad.json.gz gzip member 1 is truncated; 2 read", "[a, b, w]");
    }

    @Test
    void aWrongChecksumIsNamed() throws Exception {
        byte[] bytes = gzip(LOG);
        bytes[bytes.length - 8] ^= 1;
        store.with("bad.json.gz", bytes);

        assertBad(
                "bad.json.gz gzip member 1 has a wrong CRC-32,"
                        + " so that its content was altered or damaged; 2 read",
                "[a, b, w]");
    }

    @Test
    void aWrongLengthIsNamed() throws Exception {
        byte[] bytes = gzip(LOG);
        bytes[bytes.length - 1] ^= 1;
        store.with("bad.json.gz", bytes);

        assertBad(
                "bad.json.gz gzip member 1 has a wrong length in its trailer; 2 read", "[a, b, w]");
    }

    @Test
    void bytesBehindTheLastMemberAreNamed() throws Exception {
        store.with("bad.json.gz", joined(gzip(LOG), "trailing".getBytes(UTF_8)));

        assertBad("bad.json.gz has bytes that are not gzip behind member 1; 2 read", "[a, b, w]");
    }

    @Test
    void aSecondMemberThatIsTruncatedIsNamed() throws Exception {
        byte[] second = gzip("{\"Records\":[" + B + "]}");
        store.with(
                "bad.json.gz",
                joined(gzip("{\"Records\":[" + A + "]}\n"), Arrays.copyOf(second, 5)));

        assertBad("bad.json.gz gzip member 2 is truncated; 1 read", "[a, w]");
    }

    @Test
    void severalMembersAreOneFile() throws Exception {
        byte[] bytes = LOG.getBytes(UTF_8);
        byte[] first = gzip(Arrays.copyOf(bytes, 100));
        byte[] second = gzip(Arrays.copyOfRange(bytes, 100, bytes.length));
        store.with("good.json.gz", joined(first, second, gzip("")));

        assertGood("[a, b, w]");
    }

    @Test
    void aGzipWithEveryOptionalHeaderFieldIsRead() throws Exception {
        byte[] plain = gzip(LOG);
        byte[] header = {
            0x1F, (byte) 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 0, 2, 0, 7, 7, 'n', 0, 'c', 0, 1, 1
        };
        store.with("good.json.gz", joined(header, Arrays.copyOfRange(plain, 10, plain.length)));

        assertGood("[a, b, w]");
    }

    @ParameterizedTest
    @CsvSource({
        "2,7,is not compressed with deflate",
        "3,32,has flags that gzip does not know",
    })
    void aGzipHeaderThatIsNoneIsNamed(int index, byte value, String clause) throws Exception {
        byte[] bytes = gzip(LOG);
        bytes[index] = value;
        store.with("bad.json.gz", bytes);

        assertUnreadable("bad.json.gz gzip member 1 " + clause + "; 0 read");
    }

    @Test
    void aDamagedBlockIsNamed() throws Exception {
        byte[] bytes = gzip(LOG);
        bytes[10] = (byte) 0xFF;
        store.with("bad.json.gz", bytes);

        assertUnreadable("bad.json.gz gzip member 1 is damaged: invalid block type; 0 read");
    }

    @Test
    void gzipIsKnownByItsFirstBytesAndNotByItsName() throws Exception {
        store.with("good.json", gzip(LOG));

        assertGood("[a, b, w]");
    }

    @Test
    void aPlainFileCalledGzIsRead() throws Exception {
        store.with("good.json.gz", LOG);

        assertGood("[a, b, w]");
    }

    @Test
    void aBombIsStoppedByItsRatio() throws Exception {
        store.with("bad.json.gz", gzip(new byte[20 << 20]));
        store.with("bad2.json.gz", gzip("{\"a\":\"" + "a".repeat(20 << 20) + "\"}"));

        assertThat(shown())
                .contains("bad.json.gz is not JSON; 0 read\n")
                .contains(
                        "bad2.json.gz inflates to more than 400 times its size,"
                                + " which is a bomb and no log; 0 read\n")
                .contains("handed on [w]");
    }

    @Test
    void aFileThatInflatesBeyondTheLimitIsReadUpToIt() throws Exception {
        String many = IntStream.range(0, 2000).mapToObj(i -> record("m-" + i)).collect(joined());
        store.with("bad.json.gz", gzip("{\"Records\":[" + many + "]}"));
        FilesTrailSource source =
                new FilesTrailSource(store, new FileLimits(200_000, 400, 1 << 20, 2));

        assertThat(Shown.week(source, store.bytes()))
                .containsPattern(
                        "bad\\.json\\.gz inflates to more than the limit of 200000 bytes; raise the"
                                + " limit if this is a real log; [0-9]{3,4} read\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
    void anEmptyFileIsNamed(String nothing) throws Exception {
        store.with("bad.json", nothing);
        assertUnreadable("bad.json is empty; 0 read");

        store.with("bad.json", gzip(nothing));
        assertUnreadable("bad.json is empty; 0 read");
    }

    @Test
    void textCalledJsonIsNamed() throws Exception {
        store.with("bad.json", "not json at all");

        assertUnreadable("bad.json is not JSON; 0 read");
    }

    @Test
    void jsonThatBreaksOffIsNamedAndReadSoFar() throws Exception {
        store.with("bad.json", LOG.substring(0, LOG.length() - 20));

        assertBad("bad.json breaks off in the middle of its JSON after record 1; 1 read", "[a, w]");
    }

    @Test
    void brokenJsonIsNamedAndReadSoFar() throws Exception {
        store.with("bad.json", LOG.replace("]}", ", x]}"));

        assertBad(
                "bad.json is broken JSON (Unrecognized token 'x': was expecting (JSON String,"
                        + " Number, Array, Object or token 'null', 'true' or 'false')) after record"
                        + " 2; 2 read",
                "[a, b, w]");
    }

    @Test
    void aBrokenLineAmongLinesIsNamedAndTheOthersAreRead() throws Exception {
        store.with("bad.jsonl", A + "\r\n{\"eventID\":\"x\n\n" + B + "\n" + A.substring(0, 30));

        assertBad(
                """
                bad.jsonl#2 breaks off in the middle of its JSON; 0 read
                bad.jsonl#4 breaks off in the middle of its JSON; 0 read\
                """,
                "[a, b, w]");
    }

    @Test
    void aRecordOfTheWrongTypeIsNamedAndTheOthersAreRead() throws Exception {
        store.with(
                "bad.json",
                "{\"Records\":[" + A + ",\"text\",{\"a\":1},null,[[" + A + "]]," + B + "]}");

        assertBad(
                """
                bad.json#2 is a text, not a record; 0 read
                bad.json#3 has neither an eventSource nor an eventID; 0 read
                bad.json#4 is null, not a record; 0 read
                bad.json#5 is an array, not a record; 0 read\
                """,
                "[a, b, w]");
    }

    @Test
    void aRecordWithoutItsTimeIsNamed() throws Exception {
        store.with("bad.json", LOG.replaceFirst("2026-11-14T02:03:04Z", "soon"));

        assertBad("bad.json#1 has an eventTime that is no UTC time: \"soon\"; 0 read", "[b, w]");
    }

    @Test
    void aRecordOfANewerMajorVersionIsReadAndNamed() throws Exception {
        store.with("bad.json", LOG.replaceFirst("1\\.11", "2.0"));

        assertBad(
                "bad.json#1 has eventVersion \"2.0\", and only 1.x is known; it was read as 1.x;"
                        + " 1 read",
                "[a, b, w]");
    }

    @Test
    void aMemberThatOccursTwiceIsNamedWhereverItStands() throws Exception {
        String twice =
                MadeRecord.with(
                        "a",
                        "2026-11-14T02:03:04Z",
                        "ec2.amazonaws.com",
                        ",\"requestParameters\":{\"x\":{\"userName\":1,\"userName\":2}},"
                                + "\"eventName\":\"StopInstances\",\"unheardOf\":1,\"unheardOf\":2");
        store.with("bad.json", "{\"Records\":[" + twice + "]}");

        assertBad(
                """
                bad.json#1 has the member eventName twice; the last one was read; 1 read
                bad.json#1 has the member userName twice; the last one was read; 1 read\
                """,
                "[a, w]");
    }

    @Test
    void recordsThatOccurTwiceAreAllReadAndNamed() throws Exception {
        store.with("bad.json", "{\"Records\":[" + A + "],\"Records\":[" + B + "]}");

        assertBad(
                "bad.json has 2 members called Records, all of which were read; 2 read",
                "[a, b, w]");
    }

    @ParameterizedTest
    @CsvSource({"'\"text\"',a text", "{},an object", "null,null", "7,a number", "true,a boolean"})
    void recordsThatAreNoArrayAreNamed(String value, String words) throws Exception {
        store.with("bad.json", "{\"Records\":" + value + "}");

        assertUnreadable("bad.json has " + words + " as Records, not an array; 0 read");
    }

    @Test
    void aLogFileWithoutRecordsIsNamed() throws Exception {
        String name =
                "111122223333_CloudTrail_eu-central-1_20261114T0205Z_AAAABBBBCCCCDDDD.json.gz";
        store.with(name, gzip("{}"));

        assertThat(shown())
                .contains(
                        name
                                + " holds no CloudTrail record; 0 read, of 111122223333 eu-central-1"
                                + " at 2026-11-14T02:05:00Z\n");
    }

    @Test
    void aLogFileWithAnEmptyListOfRecordsIsWhole() throws Exception {
        store.with("good.json", "{\"Records\":[]}");

        assertGood("[w]");
    }

    @Test
    void aRecordBeyondTheLimitIsNamedAndTheOthersAreRead() throws Exception {
        String large =
                MadeRecord.with(
                        "large",
                        "2026-11-14T02:03:04Z",
                        "ec2.amazonaws.com",
                        ",\"requestParameters\":{\"x\":\"" + "x".repeat(1 << 20) + "\"}");
        String many =
                MadeRecord.with(
                        "many",
                        "2026-11-14T02:03:04Z",
                        "ec2.amazonaws.com",
                        ",\"requestParameters\":[" + "[],".repeat(1 << 18) + "[]]");
        store.with("bad.json", "{\"Records\":[" + A + "," + large + "," + many + "," + B + "]}");

        assertBad(
                """
                bad.json#2 is larger than the limit for one record; 0 read
                bad.json#3 is larger than the limit for one record; 0 read\
                """,
                "[a, b, w]");
    }

    @Test
    void aRecordOf109KilobytesIsWhole() throws Exception {
        String large =
                MadeRecord.with(
                        "large",
                        "2026-11-14T02:03:04Z",
                        "ec2.amazonaws.com",
                        ",\"requestParameters\":{\"x\":\"" + "x".repeat(109 << 10) + "\"}");
        store.with("good.json", "{\"Records\":[" + large + "," + B + "]}");

        assertGood("[b, large, w]");
    }

    @Test
    void jsonNestedBeyondReasonIsNamed() throws Exception {
        store.with(
                "bad.json",
                "{\"Records\":[" + A + ",{\"requestParameters\":" + "[".repeat(100_000));

        assertThat(shown())
                .containsPattern("bad.json is broken JSON \\(Document nesting depth .* 1 read\n");
    }

    @Test
    void moreThanTwentyBadRecordsOfAFileAreCountedNotListed() throws Exception {
        store.with("bad.json", "{\"Records\":[" + "7,".repeat(1000) + A + "]}");

        String shown = shown();

        assertThat(shown).contains("bad.json 980 more of its records could not be read; 1 read\n");
        assertThat(shown.lines().filter(line -> line.startsWith("bad.json#"))).hasSize(20);
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws Exception {
        store.refusing("bad.json.gz", new AccessDeniedException("/private/bad.json.gz"));

        assertUnreadable("bad.json.gz cannot be read: permission denied; 0 read", false);
    }

    @Test
    void aFileThatVanishesIsNamed() throws Exception {
        store.refusing("bad.txt", new NoSuchFileException("/private/bad.txt"));

        assertUnreadable("bad.txt vanished while the trail was read; 0 read", false);
    }

    @Test
    void aFileThatTheDiskCannotReadIsNamed() throws Exception {
        store.refusing("bad.json", new IOException("Input/output\nerror"));

        assertUnreadable("bad.json cannot be read: Input/output error; 0 read", false);
    }

    @Test
    void aByteOrderMarkIsNoDefect() throws Exception {
        store.with("good.json", "\uFEFF" + LOG);
        assertGood("[a, b, w]");

        store.with("good.json", ("\uFEFF" + LOG).getBytes(UTF_16LE));
        assertGood("[a, b, w]");
    }

    private void assertGood(String handedOn) throws Exception {
        assertBad("", handedOn);
    }

    /// Asserts that these lines name the bad file, and which records are read all the same.
    private void assertBad(String lines, String handedOn) throws Exception {
        int records = handedOn.split(",").length;
        assertThat(shown())
                .isEqualTo(
                        "handed on "
                                + handedOn
                                + "\nrecords "
                                + records
                                + ", all bytes\n2 log files\n"
                                + (lines.isEmpty() ? "" : lines + "\n")
                                + SEEN.formatted(records));
    }

    private void assertUnreadable(String line) throws Exception {
        assertUnreadable(line, true);
    }

    private void assertUnreadable(String line, boolean opened) throws Exception {
        assertThat(shown())
                .isEqualTo(
                        "handed on [w]\nrecords 1, "
                                + (opened ? "all" : "some")
                                + " bytes\n1 log files\n1 unreadable files\n"
                                + line
                                + "\n"
                                + SEEN.formatted(1));
    }

    private String shown() throws Exception {
        return Shown.week(new FilesTrailSource(store, LIMITS), store.bytes());
    }

    private static String record(String id) {
        return MadeRecord.of(id);
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(",");
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.write(part);
        }
        return whole.toByteArray();
    }
}
