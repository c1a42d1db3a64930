package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the records came from and what could not be read.
///
/// @param kind `files`, `athena` …
/// @param records CloudTrail records parsed, before anything was left out; of several queries the
///   sum of their rows
/// @param kept records that the audit needed, each once
/// @param duplicates further copies of a kept record: same eventID and recipientAccountId
/// @param files number of files by what they are, for sources that read files
/// @param bytes as [#measure()] says; of several queries the sum
/// @param unreadable ascending by name
/// @param coverage ascending by account, then region
public record SourceSection(
        String kind,
        long records,
        long kept,
        long duplicates,
        Map<String, Long> files,
        long bytes,
        List<Unreadable> unreadable,
        List<CoverageRow> coverage) {

    public SourceSection {
        unreadable = List.copyOf(unreadable);
        coverage = List.copyOf(coverage);
    }

    /// How the records were counted, in words.
    public String counting() {
        return switch (kind) {
            case "lookup" -> "each counted once";
            case "athena", "trino" -> "every row of every query counted";
            default -> "every copy counted";
        };
    }

    /// What the bytes are, in words.
    public String measure() {
        return switch (kind) {
            case "lookup" -> "characters of JSON";
            case "athena", "trino" -> "bytes scanned";
            default -> "bytes as stored";
        };
    }

    /// Something that should have been read and could not be, or not whole.
    ///
    /// @param name relative to the folder that was read; a record is named by its file and position
    /// @param reason what is wrong with it
    /// @param recordsRead records that were read from it all the same
    public record Unreadable(String name, String reason, long recordsRead) {}

    /// What is known about one account in one region.
    ///
    /// @param firstEvent earliest event time read; null where no record was read
    /// @param intervals the audited window in order, without gap or overlap between them
    public record CoverageRow(
            String account,
            String region,
            long files,
            long records,
            @Nullable Instant firstEvent,
            @Nullable Instant lastEvent,
            List<Interval> intervals) {

        public CoverageRow {
            intervals = List.copyOf(intervals);
        }
    }

    /// A stretch of time of one state.
    ///
    /// @param state `whole`, `gap` or `unknown`
    /// @param why one sentence
    public record Interval(Instant from, Instant to, String state, String why) {}
}
