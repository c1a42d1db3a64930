package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.athena.QueryEnd.Failed;
import dev.glasstrail.trail.athena.QueryEnd.Succeeded;
import dev.glasstrail.trail.sql.TrailQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatistics;

/// Has a statement run to its end, once for each run however often the run is started.
final class QueryRunner {

    /// More than any run is started again; each costs two calls and no scan.
    private static final int MOST_ATTEMPTS = 20;

    /// The answer's time has no fractions, and the servers' clocks differ a little.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final AwsClients aws;
    private final QueryStart start;
    private final Budget budget;
    private final Spending spending;
    private final Pacing pacing;

    QueryRunner(AwsClients aws, QueryStart start, Budget budget, Spending spending, Pacing pacing) {
        this.aws = aws;
        this.start = start;
        this.budget = budget;
        this.spending = spending;
        this.pacing = pacing;
    }

    /// Starts the statement, or takes up the query that an earlier start of the run began, and
    /// waits for its end.
    ///
    /// @return a query that has succeeded
    /// @throws TrailException if it ended in any other way, not before the deadline, or takes the
    ///   run over its budget
    /// @throws InterruptedException if the thread was interrupted; the query has been stopped
    QueryExecution run(TrailQuery query, Workgroup workgroup)
            throws TrailException, InterruptedException {
        Instant begun = pacing.now();
        Instant begunForAws = begun.minus(aws.clockAhead()).minus(TOLERANCE);
        Instant deadline = begun.plus(budget.deadline());
        int tries = 0;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            spending.checkOneMore();
            Optional<String> id = start.start(query, workgroup, attempt, pacing.until(deadline));
            if (id.isEmpty()) {
                continue;
            }
            QueryExecution execution = ended(query.name(), id.get(), deadline);
            spending.add(id.get(), bytes(execution));
            QueryEnd end = QueryEnd.of(execution.status()).orElseThrow();
            if (end instanceof Succeeded) {
                return execution;
            }
            // What ended in an earlier start of the run says nothing of this one: its cause may
            // have been put right since, or it was stopped because that start was.
            if (isOlder(execution, begunForAws)) {
                continue;
            }
            tries++;
            if (!(end instanceof Failed failed && failed.retryable() && tries == 1)) {
                throw new TrailException(
                        EndWords.of(shown(query.name(), id.get()), end, tries, workgroup));
            }
        }
        throw new TrailException(
                "%d queries that this run began for %s have ended without a result; see their ends in Athena's history, and start a new run"
                        .formatted(MOST_ATTEMPTS, query.name()));
    }

    /// A query as messages name it.
    static String shown(String name, String id) {
        return name + " (" + id + ")";
    }

    /// What to do when something fails while the query runs or after it ended well.
    static String goOn(String id) {
        return "; started again within a day, the run takes up the query %s and pays for no second scan"
                .formatted(id);
    }

    /// Bytes that it scanned.
    static long bytes(QueryExecution execution) {
        return Optional.ofNullable(execution.statistics())
                .map(QueryExecutionStatistics::dataScannedInBytes)
                .orElse(0L);
    }

    private QueryExecution ended(String name, String id, Instant deadline)
            throws TrailException, InterruptedException {
        Pauses pauses = pacing.until(deadline);
        String state = "";
        try {
            while (true) {
                Optional<QueryExecution> execution = execution(name, id);
                if (execution.isPresent()) {
                    if (QueryEnd.of(execution.get().status()).isPresent()) {
                        return execution.get();
                    }
                    state = String.valueOf(execution.get().status().stateAsString());
                    if (spending.isOverWith(id, bytes(execution.get()))) {
                        throw tooMuch(name, id, bytes(execution.get()));
                    }
                }
                if (pauses.over()) {
                    throw late(name, id, state);
                }
                pauses.pause();
            }
        } catch (InterruptedException interruption) {
            stop(id).ifPresent(interruption::addSuppressed);
            throw interruption;
        }
    }

    /// The query as Athena sees it; empty where Athena is too busy to say.
    private Optional<QueryExecution> execution(String name, String id)
            throws TrailException, InterruptedException {
        try {
            return Optional.of(
                    aws.athena()
                            .getQueryExecution(request -> request.queryExecutionId(id))
                            .queryExecution());
        } catch (SdkException failure) {
            if (Calls.isBusy(failure)) {
                return Optional.empty();
            }
            throw Calls.failed(
                    "the query %s cannot be watched".formatted(shown(name, id)),
                    "athena:GetQueryExecution",
                    goOn(id),
                    failure);
        }
    }

    private TrailException late(String name, String id, String state) {
        return stopped(
                "the query %s was still %s after %s, the limit of source.athena.deadline,"
                        .formatted(shown(name, id), words(state), Amounts.time(budget.deadline())),
                id,
                "give it longer");
    }

    private TrailException tooMuch(String name, String id, long bytes) {
        return stopped(
                "the query %s had scanned %s, which takes the run over its budget of %s,"
                        .formatted(shown(name, id), Amounts.bytes(bytes), spending.limit()),
                id,
                "raise source.athena.budget");
    }

    private TrailException stopped(String why, String id, String otherwise) {
        Optional<TrailException> failedStop = stop(id);
        TrailException stopped =
                new TrailException(
                        "%s and %s; ask for fewer accounts, regions or days, or %s"
                                .formatted(
                                        why,
                                        failedStop.isEmpty()
                                                ? "was stopped"
                                                : "could not be stopped: it goes on and costs",
                                        otherwise));
        failedStop.ifPresent(stopped::addSuppressed);
        return stopped;
    }

    private static String words(String state) {
        return switch (state) {
            case "QUEUED", "RUNNING" -> state;
            case "" -> "without a known state, because Athena was too busy to say,";
            default ->
                    "in the state %s, which this version does not know,"
                            .formatted(Calls.shown(state));
        };
    }

    /// @return why it could not be stopped; empty where it was
    private Optional<TrailException> stop(String id) {
        try {
            aws.athena().stopQueryExecution(request -> request.queryExecutionId(id));
            return Optional.empty();
        } catch (SdkException failure) {
            return Optional.of(
                    new TrailException(
                            AwsFailures.line(
                                    "the query %s cannot be stopped".formatted(id),
                                    "athena:StopQueryExecution",
                                    failure),
                            failure));
        }
    }

    private static boolean isOlder(QueryExecution execution, Instant begun) {
        Instant submitted = execution.status().submissionDateTime();
        return submitted != null && submitted.isBefore(begun);
    }
}
