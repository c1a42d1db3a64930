package dev.glasstrail.trail.athena;

import dev.glasstrail.trail.athena.QueryEnd.Cancelled;
import dev.glasstrail.trail.athena.QueryEnd.CancelledByBytesLimit;
import dev.glasstrail.trail.athena.QueryEnd.CancelledByPerson;
import dev.glasstrail.trail.athena.QueryEnd.Category;
import dev.glasstrail.trail.athena.QueryEnd.Failed;
import dev.glasstrail.trail.athena.QueryEnd.Succeeded;
import dev.glasstrail.trail.athena.QueryEnd.TimedOut;

/// Puts the end of a query into one line for people.
final class EndWords {

    private EndWords() {}

    /// The line.
    ///
    /// @param query its name and id
    /// @param tries how often this run had it run
    static String of(String query, QueryEnd end, int tries, Workgroup workgroup) {
        return switch (end) {
            case Succeeded() -> "the query %s succeeded".formatted(query);
            case Failed failed -> failed(query, failed, tries);
            case CancelledByPerson(String reason) ->
                    "the query %s was cancelled by somebody, not by a limit (Athena: %s); ask who uses the workgroup %s, and run it again"
                            .formatted(query, reason, workgroup.name());
            case Cancelled(String reason) ->
                    "the query %s was cancelled, and Athena does not say by whom or by which limit (Athena: %s); look at the limits of the workgroup %s, ask who uses it, and run it again"
                            .formatted(query, reason, workgroup.name());
            case CancelledByBytesLimit(String reason) ->
                    "the query %s scanned more than the workgroup %s lets one query scan%s and was cut off (Athena: %s); what it scanned is billed; raise the limit, or ask for fewer accounts, regions or days"
                            .formatted(query, workgroup.name(), limit(workgroup), reason);
            case TimedOut(String reason) ->
                    "the query %s ran into Athena's own time limit, 30 minutes unless it was raised (Athena: %s); ask for fewer accounts, regions or days, or have the quota raised"
                            .formatted(query, reason);
        };
    }

    private static String failed(String query, Failed failed, int tries) {
        FailureType type = FailureType.of(failed.type());
        return "the query %s failed%s: %s, %s, %s (Athena: %s); %s"
                .formatted(
                        query,
                        tries > 1 ? " " + tries + " times" : "",
                        category(failed.category()),
                        type(failed.type(), type),
                        failed.retryable()
                                ? "which may pass when it is tried again"
                                : "which will not pass by itself",
                        failed.reason(),
                        type.nextStep());
    }

    private static String category(Category category) {
        return switch (category) {
            case SYSTEM -> "a fault inside Athena";
            case USER -> "a fault of the query, the table or the permissions";
            case OTHER -> "a fault of another service";
            case UNKNOWN -> "a fault of a kind that Athena does not tell";
        };
    }

    private static String type(int number, FailureType type) {
        if (number < 0) {
            return "without a type";
        }
        return "type " + number + (type.meaning().isEmpty() ? "" : " (" + type.meaning() + ")");
    }

    private static String limit(Workgroup workgroup) {
        return workgroup.bytesPerQuery() > 0
                ? ", " + Amounts.bytes(workgroup.bytesPerQuery()) + ","
                : "";
    }
}
