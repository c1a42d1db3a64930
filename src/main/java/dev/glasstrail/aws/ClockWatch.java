package dev.glasstrail.aws;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Compares the `Date` of every answer with this machine's clock. AWS refuses calls that are signed
/// five minutes off, the SDK then corrects itself in silence, and the report's time of making would
/// still be wrong.
final class ClockWatch implements ExecutionInterceptor {

    private final Clock clock;
    private final AtomicReference<@Nullable Duration> ahead = new AtomicReference<>();

    ClockWatch(Clock clock) {
        this.clock = clock;
    }

    /// How far this machine's clock is ahead of AWS's by the first answer, so that a run tells it
    /// once and the same; negative where it is behind, zero before there was an answer.
    Duration ahead() {
        Duration first = ahead.get();
        return first == null ? Duration.ZERO : first;
    }

    /// Whether an answer told the time.
    boolean isKnown() {
        return ahead.get() != null;
    }

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        Instant here = clock.instant();
        context.httpResponse()
                .firstMatchingHeader("Date")
                .ifPresent(date -> {
                    try {
                        Instant there =
                                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                        .toInstant();
                        ahead.compareAndSet(null, Duration.between(there, here));
                    } catch (DateTimeException _) {
                        // An answer from something that is not AWS; it tells no time.
                    }
                });
    }
}
