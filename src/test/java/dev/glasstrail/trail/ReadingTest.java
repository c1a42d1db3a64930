package dev.glasstrail.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.QueryRun;
import dev.glasstrail.trail.Reading.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReadingTest {

    private static final Place PLACE = new Place("111122223333", "eu-central-1");
    private static final Instant EARLY = Instant.parse("2026-11-10T08:00:00Z");
    private static final Instant LATE = Instant.parse("2026-11-12T08:00:00Z");

    /// The second query asks for other records: 100 and 60 that were not among them are 160.
    @Test
    void theRowsOfTwoQueriesAddUp() {
        Reading both = reading(100, 7_000, "first").followedBy(reading(60, 8_000, "second"));

        assertThat(both.records()).isEqualTo(160);
        assertThat(both.bytes()).isEqualTo(15_000);
        assertThat(both.coverage()).containsExactly(new Seen(PLACE, 0, 160, EARLY, LATE, ""));
        assertThat(both.notes().queries())
                .extracting(QueryRun::name)
                .containsExactly("first", "second");
    }

    @Test
    void filesThatAreReadTwiceCountOnce() {
        Reading both = reading(100, 7_000, "").followedBy(reading(100, 7_000, ""));

        assertThat(both.records()).isEqualTo(100);
        assertThat(both.bytes()).isEqualTo(7_000);
        assertThat(both.coverage()).containsExactly(new Seen(PLACE, 0, 100, EARLY, LATE, ""));
    }

    private static Reading reading(long records, long bytes, String query) {
        return new Reading(
                records,
                bytes,
                Map.of(),
                List.of(),
                List.of(new Seen(PLACE, 0, records, EARLY, LATE, "")),
                List.of(),
                new Reading.Notes(
                        List.of(),
                        query.isEmpty()
                                ? List.of()
                                : List.of(
                                        new QueryRun(
                                                query,
                                                "q-1",
                                                "SELECT 1",
                                                "",
                                                bytes,
                                                0,
                                                0,
                                                records))));
    }
}
