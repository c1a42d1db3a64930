package dev.glasstrail.alarm;

import dev.glasstrail.alarm.MetricSeries.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Records held against the counts that they could have made: what is true in every way of pairing
/// as many as possible.
///
/// A record of time t can have made a count of any period that ends after t and begins no later
/// than t plus the delay. All records have windows of one length, so that pairing each with the
/// earliest period that has a count left pairs as many as possible. From there, alternating paths
/// tell what every other largest pairing could change.
final class Matching {

    private final List<Instant> records;
    private final List<Point> counts;
    private final Duration period;
    private final Duration delay;

    /// The period that a record is paired with; -1 for none.
    private final int[] pairedWith;

    private final int[] left;
    private final Fate[] fates;
    private final List<Surplus> surplus = new ArrayList<>();

    /// What can be said of a record.
    sealed interface Fate {

        /// No count lies within its reach: no pairing has it.
        record Uncounted() implements Fate {}

        /// Every largest pairing has it.
        record Counted() implements Fate {}

        /// Some have it and some do not.
        ///
        /// @param records how many contend
        /// @param counts for how many counts
        record OneOf(int records, int counts) implements Fate {}
    }

    /// Counts that no record explains, however the others are paired.
    ///
    /// @param from start of the first period they may be of, UTC
    /// @param to end of the last, exclusive, UTC
    /// @param counts how many
    record Surplus(Instant from, Instant to, long counts) {}

    /// @param records times, ascending
    /// @param counts periods of one length, ascending
    /// @param delay longest time from a record's time to the beginning of its period
    Matching(List<Instant> records, List<Point> counts, Duration period, Duration delay) {
        this.records = List.copyOf(records);
        // A zero says what a missing point says: nothing to pair with.
        this.counts = counts.stream().filter(count -> count.sum() >= 0.5).toList();
        this.period = period;
        this.delay = delay;
        this.pairedWith = new int[records.size()];
        this.left = new int[this.counts.size()];
        this.fates = new Fate[records.size()];
        Arrays.setAll(left, at -> (int) Math.round(this.counts.get(at).sum()));
        pair();
        tell();
        findSurplus();
    }

    /// What can be said of a record, by its place in the list.
    Fate fate(int record) {
        return fates[record];
    }

    /// How many records have a count in a largest pairing.
    int size() {
        return (int) Arrays.stream(pairedWith).filter(at -> at >= 0).count();
    }

    /// Counts that no record explains, by time.
    List<Surplus> surplus() {
        return List.copyOf(surplus);
    }

    private void pair() {
        int next = 0;
        for (int record = 0; record < pairedWith.length; record++) {
            next = Math.max(next, first(records.get(record)));
            while (next < left.length && left[next] == 0) {
                next++;
            }
            pairedWith[record] = -1;
            if (next < left.length && reaches(records.get(record), next)) {
                left[next]--;
                pairedWith[record] = next;
            }
        }
    }

    /// From every unpaired record: the periods that it reaches, the records that these are paired
    /// with, and so on. All of these contend for the counts of those periods.
    private void tell() {
        Arrays.fill(fates, new Fate.Counted());
        List<List<Integer>> pairs = pairs();
        @Nullable Contest[] contests = new @Nullable Contest[left.length];
        List<Contest> all = new ArrayList<>();
        for (int record = 0; record < pairedWith.length; record++) {
            if (pairedWith[record] < 0) {
                all.add(contend(record, pairs, contests));
            }
        }
        for (Contest contest : all) {
            Fate fate =
                    contest.counts == 0
                            ? new Fate.Uncounted()
                            : new Fate.OneOf(contest.records.size(), contest.counts);
            contest.records.forEach(record -> fates[record] = fate);
        }
    }

    /// Records that contend for the counts of some periods.
    private static final class Contest {
        private final List<Integer> records = new ArrayList<>();
        private final List<Integer> periods = new ArrayList<>();
        private int counts;
    }

    /// @param contests of the periods; null for those that nobody contends for
    private Contest contend(int unpaired, List<List<Integer>> pairs, @Nullable Contest[] contests) {
        Contest contest = new Contest();
        Deque<Integer> toFollow = new ArrayDeque<>(List.of(unpaired));
        while (!toFollow.isEmpty()) {
            int record = toFollow.remove();
            contest.records.add(record);
            int at = first(records.get(record));
            for (; at < left.length && reaches(records.get(record), at); at++) {
                if (contests[at] == null) {
                    contests[at] = contest;
                    contest.periods.add(at);
                    contest.counts += pairs.get(at).size();
                    toFollow.addAll(pairs.get(at));
                } else if (contests[at] != contest) {
                    join(contest, contests[at], contests);
                }
            }
        }
        return contest;
    }

    private static void join(Contest contest, Contest earlier, @Nullable Contest[] contests) {
        contest.records.addAll(earlier.records);
        contest.periods.addAll(earlier.periods);
        contest.counts += earlier.counts;
        earlier.periods.forEach(at -> contests[at] = contest);
        earlier.records.clear();
    }

    private List<List<Integer>> pairs() {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int at = 0; at < left.length; at++) {
            pairs.add(new ArrayList<>());
        }
        for (int record = 0; record < pairedWith.length; record++) {
            if (pairedWith[record] >= 0) {
                pairs.get(pairedWith[record]).add(record);
            }
        }
        return pairs;
    }

    /// From every period with a count left: the records that reach it and are paired elsewhere, the
    /// periods of these, and so on. The count left may be of any of those periods.
    private void findSurplus() {
        boolean[] seen = new boolean[left.length];
        for (int at = 0; at < left.length; at++) {
            if (left[at] > 0 && !seen[at]) {
                surplus.add(spread(at, seen));
            }
        }
    }

    private Surplus spread(int start, boolean[] seen) {
        Deque<Integer> toFollow = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        int firstAt = start;
        int lastAt = start;
        long sum = 0;
        while (!toFollow.isEmpty()) {
            int at = toFollow.remove();
            firstAt = Math.min(firstAt, at);
            lastAt = Math.max(lastAt, at);
            sum += left[at];
            for (int record = firstRecord(at); record < pairedWith.length; record++) {
                if (!records.get(record).isBefore(end(at))) {
                    break;
                }
                int other = pairedWith[record];
                if (other >= 0 && !seen[other]) {
                    seen[other] = true;
                    toFollow.add(other);
                }
            }
        }
        return new Surplus(counts.get(firstAt).start(), end(lastAt), sum);
    }

    /// The first period that ends after a time.
    private int first(Instant time) {
        return lowest(counts.size(), at -> end(at).isAfter(time));
    }

    /// The first record that reaches a period.
    private int firstRecord(int at) {
        Instant earliest = counts.get(at).start().minus(delay);
        return lowest(records.size(), record -> !records.get(record).isBefore(earliest));
    }

    private boolean reaches(Instant time, int at) {
        return !counts.get(at).start().isAfter(time.plus(delay));
    }

    private Instant end(int at) {
        return counts.get(at).start().plus(period);
    }

    /// The lowest index of which a condition holds that holds of all after it; `size` if of none.
    private static int lowest(int size, IntPredicate holds) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
