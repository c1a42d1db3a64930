package dev.glasstrail.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What one scan read and what it could not.
///
/// @param records CloudTrail records parsed, wanted or not, copies counted each time
/// @param bytes as stored
/// @param files number of files by what they are; empty for a source without files
/// @param unreadable what could not be read, or not whole, ascending by name
/// @param coverage what was seen of each account and region, ascending
/// @param inputs every file that was opened and read to its end, ascending by name
/// @param unsatisfied the needs that this source cannot satisfy, in words
public record Reading(
        long records,
        long bytes,
        Map<FileKind, Long> files,
        List<Unreadable> unreadable,
        List<Seen> coverage,
        List<InputFile> inputs,
        List<String> unsatisfied) {

    public Reading {
        files = Map.copyOf(files);
        unreadable = List.copyOf(unreadable);
        coverage = List.copyOf(coverage);
        inputs = List.copyOf(inputs);
        unsatisfied = List.copyOf(unsatisfied);
    }

    /// What a file below the trail's folder is.
    public enum FileKind {
        /// CloudTrail records.
        LOG("log files"),
        /// Digests of CloudTrail's integrity validation.
        DIGEST("digest files"),
        /// CloudTrail Insights events.
        INSIGHT("Insight files"),
        /// Not CloudTrail's.
        FOREIGN("other files"),
        /// Log files left unopened because their path lies outside the stretch of time.
        OUTSIDE("log files outside the window"),
        /// Could not be read at all.
        UNREADABLE("unreadable files");

        private final String words;

        FileKind(String words) {
            this.words = words;
        }

        /// The words for people and for `report.json`.
        @Override
        public String toString() {
            return words;
        }
    }

    /// Something that should have been read and could not be, or not whole.
    ///
    /// @param name relative to the source; a single record is named `file#position`, counting from
    ///   1; `.` is the source as a whole
    /// @param reason one clause
    /// @param recordsRead records that were read from it all the same
    /// @param place the account and region of its path; both `""` where the path names none
    /// @param deliveredAround the delivery time in its path; the epoch where it names none
    public record Unreadable(
            String name, String reason, long recordsRead, Place place, Instant deliveredAround)
            implements Comparable<Unreadable> {

        @Override
        public int compareTo(Unreadable other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : reason.compareTo(other.reason);
        }
    }

    /// A file that was read, so that anybody can tell later whether it was this one.
    ///
    /// @param name relative to the source
    /// @param bytes as stored
    /// @param sha256 of the bytes as stored, 64 lower-case hexadecimal digits
    public record InputFile(String name, long bytes, String sha256)
            implements Comparable<InputFile> {

        @Override
        public int compareTo(InputFile other) {
            return name.compareTo(other.name);
        }
    }

    /// One account in one region.
    public record Place(String account, String region) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : region.compareTo(other.region);
        }
    }

    /// What was seen of one account and region in the stretch of time that was asked for.
    ///
    /// @param files log files that hold such records, or whose path names the place where none of
    ///   theirs could be read; 0 for sources without files
    /// @param records records that name it, wanted or not
    /// @param first earliest event time; the epoch where there is no record
    /// @param last latest event time; the epoch where there is no record
    public record Seen(Place place, long files, long records, Instant first, Instant last) {}
}
