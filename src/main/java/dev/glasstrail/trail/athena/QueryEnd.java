package dev.glasstrail.trail.athena;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;

/// How a query ended.
sealed interface QueryEnd {

    /// The result is there.
    record Succeeded() implements QueryEnd {}

    /// Athena could not finish it.
    ///
    /// @param category whose fault it is
    /// @param type Athena's number for it, 0 to 9999; -1 where it gives none
    /// @param retryable whether Athena says that the same query may succeed
    /// @param reason in Athena's words, one line
    record Failed(Category category, int type, boolean retryable, String reason)
            implements QueryEnd {}

    /// Somebody, or a program, ended it.
    ///
    /// @param reason in Athena's words, one line
    record CancelledByPerson(String reason) implements QueryEnd {}

    /// It was ended, and Athena does not say by whom or by what.
    ///
    /// @param reason in Athena's words, one line
    record Cancelled(String reason) implements QueryEnd {}

    /// The workgroup's limit of bytes for one query was reached.
    ///
    /// @param reason in Athena's words, one line
    record CancelledByBytesLimit(String reason) implements QueryEnd {}

    /// Athena's own limit of time, 30 minutes unless it was raised, was reached.
    ///
    /// @param reason in Athena's words, one line
    record TimedOut(String reason) implements QueryEnd {}

    /// Whose fault a failure is.
    enum Category {
        /// Athena's.
        SYSTEM,
        /// That of the query, the table or the rights.
        USER,
        /// Of another service.
        OTHER,
        /// Athena does not say, or in a way that this version does not know.
        UNKNOWN
    }

    private static Set<Integer> typesOfTimeOut() {
        return Set.of(206, 210);
    }

    private static Set<Integer> typesOfCancelling() {
        return Set.of(1011, 1014);
    }

    /// The end; empty while the query waits or runs, or is in a state that this version does not
    /// know.
    static Optional<QueryEnd> of(QueryExecutionStatus status) {
        QueryExecutionState state =
                Optional.ofNullable(status.state())
                        .orElse(QueryExecutionState.UNKNOWN_TO_SDK_VERSION);
        return switch (state) {
            case SUCCEEDED -> Optional.of(new Succeeded());
            case FAILED -> Optional.of(failed(status));
            case CANCELLED -> Optional.of(cancelled(status));
            case QUEUED, RUNNING, UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    private static QueryEnd failed(QueryExecutionStatus status) {
        String reason = reason(status);
        AthenaError error =
                Optional.ofNullable(status.athenaError())
                        .orElseGet(() -> AthenaError.builder().build());
        int type = Optional.ofNullable(error.errorType()).orElse(-1);
        if (typesOfTimeOut().contains(type)) {
            return new TimedOut(reason);
        }
        if (typesOfCancelling().contains(type)) {
            return new CancelledByPerson(reason);
        }
        return new Failed(
                category(Optional.ofNullable(error.errorCategory()).orElse(0)),
                type,
                Optional.ofNullable(error.retryable()).orElse(false),
                reason);
    }

    /// Only Athena's words tell a limit from a person: the state is the same.
    private static QueryEnd cancelled(QueryExecutionStatus status) {
        String reason = reason(status);
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("bytes scanned limit")) {
            return new CancelledByBytesLimit(reason);
        }
        if (words.contains("timeout")
                || words.contains("time-out")
                || words.contains("timed out")
                || words.contains("time limit")) {
            return new TimedOut(reason);
        }
        return words.contains("by user") || words.contains("by the user")
                ? new CancelledByPerson(reason)
                : new Cancelled(reason);
    }

    private static Category category(int number) {
        return switch (number) {
            case 1 -> Category.SYSTEM;
            case 2 -> Category.USER;
            case 3 -> Category.OTHER;
            default -> Category.UNKNOWN;
        };
    }

    private static String reason(QueryExecutionStatus status) {
        String reason = Optional.ofNullable(status.stateChangeReason()).orElse("");
        String message =
                Optional.ofNullable(status.athenaError()).map(AthenaError::errorMessage).orElse("");
        String shown = Calls.shown(reason.isEmpty() ? message : reason);
        return shown.isEmpty() ? "Athena gives no reason" : shown;
    }
}
