package dev.glasstrail.trail.athena;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.Patience;
import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.files.TrailBucket;
import dev.glasstrail.trail.sql.Wanted;
import dev.glasstrail.trail.trino.Cluster;
import dev.glasstrail.trail.trino.RealTrino;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// An Athena, its bucket and the sources that read them, with a clock that moves when somebody
/// sleeps.
final class AthenaAtHand implements AutoCloseable {

    static {
        System.setProperty("aws.accessKeyId", TrailBucket.IDENTITY);
        System.setProperty("aws.secretAccessKey", TrailBucket.CREDENTIAL);
    }

    private final TrailBucket bucket = new TrailBucket();
    private final AthenaEndpoint endpoint;
    private final List<AwsClients> clients = new ArrayList<>();
    private final MovingClock clock = new MovingClock();
    private final List<Duration> slept = new ArrayList<>();
    private Wanted wanted = Wanted.ALL;
    private Budget budget = new Budget(Duration.ofMinutes(30), 1L << 40, Budget.Over.REFUSE);
    private boolean hasS3 = true;
    private boolean isUp = true;
    private Sleeping sleeping = () -> {};

    AthenaAtHand() {
        try {
            endpoint = new AthenaEndpoint(RealTrino.started(), bucket);
        } catch (IOException failure) {
            throw new IllegalStateException("no Athena for the tests", failure);
        }
    }

    /// Happens whenever the source waits.
    interface Sleeping {
        void happen() throws InterruptedException;
    }

    AthenaEndpoint endpoint() {
        return endpoint;
    }

    List<Duration> slept() {
        return slept;
    }

    AthenaAtHand wanting(List<String> accounts, List<String> regions) {
        wanted = new Wanted(accounts, regions, List.of());
        return this;
    }

    AthenaAtHand allowing(Budget other) {
        budget = other;
        return this;
    }

    /// This machine's clock is ahead of everybody else's.
    AthenaAtHand aheadBy(Duration duration) {
        clock.move(duration);
        return this;
    }

    AthenaAtHand withoutS3() {
        hasS3 = false;
        return this;
    }

    AthenaAtHand down() {
        isUp = false;
        return this;
    }

    AthenaAtHand onSleep(Sleeping happening) {
        sleeping = happening;
        return this;
    }

    /// A source over a table of these records.
    TrailSource source(List<String> records) throws Exception {
        return source(RealTrino.started().ofRecords(records), "run-1");
    }

    /// A source over a table, by a run of that name.
    TrailSource source(Cluster.TableName table, String run) {
        AwsClients aws =
                new AwsClients(
                        new AwsSettings("eu-central-1", "", "", "", endpoints()),
                        Patience.WITHOUT_PAUSE,
                        clock);
        clients.add(aws);
        return new AthenaTrailSource(
                aws,
                new AthenaTable("audit", "hive", table.schema(), table.name(), ""),
                wanted,
                budget,
                new RunKey(() -> run),
                clock,
                duration -> {
                    slept.add(duration);
                    clock.move(duration);
                    sleeping.happen();
                });
    }

    @Override
    public void close() {
        clients.forEach(AwsClients::close);
        endpoint.close();
    }

    /// Records in the window of [MadeRecord#request()].
    static Cluster.TableName table(String... ids) throws Exception {
        List<String> records = new ArrayList<>();
        for (String id : ids) {
            records.add(MadeRecord.of(id));
        }
        return RealTrino.started().ofRecords(records);
    }

    private AwsSettings.Endpoints endpoints() {
        String athena = isUp ? endpoint.uri().toString() : "http://127.0.0.1:9";
        String s3 = hasS3 ? bucket.endpoint().toString() : athena;
        return new AwsSettings.Endpoints(athena, "", "", "", s3, "");
    }

    /// The real time, which the servers tell too, and what was slept on top of it.
    private static final class MovingClock extends Clock {

        private final Clock real = Clock.systemUTC();
        private Duration moved = Duration.ZERO;

        void move(Duration duration) {
            moved = moved.plus(duration);
        }

        @Override
        public Instant instant() {
            return real.instant().plus(moved);
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
