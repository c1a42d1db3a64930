package dev.glasstrail.doctor;

import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A Trino cluster: whether it answers, knows the table and has what the queries need. Its driver
/// is another package's, so the source itself is asked what a run would do.
///
/// @param cluster as a run would ask it
/// @param now the end of what would be read
record ClusterCheck(TrailSource cluster, Instant now) {

    State check() throws InterruptedException {
        try {
            List<String> plan =
                    cluster.plan(
                                    new ReadRequest(
                                            now.minus(Duration.ofDays(1)),
                                            now,
                                            List.of(new Need.GuardTouches()),
                                            Progress.NONE))
                            .lines();
            return new State.Ok("answers and has the table; " + plan.getLast());
        } catch (TrailException failure) {
            return State.Failed.of(failure);
        }
    }
}
