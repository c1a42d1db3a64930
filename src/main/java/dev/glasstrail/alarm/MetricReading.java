package dev.glasstrail.alarm;

import dev.glasstrail.alarm.MetricSeries.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The metrics as they were read.
///
/// @param series each of another subject and metric; a series that is missing was not read
/// @param from start of what was asked for, inclusive, UTC
/// @param to end of what was asked for, exclusive, UTC
/// @param unread ascending
public record MetricReading(
        List<MetricSeries> series, Instant from, Instant to, List<Unread> unread) {

    public MetricReading {
        series = List.copyOf(series);
        unread = unread.stream().sorted().distinct().toList();
    }

    /// The series of a subject and metric; empty if it was not read.
    public Optional<MetricSeries> of(Subject subject, Metric metric) {
        return series.stream()
                .filter(one -> one.metric() == metric && one.subject().equals(subject))
                .findFirst();
    }
}
