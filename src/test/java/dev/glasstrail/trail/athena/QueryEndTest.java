package dev.glasstrail.trail.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.athena.QueryEnd.Cancelled;
import dev.glasstrail.trail.athena.QueryEnd.CancelledByBytesLimit;
import dev.glasstrail.trail.athena.QueryEnd.CancelledByPerson;
import dev.glasstrail.trail.athena.QueryEnd.Category;
import dev.glasstrail.trail.athena.QueryEnd.Failed;
import dev.glasstrail.trail.athena.QueryEnd.Succeeded;
import dev.glasstrail.trail.athena.QueryEnd.TimedOut;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;

final class QueryEndTest {

    private static final Workgroup WORKGROUP =
            new Workgroup("audit", "", 10_000_000_000L, new Workgroup.Place.Managed());

    @Test
    void aQueryThatWaitsOrRunsHasNoEnd() {
        assertThat(QueryEnd.of(status("QUEUED", ""))).isEmpty();
        assertThat(QueryEnd.of(status("RUNNING", ""))).isEmpty();
    }

    @Test
    void aStateThatThisVersionDoesNotKnowIsNoEnd() {
        assertThat(QueryEnd.of(status("PREPARING", ""))).isEmpty();
        assertThat(QueryEnd.of(QueryExecutionStatus.builder().build())).isEmpty();
    }

    @Test
    void whoCancelledStandsInAthenasWordsAlone() {
        assertThat(QueryEnd.of(status("CANCELLED", "Query was cancelled by user")))
                .contains(new CancelledByPerson("Query was cancelled by user"));
        assertThat(QueryEnd.of(status("CANCELLED", "")))
                .contains(new Cancelled("Athena gives no reason"));
        assertThat(
                        QueryEnd.of(
                                status(
                                        "CANCELLED",
                                        "Query cancelled! Bytes scanned limit was exceeded")))
                .contains(
                        new CancelledByBytesLimit(
                                "Query cancelled! Bytes scanned limit was exceeded"));
        assertThat(QueryEnd.of(status("CANCELLED", "Query timeout")))
                .contains(new TimedOut("Query timeout"));
    }

    @Test
    void aFailureHasACategoryATypeAndWhetherToTryAgain() {
        assertThat(QueryEnd.of(failed(1, 3, true)))
                .contains(new Failed(Category.SYSTEM, 3, true, "because"));
        assertThat(QueryEnd.of(failed(2, 1006, false)))
                .contains(new Failed(Category.USER, 1006, false, "because"));
        assertThat(QueryEnd.of(failed(3, 9999, false)))
                .contains(new Failed(Category.OTHER, 9999, false, "because"));
        assertThat(QueryEnd.of(failed(4, 9999, false)))
                .contains(new Failed(Category.UNKNOWN, 9999, false, "because"));
        assertThat(QueryEnd.of(status("FAILED", "because")))
                .contains(new Failed(Category.UNKNOWN, -1, false, "because"));
    }

    @Test
    void aFailureOfTypeTimeOutOrCancelledIsThat() {
        assertThat(QueryEnd.of(failed(2, 206, true))).contains(new TimedOut("because"));
        assertThat(QueryEnd.of(failed(1, 210, true))).contains(new TimedOut("because"));
        assertThat(QueryEnd.of(failed(2, 1011, false))).contains(new CancelledByPerson("because"));
        assertThat(QueryEnd.of(failed(2, 1014, false))).contains(new CancelledByPerson("because"));
    }

    @Test
    void aReasonIsOneLineOfLimitedLength() {
        assertThat(QueryEnd.of(status("CANCELLED", "a\nb\u001b[31m" + "x".repeat(400))))
                .contains(new Cancelled("a b [31m" + "x".repeat(292) + "…"));
    }

    @Test
    void everyEndHasItsWords() {
        List<QueryEnd> ends =
                List.of(
                        new Succeeded(),
                        new Failed(Category.SYSTEM, 3, true, "because"),
                        new Failed(Category.USER, 1006, false, "because"),
                        new Failed(Category.USER, 401, false, "because"),
                        new Failed(Category.USER, 1109, false, "because"),
                        new Failed(Category.USER, 1110, false, "because"),
                        new Failed(Category.OTHER, 1500, false, "because"),
                        new Failed(Category.UNKNOWN, -1, false, "because"),
                        new CancelledByPerson("because"),
                        new Cancelled("because"),
                        new CancelledByBytesLimit("because"),
                        new TimedOut("because"));

        assertThat(
                        ends.stream()
                                .map(end -> EndWords.of("openings (q-1)", end, 1, WORKGROUP))
                                .collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(
                        """
                        the query openings (q-1) succeeded
                        the query openings (q-1) failed: a fault inside Athena, type 3 \
                        (resources exhausted), which may pass when it is tried again (Athena: \
                        because); try again later, or ask for fewer accounts and regions with \
                        source.accounts and source.regions
                        the query openings (q-1) failed: a fault of the query, the table or the \
                        permissions, type 1006 (the statement is wrong), which will not pass by \
                        itself (Athena: because); report it as a fault of glasstrail, with the \
                        statement that --dry-run prints
                        the query openings (q-1) failed: a fault of the query, the table or the \
                        permissions, type 401 (the result could not be written), which will not \
                        pass by itself (Athena: because); allow s3:PutObject and \
                        s3:GetBucketLocation on the output location, and check that the bucket \
                        is there
                        the query openings (q-1) failed: a fault of the query, the table or the \
                        permissions, type 1109 (a path in S3 is not there), which will not pass \
                        by itself (Athena: because); check the location of the table, or make it\
                         again with `glasstrail setup athena-table`
                        the query openings (q-1) failed: a fault of the query, the table or the \
                        permissions, type 1110 (the table does not exist), which will not pass \
                        by itself (Athena: because); make it again with `glasstrail setup \
                        athena-table`
                        the query openings (q-1) failed: a fault of another service, type 1500, \
                        which will not pass by itself (Athena: because); look at the query in \
                        Athena's history
                        the query openings (q-1) failed: a fault of a kind that Athena does not \
                        tell, without a type, which will not pass by itself (Athena: because); \
                        look at the query in Athena's history
                        the query openings (q-1) was cancelled by somebody, not by a limit \
                        (Athena: because); ask who uses the workgroup audit, and run it again
                        the query openings (q-1) was cancelled, and Athena does not say by whom \
                        or by which limit (Athena: because); look at the limits of the workgroup \
                        audit, ask who uses it, and run it again
                        the query openings (q-1) scanned more than the workgroup audit lets one \
                        query scan, 10.0 GB, and was cut off (Athena: because); what it scanned \
                        is billed; raise the limit, or ask for fewer accounts, regions or days
                        the query openings (q-1) ran into Athena's own time limit, 30 minutes \
                        unless it was raised (Athena: because); ask for fewer accounts, regions \
                        or days, or have the quota raised
                        """);
    }

    @Test
    void aSecondFailureSaysThatItIsTheSecond() {
        assertThat(
                        EndWords.of(
                                "openings (q-1)",
                                new Failed(Category.SYSTEM, 0, true, "because"),
                                2,
                                WORKGROUP))
                .startsWith("the query openings (q-1) failed 2 times: a fault inside Athena,");
    }

    private static QueryExecutionStatus status(String state, String reason) {
        return QueryExecutionStatus.builder().state(state).stateChangeReason(reason).build();
    }

    private static QueryExecutionStatus failed(int category, int type, boolean retryable) {
        return QueryExecutionStatus.builder()
                .state("FAILED")
                .athenaError(error ->
                        error.errorCategory(category)
                                .errorType(type)
                                .retryable(retryable)
                                .errorMessage("because"))
                .build();
    }
}
