package dev.glasstrail.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/// How often a call is tried again when AWS throttles it or the network fails, and how long is
/// waited in between.
public enum Patience {
    /// As a job at night can afford: eight attempts, up to half a minute apart, with jitter.
    OF_A_JOB {
        @Override
        RetryStrategy strategy() {
            return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .maxAttempts(8)
                    .backoffStrategy(
                            BackoffStrategy.exponentialDelay(
                                    Duration.ofMillis(100), Duration.ofSeconds(20)))
                    .throttlingBackoffStrategy(
                            BackoffStrategy.exponentialDelay(
                                    Duration.ofSeconds(1), Duration.ofSeconds(30)))
                    .build();
        }
    },
    /// As somebody who waits for an answer has: two attempts.
    OF_A_PERSON {
        @Override
        RetryStrategy strategy() {
            return AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(2).build();
        }
    },
    /// Eight attempts without a pause, for tests.
    WITHOUT_PAUSE {
        @Override
        RetryStrategy strategy() {
            return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                    .maxAttempts(8)
                    .circuitBreakerEnabled(false)
                    .backoffStrategy(BackoffStrategy.retryImmediately())
                    .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                    .build();
        }
    };

    abstract RetryStrategy strategy();
}
