package dev.glasstrail.trail.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.trino.Cluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can go wrong with Athena, each with its one line.
final class AthenaFaultsTest {

    private static final String FIRST = "00000001-0000-4000-8000-000000000000";

    private final AthenaAtHand athena = new AthenaAtHand();

    @AfterEach
    void close() {
        athena.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GetTableMetadata | the table hive.trails.T cannot be looked up: access is denied; allow athena:GetTableMetadata and glue:GetTable to the identity that `glasstrail doctor` names",
                "GetWorkGroup | the workgroup audit cannot be read: access is denied; allow athena:GetWorkGroup to the identity that `glasstrail doctor` names",
                "StartQueryExecution | the query rule-matches cannot be started: access is denied; allow athena:StartQueryExecution to the identity that `glasstrail doctor` names",
                "GetQueryExecution | the query rule-matches (00000001-0000-4000-8000-000000000000) cannot be watched: access is denied; allow athena:GetQueryExecution to the identity that `glasstrail doctor` names; started again within a day, the run takes up the query 00000001-0000-4000-8000-000000000000 and pays for no second scan",
            })
    void aDeniedCallNamesThePermissionThatItNeeds(String operation, String message)
            throws Exception {
        athena.endpoint().refusing(operation, 1, 400, "AccessDeniedException", "no");

        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-1"))).isEqualTo(message);
    }

    @Test
    void aDeniedPageNamesItsPermissionToo() throws Exception {
        athena.endpoint()
                .managed()
                .refusing("GetQueryResults", 1, 400, "AccessDeniedException", "no");

        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-1")))
                .startsWith(
                        "the result of the query rule-matches ("
                                + FIRST
                                + ") cannot be read on after 0 rows: access is denied; allow"
                                + " athena:GetQueryResults");
    }

    @Test
    void expiredCredentialsAreToldAsSuch() throws Exception {
        athena.endpoint()
                .refusing("StartQueryExecution", 1, 400, "ExpiredTokenException", "expired");

        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-1")))
                .isEqualTo(
                        "the query rule-matches cannot be started: the credentials have expired;"
                                + " sign in again or renew them");
    }

    @Test
    void anEndpointThatIsDownIsToldAsSuch() throws Exception {
        assertThat(failure(athena.down().source(AthenaAtHand.table("a"), "run-1")))
                .startsWith("the table hive.trails.T cannot be looked up: no connection (")
                .endsWith("; check the endpoint, the proxy and the network");
    }

    @Test
    void aTableThatIsNotThereIsToldWithTheWayToMakeIt() throws Exception {
        assertThat(failure(athena.source(new Cluster.TableName("hive", "trails", "no_such"), "r")))
                .isEqualTo(
                        "there is no table hive.trails.no_such; give source.athena.database and"
                                + " table, or make it with `glasstrail setup athena-table`");
    }

    @Test
    void throttledCallsAreTriedAgain() throws Exception {
        for (String operation :
                List.of("GetTableMetadata", "StartQueryExecution", "GetQueryExecution")) {
            athena.endpoint().refusing(operation, 3, 400, "ThrottlingException", "Rate exceeded");
        }
        athena.endpoint().refusing("GetWorkGroup", 2, 500, "InternalServerException", "oops");

        assertThat(read(athena.source(AthenaAtHand.table("a"), "run-1")).records()).isEqualTo(1);
        assertThat(athena.endpoint().executions()).isEqualTo(1);
    }

    @Test
    void placesThatOtherQueriesTakeAreWaitedForWithGrowingPauses() throws Exception {
        athena.endpoint()
                .refusing("StartQueryExecution", 24, 400, "TooManyRequestsException", "full");

        assertThat(read(athena.source(AthenaAtHand.table("a"), "run-1")).records()).isEqualTo(1);
        assertThat(athena.slept().size()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void placesThatNeverBecomeFreeEndTheRunAtItsDeadline() throws Exception {
        athena.endpoint()
                .refusing("StartQueryExecution", 100_000, 400, "TooManyRequestsException", "full");

        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-1")))
                .startsWith(
                        "the query rule-matches cannot be started: up to the deadline other"
                                + " queries took every place that Athena gives this account and"
                                + " region");
        assertThat(total(athena.slept())).isBetween(Duration.ofMinutes(25), Duration.ofMinutes(31));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"State\":\"FAILED\",\"StateChangeReason\":\"HIVE_BAD_DATA\",\"AthenaError\":{\"ErrorCategory\":2,\"ErrorType\":1006,\"Retryable\":false}} | failed: a fault of the query, the table or the permissions, type 1006",
                "{\"State\":\"CANCELLED\",\"StateChangeReason\":\"Query cancelled by user\"} | was cancelled by somebody, not by a limit (Athena: Query cancelled by user); ask who uses the workgroup audit, and run it again",
                "{\"State\":\"CANCELLED\",\"StateChangeReason\":\"Bytes scanned limit was exceeded\"} | scanned more than the workgroup audit lets one query scan and was cut off (Athena: Bytes scanned limit was exceeded); what it scanned is billed",
                "{\"State\":\"CANCELLED\",\"StateChangeReason\":\"Query timeout\"} | ran into Athena's own time limit, 30 minutes unless it was raised (Athena: Query timeout)",
                "{\"State\":\"FAILED\",\"StateChangeReason\":\"late\",\"AthenaError\":{\"ErrorCategory\":1,\"ErrorType\":206}} | ran into Athena's own time limit, 30 minutes unless it was raised (Athena: late)",
            })
    void everyEndOfAQueryIsToldApart(String status, String words) throws Exception {
        athena.endpoint().ending(status);

        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-1")))
                .startsWith("the query rule-matches (" + FIRST + ") " + words);
    }

    @Test
    void aFailureThatMayPassIsTriedOnceMoreAndNoMore() throws Exception {
        String passing =
                """
                {"State":"FAILED","StateChangeReason":"busy",\
                "AthenaError":{"ErrorCategory":1,"ErrorType":1,"Retryable":true}}\
                """;
        athena.endpoint().ending(passing);
        assertThat(read(athena.source(AthenaAtHand.table("a"), "run-1")).records()).isEqualTo(1);
        assertThat(athena.endpoint().executions()).isEqualTo(2);

        athena.endpoint().ending(passing).ending(passing);
        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-2")))
                .contains("failed 2 times: a fault inside Athena");
        assertThat(athena.endpoint().executions()).isEqualTo(4);
    }

    @Test
    void theDeadlineStopsTheQuery() throws Exception {
        athena.endpoint().endless();

        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-1")))
                .isEqualTo(
                        "the query rule-matches ("
                                + FIRST
                                + ") was still RUNNING after 30 minutes, the limit of"
                                + " source.athena.deadline, and was stopped; ask for fewer"
                                + " accounts, regions or days, or give it longer");
        assertThat(athena.endpoint().calls()).endsWith("StopQueryExecution");
        assertThat(total(athena.slept())).isLessThanOrEqualTo(Duration.ofMinutes(31));
    }

    @Test
    void anInterruptionStopsTheQueryAndAFailedStopIsNotHidden() throws Exception {
        athena.endpoint()
                .endless()
                .refusing("StopQueryExecution", 1, 400, "AccessDeniedException", "no");
        athena.onSleep(() -> {
            throw new InterruptedException("stop");
        });
        TrailSource source = athena.source(AthenaAtHand.table("a"), "run-1");

        Throwable thrown = catchThrowable(() -> read(source));

        assertThat(thrown).isInstanceOf(InterruptedException.class);
        assertThat(thrown.getSuppressed()[0])
                .hasMessageContaining("allow athena:StopQueryExecution");
        assertThat(athena.endpoint().calls()).endsWith("StopQueryExecution");
    }

    @Test
    void aResultThatIsCutOffIsNoResult() throws Exception {
        TrailSource source = athena.source(AthenaAtHand.table("a", "b"), "run-1");
        athena.endpoint().cuttingTheResultAt(500);
        List<String> handedOn = new ArrayList<>();

        assertThatThrownBy(() ->
                        source.read(
                                MadeRecord.request(), event -> handedOn.add(event.key().eventId())))
                .isInstanceOf(TrailException.class)
                .hasMessageStartingWith(
                        "the result of the query rule-matches ("
                                + FIRST
                                + ") cannot be read to its end: ");
    }

    @Test
    void aQueryThatFailsInTheMiddleOfItsPagesIsTakenUpAgainByTheNextStart() throws Exception {
        Cluster.TableName table =
                AthenaAtHand.table(
                        IntStream.range(0, 30).mapToObj(i -> "e-" + i).toArray(String[]::new));
        athena.endpoint().managed().inPagesOf(10);
        TrailSource dying = athena.source(table, "run-1");
        List<String> handedOn = new ArrayList<>();

        assertThatThrownBy(() ->
                        dying.read(
                                MadeRecord.request(),
                                event -> {
                                    handedOn.add(event.key().eventId());
                                    if (handedOn.size() == 9) {
                                        athena.endpoint()
                                                .refusing("GetQueryResults", 100, 0, "", "");
                                    }
                                }))
                .hasMessageContaining("cannot be read on after 9 rows")
                .hasMessageEndingWith("pays for no second scan");
    }

    @Test
    void aRunThatDiedTakesItsQueryUpAgainAndAnotherRunDoesNot() throws Exception {
        Cluster.TableName table = AthenaAtHand.table("a");
        athena.endpoint().endless();
        athena.onSleep(() -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> read(athena.source(table, "run-1"))).hasMessage("killed");
        athena.endpoint().ended();
        athena.onSleep(() -> {});

        assertThat(read(athena.source(table, "run-1")).records()).isEqualTo(1);
        assertThat(athena.endpoint().executions()).isEqualTo(1);
        assertThat(read(athena.source(table, "run-2")).records()).isEqualTo(1);
        assertThat(athena.endpoint().executions()).isEqualTo(2);
    }

    @Test
    void anEarlierResultIsRefused() throws Exception {
        athena.endpoint().reusing();

        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-1")))
                .startsWith(
                        "Athena answered the query rule-matches ("
                                + FIRST
                                + ") with an earlier result, though result reuse was switched off");
    }

    @Test
    void aBudgetIsKeptOrItsBreachIsSaid() throws Exception {
        Cluster.TableName table = AthenaAtHand.table("a");
        athena.allowing(new Budget(Duration.ofMinutes(30), 12_000_000, Budget.Over.REFUSE));
        assertThat(failure(athena.source(table, "run-1")))
                .startsWith("the queries of this run (" + FIRST + ") scanned ")
                .contains("raise source.athena.budget");

        athena.allowing(new Budget(Duration.ofMinutes(30), 12_000_000, Budget.Over.WARN));
        assertThat(read(athena.source(table, "run-1")).notes().shortfalls())
                .extracting(Reading.Shortfall::code)
                .contains("OVER_BUDGET");
    }

    @Test
    void aQueryThatScansMoreThanTheBudgetIsStopped() throws Exception {
        athena.allowing(new Budget(Duration.ofMinutes(30), 12_000_000, Budget.Over.REFUSE));
        athena.endpoint().endless();

        assertThat(failure(athena.source(AthenaAtHand.table("a"), "run-1")))
                .isEqualTo(
                        "the query rule-matches ("
                                + FIRST
                                + ") had scanned 12.3 MB, which takes the run over its budget of"
                                + " 12.0 MB, and was stopped; ask for fewer accounts, regions or"
                                + " days, or raise source.athena.budget");
        assertThat(athena.endpoint().calls()).endsWith("StopQueryExecution");
    }

    @Test
    void aClockThatIsTenMinutesOffIsSaid() throws Exception {
        assertThat(
                        read(athena.aheadBy(Duration.ofMinutes(10))
                                        .source(AthenaAtHand.table("a"), "run-1"))
                                .notes()
                                .shortfalls())
                .contains(
                        new Reading.Shortfall(
                                "CLOCK_SKEW",
                                "This machine's clock is 10 minutes ahead of AWS's, so the time of"
                                        + " making and every age in this report are as much off;"
                                        + " set the clock and make the report again."));
    }

    private static Reading read(TrailSource source) throws Exception {
        return source.read(MadeRecord.request(), _ -> {});
    }

    /// The one line, the table's name in it replaced by T.
    private static String failure(TrailSource source) throws IOException {
        Throwable thrown = catchThrowable(() -> read(source));
        assertThat(thrown).isInstanceOf(TrailException.class);
        String message = String.valueOf(thrown.getMessage());
        assertThat(message).doesNotContain("\n");
        return message.replaceAll("trails_[0-9]+", "T");
    }

    private static Duration total(List<Duration> pauses) {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
