package dev.glasstrail.trail.trino;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.TrailSourceContract;
import dev.glasstrail.trail.sql.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

final class TrinoTrailSourceTest implements TrailSourceContract {

    private static final Clock CLOCK = Clock.fixed(MadeRecord.TO, ZoneOffset.UTC);

    private final RealTrino trino = RealTrino.started();

    @Override
    public TrailSource holding(List<String> records) throws Exception {
        return source(trino.ofRecords(records));
    }

    private TrinoTrailSource source(Cluster.TableName table) {
        return new TrinoTrailSource(
                new Cluster(
                        trino.url(), new Cluster.Login("ann", ""), table, Duration.ofMinutes(2)),
                Wanted.ALL,
                CLOCK);
    }
}
