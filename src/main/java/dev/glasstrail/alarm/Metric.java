package dev.glasstrail.alarm;

import java.util.Arrays;
import java.util.Optional;

/// The metrics of `AWS/Events` that tell of a rule. All are counts: the statistic is `Sum`.
///
/// Source: the EventBridge User Guide, "Monitoring Amazon EventBridge". They are best effort: a
/// point that is missing is not a zero.
public enum Metric {
    /// An event matched the rule's pattern: one for each event.
    MATCHED_EVENTS("MatchedEvents"),
    /// The rule ran for an event.
    TRIGGERED_RULES("TriggeredRules"),
    /// A target was invoked: one for each event and target.
    INVOCATIONS("Invocations"),
    /// Given up for good.
    FAILED_INVOCATIONS("FailedInvocations"),
    /// Runs that were held back; their counts come later.
    THROTTLED_RULES("ThrottledRules"),
    /// Attempts after the first.
    RETRY_INVOCATION_ATTEMPTS("RetryInvocationAttempts"),
    /// Moved to the dead-letter queue.
    INVOCATIONS_SENT_TO_DLQ("InvocationsSentToDlq"),
    /// Lost on the way to the dead-letter queue.
    INVOCATIONS_FAILED_TO_BE_SENT_TO_DLQ("InvocationsFailedToBeSentToDlq"),
    /// Not invoked at all, as in a loop; nothing to do with the dead-letter queue.
    DEAD_LETTER_INVOCATIONS("DeadLetterInvocations");

    private final String awsName;

    Metric(String awsName) {
        this.awsName = awsName;
    }

    /// The name as CloudWatch spells it.
    public String awsName() {
        return awsName;
    }

    /// The metric that CloudWatch calls so; empty for any other.
    public static Optional<Metric> of(String awsName) {
        return Arrays.stream(values()).filter(metric -> metric.awsName.equals(awsName)).findFirst();
    }
}
