package dev.glasstrail.run;

import dev.glasstrail.report.AuditReport;
import java.nio.file.Path;
import java.time.Instant;

/// How a run ended.
public sealed interface RunOutcome {

    /// The report lies under its final name, complete.
    ///
    /// @param folder of this revision, absolute
    /// @param alreadyThere an earlier run had delivered the same bytes; nothing was written
    record Delivered(AuditReport report, Path folder, boolean alreadyThere) implements RunOutcome {}

    /// Nothing was made, because records of the window may still arrive.
    ///
    /// @param reason one clause for people
    /// @param readyAt when to try again
    record NotSettled(String reason, Instant readyAt) implements RunOutcome {}

    /// The logs could not be read at all; nothing was made.
    ///
    /// @param message one line: the thing, the rule, what was found, the next step
    record SourceFailed(String message) implements RunOutcome {}

    /// The report was made, and an earlier one of the same window says something else; that one was
    /// left as it is.
    ///
    /// @param message one line: the thing, the rule, what was found, the next step
    record Refused(String message) implements RunOutcome {}

    /// The report was made and could not be put in its place; nothing half-made is left.
    ///
    /// @param message one line: the thing, the rule, what was found, the next step
    record DeliveryFailed(String message) implements RunOutcome {}
}
