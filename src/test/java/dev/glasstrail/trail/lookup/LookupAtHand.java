package dev.glasstrail.trail.lookup;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.Patience;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.trail.files.TrailBucket;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// An event history and the sources that ask it, on a clock that moves when somebody sleeps.
final class LookupAtHand implements AutoCloseable {

    static {
        System.setProperty("aws.accessKeyId", TrailBucket.IDENTITY);
        System.setProperty("aws.secretAccessKey", TrailBucket.CREDENTIAL);
    }

    private final LookupEndpoint endpoint;
    private final List<AwsClients> clients = new ArrayList<>();
    private final List<Duration> slept = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-17T06:00:00Z");
    private HistoryPlaces places = new HistoryPlaces(List.of(), List.of("eu-central-1"), false);
    private int maxLookups = 2_000;
    private boolean isUp = true;

    LookupAtHand() {
        try {
            endpoint = new LookupEndpoint();
        } catch (IOException failure) {
            throw new IllegalStateException("no event history for the tests", failure);
        }
    }

    LookupEndpoint endpoint() {
        return endpoint;
    }

    List<Duration> slept() {
        return slept;
    }

    LookupAtHand at(String time) {
        now = Instant.parse(time);
        return this;
    }

    LookupAtHand of(HistoryPlaces others) {
        places = others;
        return this;
    }

    LookupAtHand allowing(int lookups) {
        maxLookups = lookups;
        return this;
    }

    LookupAtHand down() {
        isUp = false;
        return this;
    }

    LookupTrailSource source() {
        String url = isUp ? endpoint.uri().toString() : "http://127.0.0.1:9";
        AwsClients aws =
                new AwsClients(
                        new AwsSettings(
                                "eu-central-1",
                                "",
                                "",
                                places.reader() ? "glasstrail-reader" : "",
                                new AwsSettings.Endpoints("", url, "", "", "", url)),
                        Patience.WITHOUT_PAUSE,
                        new MovingClock());
        clients.add(aws);
        return new LookupTrailSource(
                aws,
                places,
                maxLookups,
                new MovingClock(),
                duration -> {
                    slept.add(duration);
                    now = now.plus(duration);
                });
    }

    @Override
    public void close() {
        clients.forEach(AwsClients::close);
        endpoint.close();
    }

    private final class MovingClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
