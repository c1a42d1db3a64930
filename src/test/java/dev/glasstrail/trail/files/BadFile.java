package dev.glasstrail.trail.files;

import static dev.glasstrail.trail.files.MemoryStore.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.MadeRecord;

/// A whole log beside which a test puts a bad one: what is named, and that the rest is read.
final class BadFile {

    static final FileLimits LIMITS = new FileLimits(1 << 26, 400, 1 << 20, 2);

    private static final String SEEN =
            "seen 111122223333 eu-central-1: %d files, %d records,"
                    + " 2026-11-14T02:03:04Z to 2026-11-14T02:03:04Z\n";

    final MemoryStore store =
            new MemoryStore()
                    .with("whole.json.gz", gzip("{\"Records\":[" + MadeRecord.of("w") + "]}"));

    void assertGood(String handedOn) throws Exception {
        assertBad("", handedOn);
    }

    /// Asserts that these lines name the bad file, and which records are read all the same.
    void assertBad(String lines, String handedOn) throws Exception {
        int records = handedOn.split(",").length;
        assertThat(shown())
                .isEqualTo(
                        "handed on "
                                + handedOn
                                + "\nrecords "
                                + records
                                + ", all bytes\n2 log files\n"
                                + (lines.isEmpty() ? "" : lines + "\n")
                                + SEEN.formatted(Math.min(records, 2), records));
    }

    void assertUnreadable(String line) throws Exception {
        assertUnreadable(line, true);
    }

    void assertUnreadable(String line, boolean opened) throws Exception {
        assertThat(shown())
                .isEqualTo(
                        "handed on [w]\nrecords 1, "
                                + (opened ? "all" : "some")
                                + " bytes\n1 log files\n1 unreadable files\n"
                                + line
                                + "\n"
                                + SEEN.formatted(1, 1));
    }

    String shown() throws Exception {
        return Shown.week(new FilesTrailSource(store, LIMITS), store.bytes());
    }
}
