package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.ParsedRecord;
import dev.glasstrail.trail.PlaceCounts;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.RecordParser;
import dev.glasstrail.trail.RecordText;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a [TrailQuery] and hands on the records that the request wants. One for each
/// scan; called by one thread at a time.
///
/// Holds no row. A row that cannot be read is named in the [Reading], and the others are read.
public final class RowReader {

    /// The columns of a row in order, lower-case.
    public static final List<String> COLUMNS = List.copyOf(RowRecord.MEMBERS.keySet());

    private final TrailQuery query;
    private final ReadRequest request;
    private final TrailSource.Sink sink;
    private final PlaceCounts places = new PlaceCounts(PlaceCounts.MOST_PLACES);
    private final DamagedRows damaged = new DamagedRows(COLUMNS);
    private long rows;
    private long records;

    /// @param sink takes the wanted records
    public RowReader(TrailQuery query, ReadRequest request, TrailSource.Sink sink) {
        this.query = query;
        this.request = request;
        this.sink = sink;
    }

    /// Checks the names of the result's columns.
    ///
    /// @param names in order, in any case
    /// @throws TrailException if they are others than [#COLUMNS]
    public void header(List<String> names) throws TrailException {
        List<String> lower = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (!lower.equals(COLUMNS)) {
            throw new TrailException(
                    "the engine answers with other columns than were asked for: "
                            + shown(lower)
                            + " instead of "
                            + String.join(", ", COLUMNS)
                            + "; check that nothing between rewrites the statement");
        }
    }

    /// Takes one row.
    ///
    /// @param values in the order of [#COLUMNS]; null is SQL's NULL, which is not the empty text
    public void row(List<@Nullable String> values) {
        rows++;
        if (values.size() != COLUMNS.size()) {
            damaged.lost(values, "has " + values.size() + " columns, not " + COLUMNS.size());
            return;
        }
        if (characters(values) > RecordText.MOST_CHARACTERS) {
            damaged.lost(values, "is larger than the limit for one record");
            return;
        }
        RowRecord record = RowRecord.of(values);
        switch (RecordParser.parse(record.json())) {
            case ParsedRecord.Recognised(TrailEvent event) -> record(event);
            case ParsedRecord.Doubtful(TrailEvent event, String reason) -> {
                record(event);
                damaged.doubtful(values, reason);
            }
            case ParsedRecord.Damaged(String reason) -> damaged.lost(values, reason);
            case ParsedRecord.Unrecognised(String reason) -> damaged.lost(values, reason);
            case ParsedRecord.Insight _, ParsedRecord.Foreign _ -> {
                // No record of an action, whatever else it may lack.
                return;
            }
        }
        record.problems().forEach(problem -> damaged.doubtful(values, problem));
    }

    /// Rows that were taken, whatever they were.
    public long rows() {
        return rows;
    }

    /// What the scan read, once all rows were taken.
    ///
    /// @param run how the engine ran the statement
    /// @param more that the source cannot see, behind what the table lacks
    public Reading reading(Reading.QueryRun run, List<Reading.Shortfall> more) {
        List<Reading.Shortfall> shortfalls = new ArrayList<>(query.shortfalls());
        shortfalls.addAll(more);
        return new Reading(
                records,
                run.bytesScanned(),
                Map.of(),
                damaged.unreadable(),
                places.seen(query.asked(), query.gaps()),
                List.of(),
                new Reading.Notes(shortfalls, List.of(run)));
    }

    private void record(TrailEvent event) {
        records++;
        Instant time = event.call().time();
        if (!time.isBefore(request.from()) && time.isBefore(request.to())) {
            places.record(event);
        }
        if (request.wants(event)) {
            sink.accept(event);
        }
    }

    private static long characters(List<@Nullable String> values) {
        long characters = 0;
        for (String value : values) {
            characters += value == null ? 0 : value.length();
        }
        return characters;
    }

    private static String shown(List<String> names) {
        String plain = String.join(", ", names).replaceAll("[\\p{Cntrl}\\s]+", " ");
        return plain.length() > 300 ? plain.substring(0, 300) + "…" : plain;
    }
}
