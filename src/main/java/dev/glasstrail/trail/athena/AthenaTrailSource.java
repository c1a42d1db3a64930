package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.trail.ClockSkew;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.QueryRun;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.sql.NothingScanned;
import dev.glasstrail.trail.sql.RowReader;
import dev.glasstrail.trail.sql.TrailQuery;
import dev.glasstrail.trail.sql.Wanted;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;

/// Reads a trail through a table in Amazon Athena, one statement for each read.
///
/// A run that died is started again with the same key and takes its queries up where they are,
/// without a second scan. Memory does not depend on the size of the result. For one thread.
public final class AthenaTrailSource implements TrailSource {

    private final AwsClients aws;
    private final AthenaTable table;
    private final Wanted wanted;
    private final Budget budget;
    private final Pacing pacing;
    private final Spending spending;
    private final Catalog catalog;
    private final QueryRunner runner;

    /// @param key of the run: the same one only for a restart of the same run
    /// @param clock of this machine
    public AthenaTrailSource(
            AwsClients aws,
            AthenaTable table,
            Wanted wanted,
            Budget budget,
            RunKey key,
            Clock clock,
            Sleeper sleeper) {
        this.aws = aws;
        this.table = table;
        this.wanted = wanted;
        this.budget = budget;
        this.pacing =
                new Pacing(clock, sleeper, new SplittableRandom(clock.instant().toEpochMilli()));
        this.spending = new Spending(budget);
        this.catalog = new Catalog(aws, table);
        this.runner =
                new QueryRunner(aws, new QueryStart(aws, table, key), budget, spending, pacing);
    }

    @Override
    public String kind() {
        return "athena";
    }

    /// {@inheritDoc}
    ///
    /// @throws TrailException if the table, the workgroup or the result cannot be read, the query
    ///   does not succeed by its deadline, or the run has scanned more than its budget lets it
    @Override
    public Reading read(ReadRequest request, Sink sink)
            throws TrailException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up before Athena was asked");
        }
        TrailQuery query = query(request);
        Workgroup workgroup = catalog.workgroup();
        QueryExecution execution = runner.run(query, workgroup);
        checkFresh(query, execution);
        spending.check();
        RowReader rows = new RowReader(query, request, sink);
        new Results(aws, pacing).read(shown(query, execution), execution, rows, request.progress());
        return rows.reading(
                run(query, workgroup, execution, rows.rows()), shortfalls(query, execution));
    }

    @Override
    public ReadPlan plan(ReadRequest request) throws TrailException, InterruptedException {
        TrailQuery query = query(request);
        List<String> lines = new ArrayList<>();
        lines.add("Asks the table %s in Amazon Athena.".formatted(table.shown()));
        lines.addAll(query.lines());
        lines.addAll(catalog.workgroup().lines(budget));
        lines.add(spending.line());
        return new ReadPlan(lines, List.of(new ReadPlan.Statement(query.name(), query.sql())));
    }

    private TrailQuery query(ReadRequest request) throws TrailException, InterruptedException {
        return TrailQuery.of(
                catalog.table(LocalDate.ofInstant(pacing.now(), ZoneOffset.UTC)), wanted, request);
    }

    /// The request says so, yet it is the answer that counts: an earlier result lacks every log
    /// that has arrived since.
    private static void checkFresh(TrailQuery query, QueryExecution execution)
            throws TrailException {
        boolean reused =
                Optional.ofNullable(execution.statistics())
                        .map(QueryExecutionStatistics::resultReuseInformation)
                        .map(reuse -> reuse.reusedPreviousResult())
                        .orElse(false);
        if (reused) {
            throw new TrailException(
                    "Athena answered the query %s with an earlier result, though result reuse was switched off; start a new run, and report it to AWS if it happens again"
                            .formatted(shown(query, execution)));
        }
    }

    private static QueryRun run(
            TrailQuery query, Workgroup workgroup, QueryExecution execution, long rows) {
        String engine = Workgroup.engine(execution.engineVersion());
        return new QueryRun(
                query.name(),
                execution.queryExecutionId(),
                query.sql(),
                engine.isEmpty() ? workgroup.engine() : engine,
                QueryRunner.bytes(execution),
                millis(execution, QueryExecutionStatistics::queryQueueTimeInMillis),
                millis(execution, QueryExecutionStatistics::engineExecutionTimeInMillis),
                rows);
    }

    private static long millis(
            QueryExecution execution, Function<QueryExecutionStatistics, Long> which) {
        return Optional.ofNullable(execution.statistics()).map(which).orElse(0L);
    }

    private List<Shortfall> shortfalls(TrailQuery query, QueryExecution execution) {
        List<Shortfall> shortfalls = new ArrayList<>();
        if (QueryRunner.bytes(execution) == 0) {
            shortfalls.add(NothingScanned.shortfall("Athena", query.name(), table.shown()));
        }
        ClockSkew.of(aws.clockAhead()).ifPresent(shortfalls::add);
        shortfalls.addAll(spending.shortfalls());
        shortfalls.add(
                new Shortfall(
                        "HIDDEN_OBJECTS_NOT_SEEN",
                        "Athena passes over objects in Glacier storage classes, and those whose name begins with _ or a dot, without saying so."));
        return shortfalls;
    }

    private static String shown(TrailQuery query, QueryExecution execution) {
        return QueryRunner.shown(query.name(), execution.queryExecutionId());
    }
}
