package dev.glasstrail.alarm.cloudwatch;

import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.MetricSeries.Point;
import dev.glasstrail.alarm.MetricSeries.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/// What CloudWatch answers to one query, over all pages that have a part of it.
final class Answer {

    private final Map<Instant, Double> sums = new TreeMap<>();
    private State state = State.COMPLETE;

    /// Takes in the part of the next page. That there is more to come, which the part before said,
    /// is settled by this one; an error stays.
    void add(MetricDataResult part, Stretch stretch) {
        List<Instant> times = part.timestamps();
        List<Double> values = part.values();
        for (int at = 0; at < Math.min(times.size(), values.size()); at++) {
            if (stretch.contains(times.get(at))) {
                sums.put(times.get(at), values.get(at));
            }
        }
        State next = times.size() == values.size() ? state(part) : State.INTERNAL_ERROR;
        boolean isSettled = state == State.COMPLETE || state == State.PARTIAL_DATA;
        state = isSettled || next.compareTo(state) > 0 ? next : state;
    }

    /// Whether it is worth asking again.
    boolean isBroken() {
        return state == State.INTERNAL_ERROR;
    }

    MetricSeries series(Query query, Stretch stretch) {
        List<Point> points =
                sums.entrySet().stream()
                        .map(sum -> new Point(sum.getKey(), sum.getValue()))
                        .toList();
        return new MetricSeries(query.subject(), query.metric(), stretch.period(), points, state);
    }

    private static State state(MetricDataResult part) {
        return switch (String.valueOf(part.statusCodeAsString())) {
            case "Complete" -> State.COMPLETE;
            case "PartialData" -> State.PARTIAL_DATA;
            case "Forbidden" -> State.FORBIDDEN;
            // An error, or a word of a later CloudWatch: not known to be whole.
            default -> State.INTERNAL_ERROR;
        };
    }
}
