package dev.glasstrail.alarm;

import dev.glasstrail.trail.Reading.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The points of one metric, for one rule or for all rules of a place together.
///
/// @param subject whose
/// @param period of every point: 1, 5 or 60 minutes
/// @param points ascending by time; a stretch without a point is one of which nothing was published
/// @param state whether these are all points there are
public record MetricSeries(
        Subject subject, Metric metric, Duration period, List<Point> points, State state) {

    public MetricSeries {
        points = points.stream().sorted(Comparator.comparing(Point::start)).toList();
    }

    /// Whose a series is.
    public sealed interface Subject {

        /// One rule's.
        record OfRule(RuleId rule) implements Subject {}

        /// All rules' of a place together, which tells whether metrics were published at all.
        record OfPlace(Place place) implements Subject {}
    }

    /// A sum over one period.
    ///
    /// @param start of the period, UTC
    public record Point(Instant start, double sum) {}

    /// Whether a series is whole.
    public enum State {
        COMPLETE,
        /// CloudWatch had more, and it could not be read.
        PARTIAL_DATA,
        FORBIDDEN,
        INTERNAL_ERROR,
        /// CloudWatch no longer keeps points of that age.
        TOO_OLD
    }
}
