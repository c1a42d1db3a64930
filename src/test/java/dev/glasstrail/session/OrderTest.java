package dev.glasstrail.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The order in which records come does not show in what is made of them.
final class OrderTest {

    private static final int ROUNDS = 25;
    private static final Instant AS_OF = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void shuffledRecordsGiveTheSameCorrelation() {
        List<TrailEvent> records = YearOfUse.records(7).subList(0, 600);
        String expected = told(records);

        Random random = new Random(46);
        for (int round = 0; round < ROUNDS; round++) {
            List<TrailEvent> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, random);
            assertThat(told(shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void shuffledCopiesThatSayDifferentThingsGiveTheSameCorrelation() {
        List<TrailEvent> records = new ArrayList<>(YearOfUse.records(8).subList(0, 300));
        Random random = new Random(47);
        for (TrailEvent event : List.copyOf(records)) {
            if (random.nextInt(3) == 0) {
                records.add(event);
            }
            if (random.nextInt(4) == 0) {
                records.add(altered(event, random.nextInt(3)));
                records.add(altered(event, random.nextInt(3)));
            }
        }
        String expected = told(records);
        assertThat(expected).contains("EventKey[eventId=");

        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(records, random);
            assertThat(told(records)).isEqualTo(expected);
        }
    }

    /// Everything that the intake and the correlator say, to the last field.
    private static String told(List<TrailEvent> trail) {
        Records records = Trails.records(Trails.WATCH, trail);
        Correlation correlation =
                Correlator.correlate(records, Trails.WATCH, YearOfUse.YEAR, AS_OF);
        return String.join(
                "\n",
                String.valueOf(records.kept()),
                String.valueOf(records.copies()),
                records.conflicting().toString(),
                correlation.toString());
    }

    private static TrailEvent altered(TrailEvent event, int how) {
        return new TrailEvent(
                event.key(),
                event.call(),
                event.principal(),
                new TrailEvent.Origin("192.0.2." + how, event.origin().userAgent()),
                event.outcome(),
                event.payload(),
                event.links());
    }
}
