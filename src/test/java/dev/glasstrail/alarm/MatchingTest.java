package dev.glasstrail.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.Matching.Fate;
import dev.glasstrail.alarm.Matching.Surplus;
import dev.glasstrail.alarm.MetricSeries.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MatchingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DELAY = Duration.ofMinutes(15);

    @Test
    void aRecordAndACountWithinReachAreAPair() {
        Matching matching = minutes(List.of(at("09:00:20")), point("09:00", 1));

        assertThat(matching.fate(0)).isEqualTo(new Fate.Counted());
        assertThat(matching.surplus()).isEmpty();
    }

    @Test
    void reachBeginsWithThePeriodOfTheRecordAndEndsWithTheDelay() {
        List<Instant> record = List.of(at("09:00:20"));

        assertThat(minutes(record, point("08:59", 1)).fate(0)).isEqualTo(new Fate.Uncounted());
        assertThat(minutes(record, point("09:15", 1)).fate(0)).isEqualTo(new Fate.Counted());
        assertThat(minutes(record, point("09:16", 1)).fate(0)).isEqualTo(new Fate.Uncounted());
    }

    @Test
    void aPeriodThatEndsWithTheRecordsSecondIsNotReached() {
        assertThat(minutes(List.of(at("09:01:00")), point("09:00", 1)).fate(0))
                .isEqualTo(new Fate.Uncounted());
    }

    @Test
    void twoRecordsContendForOneCount() {
        Matching matching = minutes(List.of(at("09:00:20"), at("09:03:00")), point("09:03", 1));

        assertThat(List.of(matching.fate(0), matching.fate(1))).containsOnly(new Fate.OneOf(2, 1));
        assertThat(matching.size()).isEqualTo(1);
    }

    @Test
    void aRecordThatAloneReachesACountIsCountedWhateverOthersContendFor() {
        Matching matching =
                minutes(
                        List.of(at("09:00:00"), at("09:20:00"), at("09:21:00")),
                        point("09:01", 1),
                        point("09:22", 1));

        assertThat(matching.fate(0)).isEqualTo(new Fate.Counted());
        assertThat(matching.fate(1)).isEqualTo(new Fate.OneOf(2, 1));
        assertThat(matching.fate(2)).isEqualTo(new Fate.OneOf(2, 1));
    }

    @Test
    void anHourWithOneCountMakesNoneOfItsOpeningsSilent() {
        Matching matching =
                new Matching(
                        List.of(at("09:05:00"), at("09:30:00"), at("09:40:00")),
                        List.of(point("09:00", 1)),
                        HOUR,
                        DELAY);

        assertThat(IntStream.range(0, 3).mapToObj(matching::fate))
                .containsOnly(new Fate.OneOf(3, 1));
    }

    @Test
    void countsThatNothingExplainsAreNamedByTheStretchTheyMayBeOf() {
        Matching matching =
                minutes(
                        List.of(at("09:00:10"), at("09:00:40")),
                        point("09:00", 2),
                        point("09:01", 1),
                        point("12:00", 4));

        assertThat(matching.size()).isEqualTo(2);
        assertThat(matching.surplus())
                .containsExactly(
                        new Surplus(at("09:00:00"), at("09:02:00"), 1),
                        new Surplus(at("12:00:00"), at("12:01:00"), 4));
    }

    @Test
    void everySmallCaseIsAsTryingAllPairingsSays() {
        Random random = new Random(20261126);
        for (int round = 0; round < 4_000; round++) {
            List<Instant> records =
                    random.ints(random.nextInt(7), 0, 2400)
                            .sorted()
                            .mapToObj(second -> at("09:00:00").plusSeconds(second))
                            .toList();
            Duration period = random.nextBoolean() ? MINUTE : Duration.ofMinutes(5);
            Duration delay = Duration.ofSeconds(random.nextInt(900));
            List<Point> counts = new ArrayList<>();
            for (int at = 0; at < 40 * 60; at += (int) period.toSeconds()) {
                if (random.nextInt(8) == 0) {
                    counts.add(new Point(at("09:00:00").plusSeconds(at), random.nextInt(3)));
                }
            }
            agrees(records, counts.stream().limit(6).toList(), period, delay);
        }
    }

    private static void agrees(
            List<Instant> records, List<Point> counts, Duration period, Duration delay) {
        Matching matching = new Matching(records, counts, period, delay);
        AllPairings all = new AllPairings(records, counts, period, delay);
        String which = records + " " + counts + " " + period + " " + delay;
        assertThat(matching.size()).as(which).isEqualTo(all.largest);
        for (int record = 0; record < records.size(); record++) {
            assertThat(matching.fate(record).getClass())
                    .as(record + " of " + which)
                    .isEqualTo(all.fate(record));
        }
        assertThat(matching.surplus().stream().mapToLong(Surplus::counts).sum())
                .as(which)
                .isEqualTo(counts.stream().mapToLong(one -> (long) one.sum()).sum() - all.largest);
        for (int at = 0; at < counts.size(); at++) {
            if (all.mostLeft[at] > 0) {
                Instant start = counts.get(at).start();
                assertThat(matching.surplus())
                        .as(at + " of " + which)
                        .anyMatch(one -> !start.isBefore(one.from()) && start.isBefore(one.to()));
            }
        }
    }

    /// Every pairing, tried one by one.
    private static final class AllPairings {

        private final List<Instant> records;
        private final List<Point> counts;
        private final Duration period;
        private final Duration delay;
        private final int[] left;
        private final boolean[] paired;
        private int largest;
        private boolean[] inSome = {};
        private boolean[] inEvery = {};
        private int[] mostLeft = {};

        AllPairings(List<Instant> records, List<Point> counts, Duration period, Duration delay) {
            this.records = records;
            this.counts = counts;
            this.period = period;
            this.delay = delay;
            this.left = counts.stream().mapToInt(one -> (int) one.sum()).toArray();
            this.paired = new boolean[records.size()];
            this.largest = -1;
            visit(0, 0);
        }

        Class<? extends Fate> fate(int record) {
            if (!inSome[record]) {
                return Fate.Uncounted.class;
            }
            return inEvery[record] ? Fate.Counted.class : Fate.OneOf.class;
        }

        private void visit(int record, int size) {
            if (record == records.size()) {
                note(size);
                return;
            }
            visit(record + 1, size);
            for (int at = 0; at < left.length; at++) {
                if (left[at] > 0 && reaches(records.get(record), counts.get(at))) {
                    left[at]--;
                    paired[record] = true;
                    visit(record + 1, size + 1);
                    paired[record] = false;
                    left[at]++;
                }
            }
        }

        private void note(int size) {
            if (size > largest) {
                largest = size;
                inSome = new boolean[records.size()];
                inEvery = new boolean[records.size()];
                mostLeft = new int[counts.size()];
                Arrays.fill(inEvery, true);
            }
            if (size == largest) {
                for (int record = 0; record < paired.length; record++) {
                    inSome[record] |= paired[record];
                    inEvery[record] &= paired[record];
                }
                for (int at = 0; at < left.length; at++) {
                    mostLeft[at] = Math.max(mostLeft[at], left[at]);
                }
            }
        }

        private boolean reaches(Instant time, Point point) {
            return point.start().plus(period).isAfter(time)
                    && !point.start().isAfter(time.plus(delay));
        }
    }

    private static Matching minutes(List<Instant> records, Point... counts) {
        return new Matching(records, List.of(counts), MINUTE, DELAY);
    }

    private static Point point(String minute, double sum) {
        return new Point(at(minute + ":00"), sum);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-10T" + time + "Z");
    }
}
