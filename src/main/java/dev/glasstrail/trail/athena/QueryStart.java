package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.TrailQuery;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.ThrottleReason;
import software.amazon.awssdk.services.athena.model.TooManyRequestsException;

/// Starts statements under tokens of their run.
final class QueryStart {

    private final AwsClients aws;
    private final AthenaTable table;
    private final RunKey key;

    QueryStart(AwsClients aws, AthenaTable table, RunKey key) {
        this.aws = aws;
        this.table = table;
        this.key = key;
    }

    /// Starts the statement, waiting while other queries take all places. One that is interrupted
    /// leaves perhaps a query behind, whose id nobody learnt; the run's next start takes it up.
    ///
    /// @param attempt counts the queries that the run had for this statement
    /// @param pauses end with the deadline
    /// @return the query's id; empty where an earlier start of the run used the token with other
    ///   parameters, such as another place for results: Athena refuses it for ever, and the next
    ///   attempt has another
    Optional<String> start(TrailQuery query, Workgroup workgroup, int attempt, Pauses pauses)
            throws TrailException, InterruptedException {
        StartQueryExecutionRequest request = request(query, workgroup, attempt);
        while (true) {
            try {
                return Optional.of(aws.athena().startQueryExecution(request).queryExecutionId());
            } catch (SdkException failure) {
                if (isTaken(failure)) {
                    return Optional.empty();
                }
                if (!Calls.isBusy(failure) || pauses.over()) {
                    throw failed(query, failure);
                }
                pauses.pause();
            }
        }
    }

    private static boolean isTaken(SdkException failure) {
        return failure instanceof InvalidRequestException
                && Calls.message(failure).contains("idempotent parameters do not match");
    }

    private static TrailException failed(TrailQuery query, SdkException failure)
            throws InterruptedException {
        String what = "the query %s cannot be started".formatted(query.name());
        if (failure instanceof TooManyRequestsException busy
                && busy.reason() == ThrottleReason.CONCURRENT_QUERY_LIMIT_EXCEEDED) {
            return new TrailException(
                    what
                            + ": up to the deadline other queries took every place that Athena gives this account and region; run it at another time, give source.athena.deadline more, or have the quota raised",
                    failure);
        }
        return Calls.failed(what, "athena:StartQueryExecution", "", failure);
    }

    private StartQueryExecutionRequest request(TrailQuery query, Workgroup workgroup, int attempt) {
        StartQueryExecutionRequest.Builder request =
                StartQueryExecutionRequest.builder()
                        .queryString(query.sql())
                        .clientRequestToken(key.token(workgroup.name(), query.sql(), attempt))
                        .workGroup(workgroup.name())
                        .queryExecutionContext(context ->
                                context.catalog(table.catalog()).database(table.database()))
                        // An earlier result would lack the logs that have arrived since.
                        .resultReuseConfiguration(reuse ->
                                reuse.resultReuseByAgeConfiguration(age -> age.enabled(false)));
        if (workgroup.place() instanceof Workgroup.Place.OfSettings(String location)) {
            request.resultConfiguration(result -> result.outputLocation(location));
        }
        return request.build();
    }
}
