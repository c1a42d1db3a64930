package dev.glasstrail.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What one scan read and what it could not.
///
/// @param records CloudTrail records parsed, wanted or not, copies counted each time
/// @param bytes as stored
/// @param files number of files by what they are; empty for a source without files
/// @param unreadable what could not be read, or not whole, ascending by name
/// @param coverage what was seen of each account and region, ascending
/// @param inputs every file that was opened and read to its end, ascending by name
/// @param notes what the source has to say of itself
public record Reading(
        long records,
        long bytes,
        Map<FileKind, Long> files,
        List<Unreadable> unreadable,
        List<Seen> coverage,
        List<InputFile> inputs,
        Notes notes) {

    public Reading {
        files = Map.copyOf(files);
        unreadable = List.copyOf(unreadable);
        coverage = List.copyOf(coverage);
        inputs = List.copyOf(inputs);
    }

    /// This scan with a later one of the same stretch of time for other needs.
    ///
    /// Files are the same in both and count once; a place, a file or a record that only one of them
    /// met, or could not read, stands in the sum. The rows and bytes of two queries add up, for a
    /// query gives what it was asked for alone.
    public Reading followedBy(Reading later) {
        LongBinaryOperator both = later.notes.queries.isEmpty() ? Math::max : Long::sum;
        return new Reading(
                both.applyAsLong(records, later.records),
                both.applyAsLong(bytes, later.bytes),
                files.isEmpty() ? later.files : files,
                distinct(unreadable, later.unreadable),
                Seen.merged(coverage, later.coverage, both),
                inputs.isEmpty() ? later.inputs : inputs,
                notes.followedBy(later.notes));
    }

    private static <T> List<T> distinct(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().sorted().toList();
    }

    /// What a source has to say of itself.
    ///
    /// @param shortfalls what it cannot see, in the order of weight
    /// @param queries what it asked an engine, in order; empty for a source that reads for itself
    public record Notes(List<Shortfall> shortfalls, List<QueryRun> queries) {

        /// Nothing to say.
        public static final Notes NONE = new Notes(List.of(), List.of());

        public Notes {
            shortfalls = List.copyOf(shortfalls);
            queries = List.copyOf(queries);
        }

        private Notes followedBy(Notes later) {
            return new Notes(
                    Stream.concat(shortfalls.stream(), later.shortfalls.stream())
                            .distinct()
                            .toList(),
                    Stream.concat(queries.stream(), later.queries.stream()).toList());
        }
    }

    /// Something that a source cannot see, or a need that it cannot satisfy.
    ///
    /// @param code stable upper-case name, such as [#DATA_EVENTS_NOT_SEEN]
    /// @param text one sentence for people
    public record Shortfall(String code, String text) {

        /// The code of a source that has management events alone.
        public static final String DATA_EVENTS_NOT_SEEN = "DATA_EVENTS_NOT_SEEN";
    }

    /// A statement that an engine ran.
    ///
    /// @param name what it asks, such as `openings`: lower-case letters, digits and hyphens
    /// @param id the engine's own, such as Athena's QueryExecutionId
    /// @param sql as it was run, comments included
    /// @param engine its version as it tells it; `""` where it does not
    /// @param bytesScanned by its own count
    /// @param queueMillis how long the statement waited
    /// @param runMillis how long it ran
    /// @param rows that it returned
    public record QueryRun(
            String name,
            String id,
            String sql,
            String engine,
            long bytesScanned,
            long queueMillis,
            long runMillis,
            long rows) {

        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,199}");

        public QueryRun {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the name of a query is \"%s\"; give lower-case letters, digits and hyphens"
                                .formatted(name));
            }
        }
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
    /// @param gap why nothing, or not everything, of this place could be read; `""` where it could
    public record Seen(
            Place place, long files, long records, Instant first, Instant last, String gap) {

        /// A place of which nothing could be read.
        public static Seen missing(Place place, String why) {
            return new Seen(place, 0, 0, Instant.EPOCH, Instant.EPOCH, why);
        }

        private Seen and(Seen later, LongBinaryOperator both) {
            if (later.records == 0) {
                return new Seen(
                        place, files, records, first, last, gap.isEmpty() ? later.gap : gap);
            }
            if (records == 0) {
                return later.and(this, both);
            }
            return new Seen(
                    place,
                    Math.max(files, later.files),
                    both.applyAsLong(records, later.records),
                    first.isBefore(later.first) ? first : later.first,
                    last.isAfter(later.last) ? last : later.last,
                    gap.isEmpty() ? later.gap : gap);
        }

        private static List<Seen> merged(
                List<Seen> earlier, List<Seen> later, LongBinaryOperator both) {
            Map<Place, Seen> places = new TreeMap<>();
            earlier.forEach(seen -> places.put(seen.place, seen));
            later.forEach(seen ->
                    places.merge(seen.place, seen, (first, second) -> first.and(second, both)));
            return List.copyOf(places.values());
        }
    }
}
