package dev.glasstrail.alarm;

import java.time.Instant;
import java.util.List;

/// Where the metrics of rules are read from.
@FunctionalInterface
public interface RuleMetrics {

    /// Reads every [Metric] of each rule, and [Metric#MATCHED_EVENTS] of all rules together for
    /// each of their places. What cannot be read is named in the answer; the rest is read.
    ///
    /// @param from inclusive, UTC
    /// @param to exclusive, UTC
    /// @throws InterruptedException if the thread was interrupted
    MetricReading read(List<RuleId> rules, Instant from, Instant to) throws InterruptedException;
}
