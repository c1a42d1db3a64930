package dev.glasstrail.trail.lookup;

import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.trail.Reading.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;

/// The event history of one account and region, asked no faster than AWS allows: twice a second.
final class History {

    /// Source: the quotas of AWS CloudTrail, LookupEvents.
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(500);

    private static final int PAGE = 50;

    private final Place place;
    private final CloudTrailClient client;
    private final Clock clock;
    private final Sleeper sleeper;
    private Instant lastCall = Instant.EPOCH;
    private String failure = "";
    private boolean answered;

    History(Place place, CloudTrailClient client, Clock clock, Sleeper sleeper) {
        this.place = place;
        this.client = client;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    Place place() {
        return place;
    }

    /// Why it is asked no more; `""` while it answers.
    String failure() {
        return failure;
    }

    /// Whether it ever gave a page.
    boolean answered() {
        return answered;
    }

    /// It is asked no more.
    void fail(String why) {
        failure = why;
    }

    /// One page, newest first; empty if the place does not give it, and is asked no more.
    ///
    /// @param token where the page before ended; null for the first
    Optional<Page> page(Lookup lookup, Span span, @Nullable String token)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up between two lookups");
        }
        Duration since = Duration.between(lastCall, clock.instant());
        if (!since.isNegative() && since.compareTo(BETWEEN_CALLS) < 0) {
            sleeper.sleep(BETWEEN_CALLS.minus(since));
        }
        try {
            LookupEventsResponse response = client.lookupEvents(request(lookup, span, token));
            lastCall = clock.instant();
            answered = true;
            return Optional.of(new Page(response.events(), response.nextToken()));
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            fail(
                    AwsFailures.line(
                            "the event history cannot be read",
                            "cloudtrail:LookupEvents",
                            place.region(),
                            failure));
            return Optional.empty();
        }
    }

    private static LookupEventsRequest request(Lookup lookup, Span span, @Nullable String token) {
        return LookupEventsRequest.builder()
                .lookupAttributes(lookup.attribute())
                .startTime(span.from())
                .endTime(span.to())
                .maxResults(PAGE)
                .nextToken(token)
                .build();
    }

    /// A stretch of time.
    ///
    /// @param from the first second
    /// @param to the second after the last
    record Span(Instant from, Instant to) {}

    /// @param next where the next page begins; null where this is the last
    record Page(List<Event> events, @Nullable String next) {

        Page {
            events = List.copyOf(events);
        }

        /// The time of the last event, which is the earliest; `fallback` where there is none.
        Instant reached(Instant fallback) {
            return events.isEmpty() || events.getLast().eventTime() == null
                    ? fallback
                    : events.getLast().eventTime();
        }
    }
}
