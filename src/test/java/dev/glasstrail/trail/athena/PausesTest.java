package dev.glasstrail.trail.athena;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PausesTest {

    private static final Instant NOW = Instant.parse("2026-11-16T08:00:00Z");

    private final Hand hand = new Hand();
    private final List<Long> slept = new ArrayList<>();

    @Test
    void theyGrowFromHalfASecondToTenSeconds() throws InterruptedException {
        Pauses pauses = pauses(Duration.ofHours(1));

        for (int i = 0; i < 12; i++) {
            pauses.pause();
        }

        assertThat(slept.getFirst()).isBetween(375L, 625L);
        assertThat(slept.get(4)).isBetween(1898L, 3165L);
        assertThat(slept.subList(9, 12)).allMatch(millis -> millis >= 7500 && millis <= 12_500);
    }

    @Test
    void twoRunsWaitDifferently() throws InterruptedException {
        pauses(Duration.ofHours(1)).pause();
        new Pacing(hand, this::sleep, new SplittableRandom(2)).during(Duration.ofHours(1)).pause();

        assertThat(slept.getFirst()).isNotEqualTo(slept.getLast());
    }

    @Test
    void noneGoesBeyondTheDeadline() throws InterruptedException {
        Pauses pauses = pauses(Duration.ofSeconds(20));

        int count = 0;
        while (!pauses.over()) {
            pauses.pause();
            count++;
        }

        assertThat(count).isBetween(5, 15);
        assertThat(hand.instant()).isEqualTo(NOW.plusSeconds(20));
    }

    private Pauses pauses(Duration time) {
        return new Pacing(hand, this::sleep, new SplittableRandom(1)).during(time);
    }

    private void sleep(Duration time) {
        slept.add(time.toMillis());
        hand.now = hand.now.plus(time);
    }

    /// A clock that is moved by hand.
    private static final class Hand extends Clock {

        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
