package dev.glasstrail.trail.trino;

import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.sql.NothingScanned;
import dev.glasstrail.trail.sql.RowReader;
import dev.glasstrail.trail.sql.TrailQuery;
import dev.glasstrail.trail.sql.Wanted;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Reads the trail's records out of a table of a Trino cluster.
///
/// Each read is one statement, whose rows are taken as they come and never held. The statement is
/// stopped in the cluster when its deadline passes, when the thread is interrupted and when whoever
/// takes the records fails.
public final class TrinoTrailSource implements TrailSource {

    private final Cluster cluster;
    private final Wanted wanted;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Failures failures;

    /// @param wanted which accounts and regions are asked for
    /// @param clock says which day is today, where the table's partitions end with today
    public TrinoTrailSource(Cluster cluster, Wanted wanted, Clock clock) {
        this(cluster, wanted, clock, Sleeper.ofThread());
    }

    TrinoTrailSource(Cluster cluster, Wanted wanted, Clock clock, Sleeper sleeper) {
        this.cluster = cluster;
        this.wanted = wanted;
        this.clock = clock;
        this.sleeper = sleeper;
        this.failures = new Failures(cluster);
    }

    @Override
    public String kind() {
        return "trino";
    }

    @Override
    public Reading read(ReadRequest request, Sink sink)
            throws TrailException, InterruptedException {
        requireNoInterrupt();
        // How many bytes there are is not known before the cluster has read them.
        request.progress().started(0);
        try (Connection connection = connect()) {
            TrailQuery query = query(connection, request);
            RowReader reader = new RowReader(query, request, sink);
            Scan scan = new Scan(connection, cluster, sleeper, failures);
            Reading.QueryRun run = scan.run(query, reader, request.progress());
            return reader.reading(run, shortfalls(run));
        } catch (SQLException notClosed) {
            throw failures.failed("the connection cannot be closed", notClosed);
        } finally {
            request.progress().finished();
        }
    }

    @Override
    public ReadPlan plan(ReadRequest request) throws TrailException, InterruptedException {
        requireNoInterrupt();
        try (Connection connection = connect()) {
            TrailQuery query = query(connection, request);
            List<String> lines = new ArrayList<>();
            lines.add("Asks the table %s of %s.".formatted(cluster.table(), cluster));
            lines.addAll(query.lines());
            return new ReadPlan(lines, List.of(new ReadPlan.Statement(query.name(), query.sql())));
        } catch (SQLException notClosed) {
            throw failures.failed("the connection cannot be closed", notClosed);
        }
    }

    private List<Reading.Shortfall> shortfalls(Reading.QueryRun run) {
        return run.bytesScanned() == 0 && run.rows() == 0
                ? List.of(NothingScanned.shortfall("Trino", run.name(), cluster.table().toString()))
                : List.of();
    }

    private TrailQuery query(Connection connection, ReadRequest request)
            throws TrailException, InterruptedException {
        try {
            return TrailQuery.of(
                    new TableDescription(connection, cluster, sleeper)
                            .of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                    wanted,
                    request);
        } catch (SQLTimeoutException _) {
            throw failures.late("the table cannot be described");
        } catch (SQLException failure) {
            requireNoInterrupt(failure);
            throw failures.failed("the table cannot be described", failure);
        }
    }

    private Connection connect() throws TrailException, InterruptedException {
        Properties properties = new Properties();
        properties.setProperty("user", cluster.login().user());
        properties.setProperty("source", "glasstrail");
        if (!cluster.login().password().isEmpty()) {
            properties.setProperty("password", cluster.login().password());
        }
        try {
            return DriverManager.getConnection(cluster.url(), properties);
        } catch (SQLException failure) {
            requireNoInterrupt(failure);
            throw failures.failed("the cluster cannot be asked", failure);
        }
    }

    private static void requireNoInterrupt(Throwable failure) throws InterruptedException {
        if (Failures.isInterruption(failure)) {
            Thread.interrupted();
            throw new InterruptedException();
        }
        requireNoInterrupt();
    }

    private static void requireNoInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
