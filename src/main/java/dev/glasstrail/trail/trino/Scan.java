package dev.glasstrail.trail.trino;

import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.RowReader;
import dev.glasstrail.trail.sql.TrailQuery;
import io.trino.jdbc.QueryStats;
import io.trino.jdbc.TrinoResultSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs one statement and hands its rows to a reader.
final class Scan {

    private static final int ROWS_BETWEEN_PROGRESS = 1_000;

    private final Connection connection;
    private final Cluster cluster;
    private final Sleeper sleeper;
    private final Failures failures;

    Scan(Connection connection, Cluster cluster, Sleeper sleeper, Failures failures) {
        this.connection = connection;
        this.cluster = cluster;
        this.sleeper = sleeper;
        this.failures = failures;
    }

    /// @throws InterruptedException if the thread was interrupted; the statement has been stopped
    Reading.QueryRun run(TrailQuery query, RowReader reader, Progress progress)
            throws TrailException, InterruptedException {
        String what = "the query " + query.name() + " failed";
        try (Statement statement = connection.createStatement();
                Deadline deadline = new Deadline(statement, cluster.deadline(), sleeper)) {
            try {
                return rows(statement, query, reader, progress, deadline);
            } catch (SQLException | DriverFailure failure) {
                if (deadline.isPassed()) {
                    throw deadline.with(failures.late(what));
                }
                // While the query waits in the cluster, the driver leaves only the thread's mark.
                boolean isMarked = Thread.interrupted();
                if (isMarked || Failures.isInterruption(failure)) {
                    deadline.stop();
                    throw deadline.with(new InterruptedException());
                }
                throw failures.failed(what, failure);
            }
        } catch (SQLException notOpenedOrClosed) {
            throw failures.failed(what, notOpenedOrClosed);
        }
    }

    private Reading.QueryRun rows(
            Statement statement,
            TrailQuery query,
            RowReader reader,
            Progress progress,
            Deadline deadline)
            throws SQLException, DriverFailure, TrailException, InterruptedException {
        String engine = "Trino " + connection.getMetaData().getDatabaseProductVersion();
        try (ResultSet rows = executed(statement, query.sql())) {
            reader.header(names(rows.getMetaData()));
            long told = 0;
            while (next(rows)) {
                if (Thread.interrupted()) {
                    deadline.stop();
                    throw deadline.with(new InterruptedException());
                }
                reader.row(values(rows));
                if (reader.rows() - told >= ROWS_BETWEEN_PROGRESS) {
                    progress.read(0, reader.rows() - told);
                    told = reader.rows();
                }
            }
            progress.read(0, reader.rows() - told);
            if (deadline.isPassed()) {
                // A stopped statement may look like one that has no more rows.
                throw new SQLException("stopped");
            }
            return queryRun(query, engine, rows.unwrap(TrinoResultSet.class), reader.rows());
        }
    }

    private static Reading.QueryRun queryRun(
            TrailQuery query, String engine, TrinoResultSet rows, long number) {
        QueryStats stats = rows.getStats();
        return new Reading.QueryRun(
                query.name(),
                rows.getQueryId(),
                query.sql(),
                engine,
                stats.getPhysicalInputBytes(),
                stats.getQueuedTimeMillis(),
                Math.max(0, stats.getElapsedTimeMillis() - stats.getQueuedTimeMillis()),
                number);
    }

    private static ResultSet executed(Statement statement, String sql)
            throws SQLException, DriverFailure {
        try {
            return statement.executeQuery(sql);
        } catch (RuntimeException unexpected) {
            throw new DriverFailure(unexpected);
        }
    }

    private static boolean next(ResultSet rows) throws SQLException, DriverFailure {
        try {
            return rows.next();
        } catch (RuntimeException unexpected) {
            throw new DriverFailure(unexpected);
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            names.add(columns.getColumnLabel(at));
        }
        return names;
    }

    private static List<@Nullable String> values(ResultSet rows) throws SQLException {
        @Nullable String[] values = new @Nullable String[RowReader.COLUMNS.size()];
        for (int at = 0; at < values.length; at++) {
            values[at] = rows.getString(at + 1);
        }
        return Arrays.asList(values);
    }

    /// What the driver throws unchecked when its way to the cluster breaks or its thread is
    /// interrupted, apart from what the sink throws.
    private static final class DriverFailure extends Exception {

        private static final long serialVersionUID = 1L;

        DriverFailure(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
