package dev.glasstrail.trail.trino;

import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.sql.Projection;
import dev.glasstrail.trail.sql.Sql;
import dev.glasstrail.trail.sql.TrailTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Asks a cluster what it knows of a table: its columns, and its partitions from their projection
/// or else from their list. Reads no record.
final class TableDescription {

    private static final List<String> PARTITION_COLUMNS = List.of("account", "region", "timestamp");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern(Projection.DAY_FORMAT, Locale.ROOT);

    private final Connection connection;
    private final Cluster.TableName table;
    private final Duration deadline;
    private final Sleeper sleeper;

    /// @param sleeper waits for the cluster's deadline
    TableDescription(Connection connection, Cluster cluster, Sleeper sleeper) {
        this.connection = connection;
        this.table = cluster.table();
        this.deadline = cluster.deadline();
        this.sleeper = sleeper;
    }

    /// @param today in UTC
    /// @throws SQLTimeoutException if an answer was not there by the cluster's deadline
    TrailTable of(LocalDate today) throws SQLException {
        Map<String, String> columns = columns();
        Projection projection = Projection.of(parameters(), today);
        return new TrailTable(
                table.toString(),
                columns,
                projection.known() && isApplied(projection) ? projection : listed(columns));
    }

    /// What becomes of rows.
    private interface Rows<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T ask(String sql, Rows<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                Deadline end = new Deadline(statement, deadline, sleeper)) {
            try (ResultSet rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            } catch (SQLException failure) {
                throw end.isPassed() ? late(failure) : failure;
            } catch (RuntimeException brokenWay) {
                SQLException failure = new SQLException(brokenWay.getMessage(), brokenWay);
                throw end.isPassed() ? late(failure) : failure;
            }
        }
    }

    private static SQLTimeoutException late(SQLException failure) {
        return new SQLTimeoutException("stopped", failure);
    }

    private Map<String, String> columns() throws SQLException {
        return ask(
                "SHOW COLUMNS FROM " + table,
                rows -> {
                    Map<String, String> columns = new LinkedHashMap<>();
                    while (rows.next()) {
                        columns.put(rows.getString(1), rows.getString(2));
                    }
                    return columns;
                });
    }

    /// The table's parameters as the metastore has them; none for a view or another connector.
    private Map<String, String> parameters() throws SQLException {
        try {
            return ask("SELECT * FROM " + table.about("properties"), TableDescription::parameters);
        } catch (SQLException failure) {
            requireAnswer(failure);
            return Map.of();
        }
    }

    private static Map<String, String> parameters(ResultSet rows) throws SQLException {
        Map<String, String> parameters = new HashMap<>();
        ResultSetMetaData names = rows.getMetaData();
        if (rows.next()) {
            for (int at = 1; at <= names.getColumnCount(); at++) {
                String value = rows.getString(at);
                if (value != null) {
                    parameters.put(names.getColumnLabel(at), value);
                }
            }
        }
        return parameters;
    }

    /// Whether the cluster makes the partitions from the projection, or lists those of the
    /// metastore although the table has one: `hive.partition-projection-enabled` may be off. One
    /// place is enough to see it; where it cannot be asked for, the projection is believed.
    private boolean isApplied(Projection projection) throws SQLException {
        Projection.Days days = projection.everywhere();
        if (projection.accounts().isEmpty()
                || projection.regions().isEmpty()
                || days.first().equals(LocalDate.MIN)
                || days.last().equals(LocalDate.MAX)) {
            return true;
        }
        long partitions = ChronoUnit.DAYS.between(days.first(), days.last()) + 1;
        try {
            return ask(
                    "SELECT count(*) FROM %s WHERE account = %s AND region = %s"
                            .formatted(
                                    table.about("partitions"),
                                    Sql.literal(projection.accounts().getFirst()),
                                    Sql.literal(projection.regions().getFirst())),
                    rows -> rows.next() && rows.getLong(1) >= partitions);
        } catch (SQLException failure) {
            requireAnswer(failure);
            return true;
        }
    }

    /// The partitions that the metastore lists. One that is not listed is not read.
    private Projection listed(Map<String, String> columns) throws SQLException {
        List<String> keys = PARTITION_COLUMNS.stream().filter(columns::containsKey).toList();
        if (keys.isEmpty()) {
            return Projection.UNKNOWN;
        }
        String selected =
                PARTITION_COLUMNS.stream()
                        .map(key -> keys.contains(key) ? "\"" + key + "\"" : "NULL")
                        .map(key -> "CAST(" + key + " AS varchar)")
                        .collect(Collectors.joining(", "));
        try {
            return ask(
                    "SELECT a, r, min(d), max(d) FROM (SELECT "
                            + selected
                            + " FROM "
                            + table.about("partitions")
                            + ") AS p (a, r, d) GROUP BY a, r",
                    TableDescription::listed);
        } catch (SQLException failure) {
            requireAnswer(failure);
            return Projection.UNKNOWN;
        }
    }

    private static Projection listed(ResultSet rows) throws SQLException {
        TreeSet<String> accounts = new TreeSet<>();
        TreeSet<String> regions = new TreeSet<>();
        Map<Place, Projection.Days> listed = new HashMap<>();
        int places = 0;
        while (rows.next()) {
            places++;
            Place place = new Place(text(rows, 1), text(rows, 2));
            accounts.add(place.account());
            regions.add(place.region());
            Optional<LocalDate> first = day(rows.getString(3));
            Optional<LocalDate> last = day(rows.getString(4));
            if (first.isPresent() && last.isPresent()) {
                listed.put(place, new Projection.Days(first.get(), last.get()));
            }
        }
        if (places == 0) {
            return Projection.UNKNOWN;
        }
        // Where some days are spelled in another way, their order is not known.
        boolean areDays = listed.size() == places;
        accounts.remove("");
        regions.remove("");
        return new Projection(
                true,
                List.copyOf(accounts),
                List.copyOf(regions),
                Projection.Days.ALL,
                areDays ? Projection.DAY_FORMAT : "",
                areDays ? listed : Map.of());
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        return Objects.requireNonNullElse(rows.getString(column), "");
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeException _) {
            // Spelled in another way, and so without an order that is known.
            return Optional.empty();
        }
    }

    private static void requireAnswer(SQLException failure) throws SQLException {
        if (!Failures.isAnswer(failure)) {
            throw failure;
        }
    }
}
