package dev.glasstrail.alarm;

import java.time.Duration;
import java.time.Instant;

/// Sums over stretches of one series, each found in no more steps than a dictionary needs.
final class Sums {

    private final long period;
    private final long[] starts;
    private final double[] before;

    Sums(MetricSeries series) {
        this.period = series.period().toSeconds();
        this.starts =
                series.points().stream()
                        .mapToLong(point -> point.start().getEpochSecond())
                        .toArray();
        this.before = new double[starts.length + 1];
        for (int at = 0; at < starts.length; at++) {
            before[at + 1] = before[at] + series.points().get(at).sum();
        }
    }

    /// Over the periods that end after a time and begin no later than another one.
    double overlapping(Instant from, Instant to) {
        return between(from.minus(Duration.ofSeconds(period - 1)), to.plusSeconds(1));
    }

    /// Over the periods that begin at or after a time and before another one.
    double between(Instant from, Instant to) {
        int first = first(from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0));
        int end = first(to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0));
        return end <= first ? 0 : before[end] - before[first];
    }

    boolean isEmpty() {
        return starts.length == 0;
    }

    /// The first period that begins at or after a second.
    private int first(long second) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] >= second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
