package dev.glasstrail.trail.trino;

import dev.glasstrail.trail.sql.Projection;
import dev.glasstrail.trail.sql.TrailTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    TableDescription(Connection connection, Cluster.TableName table) {
        this.connection = connection;
        this.table = table;
    }

    /// @param today in UTC
    TrailTable of(LocalDate today) throws SQLException {
        Map<String, String> columns = columns();
        Projection projection = Projection.of(parameters(), today);
        return new TrailTable(
                table.toString(), columns, projection.known() ? projection : listed(columns));
    }

    private Map<String, String> columns() throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW COLUMNS FROM " + table)) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }

    /// The table's parameters as the metastore has them; none for a view or another connector.
    private Map<String, String> parameters() throws SQLException {
        Map<String, String> parameters = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT * FROM " + table.about("properties"))) {
            ResultSetMetaData names = rows.getMetaData();
            if (rows.next()) {
                for (int at = 1; at <= names.getColumnCount(); at++) {
                    String value = rows.getString(at);
                    if (value != null) {
                        parameters.put(names.getColumnLabel(at), value);
                    }
                }
            }
        } catch (SQLException failure) {
            requireAnswer(failure);
        }
        return parameters;
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
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT a, r, min(d), max(d) FROM (SELECT "
                                        + selected
                                        + " FROM "
                                        + table.about("partitions")
                                        + ") AS p (a, r, d) GROUP BY a, r")) {
            return listed(rows);
        } catch (SQLException failure) {
            requireAnswer(failure);
            return Projection.UNKNOWN;
        }
    }

    private static Projection listed(ResultSet rows) throws SQLException {
        TreeSet<String> accounts = new TreeSet<>();
        TreeSet<String> regions = new TreeSet<>();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        boolean areDays = true;
        boolean any = false;
        while (rows.next()) {
            any = true;
            Optional.ofNullable(rows.getString(1)).ifPresent(accounts::add);
            Optional.ofNullable(rows.getString(2)).ifPresent(regions::add);
            Optional<LocalDate> earliest = day(rows.getString(3));
            Optional<LocalDate> latest = day(rows.getString(4));
            areDays &= earliest.isPresent() && latest.isPresent();
            if (areDays) {
                first = earliest.filter(first::isAfter).orElse(first);
                last = latest.filter(last::isBefore).orElse(last);
            }
        }
        if (!any) {
            return Projection.UNKNOWN;
        }
        return new Projection(
                true,
                List.copyOf(accounts),
                List.copyOf(regions),
                areDays ? first : LocalDate.MIN,
                areDays ? last : LocalDate.MAX,
                areDays ? Projection.DAY_FORMAT : "");
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
