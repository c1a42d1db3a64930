package dev.glasstrail.trail.files;

import static dev.glasstrail.trail.files.MemoryStore.gzip;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.MadeRecord;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with a file or a record in it is named, and the rest is read.
final class FileDefectsTest {

    private static final String A = MadeRecord.of("a");
    private static final String B = MadeRecord.of("b");
    private static final String LOG = "{\"Records\":[" + A + "," + B + "]}";

    private final BadFile bad = new BadFile();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
    void anEmptyFileIsNamed(String nothing) throws Exception {
        bad.store.with("bad.json", nothing);
        bad.assertUnreadable("bad.json is empty; 0 read");

        bad.store.with("bad.json", gzip(nothing));
        bad.assertUnreadable("bad.json is empty; 0 read");
    }

    @Test
    void textCalledJsonIsNamed() throws Exception {
        bad.store.with("bad.json", "not json at all");

        bad.assertUnreadable("bad.json is not JSON; 0 read");
    }

    @Test
    void jsonThatBreaksOffIsNamedAndReadSoFar() throws Exception {
        bad.store.with("bad.json", LOG.substring(0, LOG.length() - 20));

        bad.assertBad(
                "bad.json breaks off in the middle of its JSON after record 1; 1 read", "[a, w]");
    }

    @Test
    void brokenJsonIsNamedAndReadSoFar() throws Exception {
        bad.store.with("bad.json", LOG.replace("]}", ", x]}"));

        bad.assertBad(
                "bad.json is broken JSON (Unrecognized token 'x': was expecting (JSON String,"
                        + " Number, Array, Object or token 'null', 'true' or 'false')) after record"
                        + " 2; 2 read",
                "[a, b, w]");
    }

    @Test
    void aBrokenLineAmongLinesIsNamedAndTheOthersAreRead() throws Exception {
        bad.store.with("bad.jsonl", A + "\r\n{\"eventID\":\"x\n\n" + B + "\n" + A.substring(0, 30));

        bad.assertBad(
                """
                bad.jsonl#2 breaks off in the middle of its JSON; 0 read
                bad.jsonl#4 breaks off in the middle of its JSON; 0 read\
                """,
                "[a, b, w]");
    }

    @Test
    void aRecordOfTheWrongTypeIsNamedAndTheOthersAreRead() throws Exception {
        bad.store.with(
                "bad.json",
                "{\"Records\":[" + A + ",\"text\",{\"a\":1},null,[[" + A + "]]," + B + "]}");

        bad.assertBad(
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
        bad.store.with("bad.json", LOG.replaceFirst("2026-11-14T02:03:04Z", "soon"));

        bad.assertBad(
                "bad.json#1 has an eventTime that is no UTC time: \"soon\"; 0 read", "[b, w]");
    }

    @Test
    void aRecordOfANewerMajorVersionIsReadAndNamed() throws Exception {
        bad.store.with("bad.json", LOG.replaceFirst("1\\.11", "2.0"));

        bad.assertBad(
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
        bad.store.with("bad.json", "{\"Records\":[" + twice + "]}");

        bad.assertBad(
                """
                bad.json#1 has the member eventName twice; the last one was read; 1 read
                bad.json#1 has the member userName twice; the last one was read; 1 read\
                """,
                "[a, w]");
    }

    @Test
    void recordsThatOccurTwiceAreAllReadAndNamed() throws Exception {
        bad.store.with("bad.json", "{\"Records\":[" + A + "],\"Records\":[" + B + "]}");

        bad.assertBad(
                "bad.json has 2 members called Records, all of which were read; 2 read",
                "[a, b, w]");
    }

    @ParameterizedTest
    @CsvSource({"'\"text\"',a text", "{},an object", "null,null", "7,a number", "true,a boolean"})
    void recordsThatAreNoArrayAreNamed(String value, String words) throws Exception {
        bad.store.with("bad.json", "{\"Records\":" + value + "}");

        bad.assertUnreadable("bad.json has " + words + " as Records, not an array; 0 read");
    }

    @Test
    void aLogFileWithoutRecordsIsNamed() throws Exception {
        String name =
                "111122223333_CloudTrail_eu-central-1_20261114T0205Z_AAAABBBBCCCCDDDD.json.gz";
        bad.store.with(name, gzip("{}"));

        assertThat(bad.shown())
                .contains(
                        name
                                + " holds no CloudTrail record; 0 read, of 111122223333 eu-central-1"
                                + " at 2026-11-14T02:05:00Z\n");
    }

    @Test
    void aLogFileWithAnEmptyListOfRecordsIsWhole() throws Exception {
        bad.store.with("good.json", "{\"Records\":[]}");

        bad.assertGood("[w]");
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
        bad.store.with(
                "bad.json", "{\"Records\":[" + A + "," + large + "," + many + "," + B + "]}");

        bad.assertBad(
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
        bad.store.with("good.json", "{\"Records\":[" + large + "," + B + "]}");

        bad.assertGood("[b, large, w]");
    }

    @Test
    void jsonNestedBeyondReasonIsNamed() throws Exception {
        bad.store.with(
                "bad.json",
                "{\"Records\":[" + A + ",{\"requestParameters\":" + "[".repeat(100_000));

        assertThat(bad.shown())
                .containsPattern("bad.json is broken JSON \\(Document nesting depth .* 1 read\n");
    }

    @Test
    void moreThanTwentyBadRecordsOfAFileAreCountedNotListed() throws Exception {
        bad.store.with("bad.json", "{\"Records\":[" + "7,".repeat(1000) + A + "]}");

        String shown = bad.shown();

        assertThat(shown).contains("bad.json 980 more of its records could not be read; 1 read\n");
        assertThat(shown.lines().filter(line -> line.startsWith("bad.json#"))).hasSize(20);
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws Exception {
        bad.store.refusing("bad.json.gz", new AccessDeniedException("/private/bad.json.gz"));

        bad.assertUnreadable("bad.json.gz cannot be read: permission denied; 0 read", false);
    }

    @Test
    void aFileThatVanishesIsNamed() throws Exception {
        bad.store.refusing("bad.txt", new NoSuchFileException("/private/bad.txt"));

        bad.assertUnreadable("bad.txt vanished while the trail was read; 0 read", false);
    }

    @Test
    void aFileThatTheDiskCannotReadIsNamed() throws Exception {
        bad.store.refusing("bad.json", new IOException("Input/output\nerror"));

        bad.assertUnreadable("bad.json cannot be read: Input/output error; 0 read", false);
    }

    @Test
    void aByteOrderMarkIsNoDefect() throws Exception {
        bad.store.with("good.json", "\uFEFF" + LOG);
        bad.assertGood("[a, b, w]");

        bad.store.with("good.json", ("\uFEFF" + LOG).getBytes(UTF_16LE));
        bad.assertGood("[a, b, w]");
    }
}
