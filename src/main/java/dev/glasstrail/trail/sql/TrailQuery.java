package dev.glasstrail.trail.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.TrailException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The one statement that asks a table for all that a request wants: one scan of its partitions.
///
/// It returns a superset; [RowReader] decides. Same table, same request, same text: an engine that
/// was asked already can be recognised by it. So that a run that is started again asks the same,
/// the end of the time that is asked for is put off to the next full hour.
public final class TrailQuery {

    /// Athena refuses a statement of more than 262,144 bytes; this leaves room for a client's own
    /// words.
    public static final int MOST_BYTES = 200_000;

    private final String name;
    private final String sql;
    private final Partitions partitions;
    private final List<Reading.Shortfall> shortfalls;
    private final boolean coarse;

    private TrailQuery(
            String name,
            String sql,
            Partitions partitions,
            List<Reading.Shortfall> shortfalls,
            boolean coarse) {
        this.name = name;
        this.sql = sql;
        this.partitions = partitions;
        this.shortfalls = List.copyOf(shortfalls);
        this.coarse = coarse;
    }

    /// Makes the statement. Asks nobody.
    ///
    /// @throws TrailException if the table lacks what no report can do without, or has none of the
    ///   accounts or regions that are wanted; the message says how to mend it
    public static TrailQuery of(TrailTable table, Wanted wanted, ReadRequest request)
            throws TrailException {
        TableColumns columns = new TableColumns(table);
        Partitions partitions = new Partitions(table.projection(), columns, wanted, request);
        List<Question> questions = request.needs().stream().map(Question::of).distinct().toList();
        QueryFile frame = QueryFile.read("records");
        Values values = new Values();
        columns.into(values);
        partitions.into(values);
        values.literal("from", request.from().truncatedTo(ChronoUnit.SECONDS).toString());
        values.literal("to", nextFullHour(request.to()).toString());
        int room = MOST_BYTES - bytes(frame.with(values.sql("questions", "")));
        int[] versions = versions(questions, room);
        String sql = frame.with(values.sql("questions", joined(questions, versions)));
        return new TrailQuery(
                name(questions),
                sql + "\n",
                partitions,
                shortfalls(columns, table.projection()),
                IntStream.range(0, versions.length)
                        .anyMatch(at -> versions[at] >= questions.get(at).exact()));
    }

    /// What the statement asks, such as `openings-watched-actions-guard-touches`.
    public String name() {
        return name;
    }

    /// The statement: complete, every value in it, with the comments of the files it was made from;
    /// UTF-8, [#MOST_BYTES] at the most.
    public String sql() {
        return sql;
    }

    /// Which partitions it reads, for people; one sentence each.
    public List<String> lines() {
        List<String> lines = new ArrayList<>(partitions.lines());
        if (coarse) {
            lines.add(
                    "Asks for more records than are wanted: the statement that names each identity"
                            + " or resource would be too long.");
        }
        return lines;
    }

    /// The places that are wanted and that the table does not have, or not for all of the time.
    public List<Reading.Seen> gaps() {
        return partitions.gaps();
    }

    /// What the report loses because of the table, in the order of weight.
    public List<Reading.Shortfall> shortfalls() {
        return shortfalls;
    }

    /// The places that are read, ascending; empty where they are not known by name.
    List<Place> asked() {
        return partitions.asked();
    }

    private static List<Reading.Shortfall> shortfalls(TableColumns columns, Projection projection) {
        List<Reading.Shortfall> shortfalls = new ArrayList<>(columns.shortfalls());
        if (!projection.known()) {
            shortfalls.add(
                    new Reading.Shortfall(
                            "PARTITIONS_NOT_KNOWN",
                            "The engine does not tell which accounts, regions and days the table"
                                    + " has, so that one which is missing is not noticed; days are"
                                    + " looked for in the spellings "
                                    + String.join(", ", Projection.USUAL_DAY_FORMATS)
                                    + " alone."));
        }
        return shortfalls;
    }

    private static Instant nextFullHour(Instant time) {
        Instant hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(time) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }

    /// Coarsens the longest condition that can be coarsened until all fit.
    private static int[] versions(List<Question> questions, int room) throws TrailException {
        int[] versions = new int[questions.size()];
        while (bytes(joined(questions, versions)) > room) {
            int longest = -1;
            for (int at = 0; at < versions.length; at++) {
                Question question = questions.get(at);
                boolean canBeCoarser = versions[at] + 1 < question.versions().size();
                if (canBeCoarser
                        && (longest < 0
                                || length(question, versions[at])
                                        > length(questions.get(longest), versions[longest]))) {
                    longest = at;
                }
            }
            if (longest < 0) {
                throw new TrailException(
                        "the statement for "
                                + name(questions)
                                + " has more than "
                                + MOST_BYTES
                                + " bytes; watch fewer roles and users, by wider patterns");
            }
            versions[longest]++;
        }
        return versions;
    }

    private static int length(Question question, int version) {
        return bytes(question.versions().get(version));
    }

    private static String joined(List<Question> questions, int[] versions) {
        return questions.isEmpty()
                ? Sql.truth(false)
                : IntStream.range(0, versions.length)
                        .mapToObj(at -> questions.get(at).versions().get(versions[at]))
                        .map(condition -> "(\n" + condition + "\n)")
                        .collect(Collectors.joining("\nOR "));
    }

    private static String name(List<Question> questions) {
        return questions.isEmpty()
                ? "nothing"
                : questions.stream()
                        .map(Question::name)
                        .distinct()
                        .collect(Collectors.joining("-"));
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }
}
