package dev.glasstrail.trail.files;

import static dev.glasstrail.trail.files.MemoryStore.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.TrailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The forms in which records come, and the files that lie beside them.
final class FileFormsTest {

    private static final String A = MadeRecord.of("a");
    private static final String B = MadeRecord.of("b");

    private static final String TWO_RECORDS =
            """
            handed on [a, b]
            records 2, all bytes
            1 log files
            seen 111122223333 eu-central-1: 1 files, 2 records, 2026-11-14T02:03:04Z to 2026-11-14T02:03:04Z
            """;

    private final MemoryStore store = new MemoryStore();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Records\":[<a>,<b>]}",
                "{\"other\":{\"x\":[1]},\"Records\":[<a>,<b>],\"more\":null}",
                "{\n \"Records\": [\n  <a>,\n  <b>\n ]\n}",
                "{\"Records\":[\n<a>,\n<b>\n]}",
                "{\n\"Records\":[\n<a>,\n<b>\n]\n}",
                "{\"Records\":[<a>]}\n{\"Records\":[<b>]}",
                "{\"Records\":[<a>]}{\"Records\":[<b>]}",
                "[{\"Records\":[<a>]},{\"Records\":[<b>]}]",
                "[<a>,<b>]",
                "[\n<a>,\n<b>\n]",
                "<a>\n<b>\n",
                "<a>\r\n\r\n<b>",
                "<a> <b>",
                "<a><b>",
                "  \n\t<a>\n  <b>",
            })
    void recordsAreReadInEveryForm(String form) throws Exception {
        store.with("some.json", form.replace("<a>", A).replace("<b>", B));

        assertThat(shown()).isEqualTo(TWO_RECORDS);
    }

    @Test
    void prettyPrintedRecordsOneAfterAnotherAreRead() throws Exception {
        String pretty = A.replace(",", ",\n  ").replace("{", "{\n  ").replace("}", "\n}");
        store.with("some.json", pretty + "\n" + pretty.replace("\"a\"", "\"b\""));

        assertThat(shown()).isEqualTo(TWO_RECORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<call><event>",
                "[<call>,<event>]",
                "<call>\n<event>",
                "[<call>,<b>]",
                "<call>\n<b>",
                "{\"Records\":[<call>,<b>]}"
            })
    void eventBridgeEventsAreUnwrapped(String form) throws Exception {
        store.with(
                "some.json",
                form.replace("<call>", event("AWS API Call via CloudTrail", A))
                        .replace("<event>", event("AWS Service Event via CloudTrail", B))
                        .replace("<b>", B));

        assertThat(shown()).isEqualTo(TWO_RECORDS);
    }

    @Test
    void theTypeOfAnEventMayComeBehindItsDetail() throws Exception {
        store.with(
                "some.json",
                "{\"detail\":" + A + ",\"detail-type\":\"AWS API Call via CloudTrail\"}\n" + B);

        assertThat(shown()).isEqualTo(TWO_RECORDS);
    }

    @Test
    void eventBridgeEventsOfOtherKindsAreNoDefectOfALog() throws Exception {
        store.with(
                "some.json",
                event("Scheduled Event", "{}") + "\n" + A + "\n" + B + "\n" + event("X", "[]"));

        assertThat(shown()).isEqualTo(TWO_RECORDS);
    }

    @Test
    void anEventOfCloudTrailWithoutARecordIsNamed() throws Exception {
        store.with("bad.json", event("AWS API Call via CloudTrail", "{}") + "\n" + A);

        assertThat(shown())
                .contains("bad.json#1 has neither an eventSource nor an eventID; 0 read\n")
                .contains("handed on [a]");
    }

    @Test
    void somethingElseAmongRecordsIsNamed() throws Exception {
        store.with("some.jsonl", A + "\n{\"hello\":1}\n\"text\"\n" + B);

        assertThat(shown())
                .isEqualTo(
                        TWO_RECORDS.replace(
                                "seen",
                                """
                                some.jsonl#2 has neither an eventSource nor an eventID; 0 read
                                some.jsonl#3 is a text, not a record; 0 read
                                seen\
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d.json | {\"digestEndTime\":\"x\",\"digestS3Object\":\"y\",\"logFiles\":[{}]} | digest files",
                "i.json | {\"Records\":[{\"eventCategory\":\"Insight\",\"insightDetails\":{}}]} | Insight files",
                "i.json | {\"eventType\":\"AwsCloudTrailInsight\"} | Insight files",
                "s3.json | {\"Records\":[{\"eventSource\":\"aws:s3\",\"eventName\":\"x\"}]} | other files",
                "config.json | {\"fileVersion\":\"1.0\",\"configurationItems\":[{}]} | other files",
                "guardduty.json | {\"detail-type\":\"GuardDuty Finding\",\"detail\":{\"id\":1}} | other files",
                "list.json | [] | other files",
                "list.json | [1,2] | other files",
                "object.json | {} | other files",
                "word.json | {\"a\":1} {\"b\":2} | other files",
                "README.txt | hello | other files",
                "settings.ini | [section] | other files",
                "empty | '' | other files",
            })
    void filesThatHoldNoRecordsAreCountedByWhatTheyAre(String name, String content, String kind)
            throws Exception {
        store.with("whole.json", "[" + A + "," + B + "]").with(name, content);

        assertThat(shown())
                .isEqualTo(TWO_RECORDS.replace("1 log files\n", "1 log files\n1 " + kind + "\n"));
    }

    @Test
    void otherGzipFilesAreCountedAndNotReadThrough() throws Exception {
        store.with("whole.json", "[" + A + "," + B + "]")
                .with("flow.log.gz", gzip("version account-id interface-id\n".repeat(1 << 16)));

        assertThat(shown())
                .isEqualTo(TWO_RECORDS.replace("1 log files\n", "1 log files\n1 other files\n"));
    }

    @Test
    void aFolderWithoutAnyLogIsAnErrorThatSaysWhatToGive() {
        store.with("README.txt", "hello").with("list.json", "[]");

        assertThatThrownBy(this::shown)
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "no CloudTrail log lies below memory, only 2 other files;"
                                + " give the folder that holds AWSLogs");
    }

    private static String event(String type, String detail) {
        return "{\"version\":\"0\",\"id\":\"x\",\"detail-type\":\""
                + type
                + "\",\"source\":\"aws.ec2\",\"account\":\"111122223333\",\"resources\":[],\"detail\":"
                + detail
                + "}";
    }

    private String shown() throws Exception {
        return Shown.week(
                new FilesTrailSource(store, new FileLimits(1 << 26, 400, 1 << 20, 2)),
                store.bytes());
    }
}
