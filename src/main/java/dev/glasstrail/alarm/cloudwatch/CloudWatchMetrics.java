package dev.glasstrail.alarm.cloudwatch;

import dev.glasstrail.alarm.MetricReading;
import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.RuleMetrics;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.aws.Caller;
import dev.glasstrail.trail.Reading.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;

/// Asks CloudWatch for the counts of `AWS/Events`.
///
/// The points are as fine as CloudWatch still keeps them for the start of what is asked, and the
/// stretch of time is widened to whole periods. A place that cannot be read has no series.
public final class CloudWatchMetrics implements RuleMetrics {

    private final AwsClients aws;
    private final Clock clock;

    /// @param clock tells how old what is asked for is
    public CloudWatchMetrics(AwsClients aws, Clock clock) {
        this.aws = aws;
        this.clock = clock;
    }

    @Override
    public MetricReading read(List<RuleId> rules, Instant from, Instant to)
            throws InterruptedException {
        List<MetricSeries> series = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        Map<Place, SortedSet<RuleId>> byPlace = byPlace(rules);
        Optional<Stretch> stretch = Stretch.of(from, to, clock.instant());
        if (stretch.isEmpty()) {
            byPlace.forEach((place, those) ->
                    Query.all(place, those).forEach(query -> series.add(query.tooOld())));
        } else if (!byPlace.isEmpty()) {
            ask(byPlace, stretch.get(), series, unread);
        }
        return new MetricReading(series, from, to, unread);
    }

    private void ask(
            Map<Place, SortedSet<RuleId>> byPlace,
            Stretch stretch,
            List<MetricSeries> series,
            List<Unread> unread)
            throws InterruptedException {
        try {
            Caller caller = Caller.of(aws);
            for (Map.Entry<Place, SortedSet<RuleId>> entry : byPlace.entrySet()) {
                Place place = entry.getKey();
                PlaceMetrics of = new PlaceMetrics(place, stretch);
                of.read(
                        () -> aws.cloudWatch(caller, place.account(), place.region()),
                        Query.all(place, entry.getValue()));
                series.addAll(of.series());
                unread.addAll(of.unread());
            }
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            unread.add(
                    Unread.of(
                            Unread.NOWHERE,
                            AwsFailures.line(
                                    "no metric of a rule can be read",
                                    Caller.PERMISSION,
                                    failure)));
        }
    }

    private static Map<Place, SortedSet<RuleId>> byPlace(List<RuleId> rules) {
        Map<Place, SortedSet<RuleId>> byPlace = new TreeMap<>();
        for (RuleId rule : rules) {
            byPlace.computeIfAbsent(rule.place(), _ -> new TreeSet<>()).add(rule);
        }
        return byPlace;
    }
}
