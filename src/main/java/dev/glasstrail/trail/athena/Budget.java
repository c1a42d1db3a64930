package dev.glasstrail.trail.athena;

import java.time.Duration;

/// What the queries of one run may cost and how long each may take.
///
/// @param deadline for each query, from when it is asked for; then it is stopped
/// @param bytes that all queries of the run may scan together
/// @param over what happens when they scan more
public record Budget(Duration deadline, long bytes, Over over) {

    public Budget {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("a deadline lies ahead, not at " + deadline);
        }
        if (bytes <= 0) {
            throw new IllegalArgumentException("a budget lets something be scanned, not " + bytes);
        }
    }

    /// What happens when a run scans more than its budget.
    public enum Over {
        /// No further query is started and the run ends.
        REFUSE,
        /// The reading says so.
        WARN
    }
}
