package dev.glasstrail.alarm.files;

import dev.glasstrail.alarm.ChannelReading.Span;
import dev.glasstrail.alarm.Metric;
import dev.glasstrail.alarm.MetricReading;
import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.MetricSeries.Subject;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.alarm.files.Layout.PlaceFolder;
import dev.glasstrail.trail.Reading.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the metrics of some rules from a folder, once.
final class MetricReader {

    private static final Set<Metric> OF_PLACE = EnumSet.of(Metric.MATCHED_EVENTS);
    private static final Set<Metric> OF_RULE = EnumSet.allOf(Metric.class);

    private final Layout layout;
    private final Instant from;
    private final Instant to;
    private final List<MetricSeries> series = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    /// @param from inclusive, UTC
    /// @param to exclusive, UTC
    MetricReader(Layout layout, Instant from, Instant to) {
        this.layout = layout;
        this.from = from;
        this.to = to;
    }

    MetricReading read(List<RuleId> rules) {
        Map<Place, SortedSet<RuleId>> byPlace = new TreeMap<>();
        rules.forEach(
                rule -> byPlace.computeIfAbsent(rule.place(), _ -> new TreeSet<>()).add(rule));
        Map<Place, PlaceFolder> places = new HashMap<>();
        layout.places(new ArrayList<>()).forEach(folder -> places.put(folder.place(), folder));
        byPlace.forEach((place, here) -> {
            PlaceFolder folder = places.get(place);
            if (folder == null) {
                unread.add(Unread.of(place, nothingOf(place)));
            } else {
                place(folder, here);
            }
        });
        Instant start = from;
        Instant end = spans.isEmpty() ? from : to;
        for (Span span : spans) {
            start = span.from().isAfter(start) ? span.from() : start;
            end = span.to().isBefore(end) ? span.to() : end;
        }
        return new MetricReading(series, start, end.isBefore(start) ? start : end, unread);
    }

    private String nothingOf(Place place) {
        return "%s holds no folder %s/%s; collect the metrics there with `glasstrail setup collect-alarm`"
                .formatted(
                        layout.tree().name(layout.tree().root()),
                        Shown.of(place.account()),
                        Shown.of(place.region()));
    }

    private void place(PlaceFolder place, SortedSet<RuleId> rules) {
        Instant at;
        try {
            at = layout.collectedAt(place);
        } catch (Unusable unusable) {
            tell(place, unusable.line() + "; until then nobody knows what CloudWatch still kept");
            return;
        }
        folder(place, place.path(), new Subject.OfPlace(place.place()), OF_PLACE, at);
        Map<RuleId, Path> folders = folders(place);
        for (RuleId rule : rules) {
            Path folder = folders.get(rule);
            if (folder == null) {
                tell(
                        place,
                        "%s holds no folder of the rule %s; collect its metrics with `glasstrail setup collect-alarm`"
                                .formatted(
                                        layout.tree().name(place.path()),
                                        Shown.of(rule.toString())));
            } else {
                folder(place, folder, new Subject.OfRule(rule), OF_RULE, at);
            }
        }
    }

    /// The first folder of each rule, as in reading the rules, which also says what is wrong there.
    private Map<RuleId, Path> folders(PlaceFolder place) {
        Map<RuleId, Path> folders = new HashMap<>();
        for (Path folder : layout.rules(place, new ArrayList<>())) {
            layout.ruleIn(folder).ifPresent(rule -> folders.putIfAbsent(rule, folder));
        }
        return folders;
    }

    private void folder(
            PlaceFolder place, Path folder, Subject subject, Set<Metric> wanted, Instant at) {
        try {
            MetricInput input = MetricInput.of(layout.tree(), folder, subject, wanted, at);
            input.faults().forEach(fault -> tell(place, fault));
            MetricAnswer answer = MetricAnswer.of(layout.tree(), folder, input);
            List<MetricSeries> whole = answer.series(subject);
            answer.faults().forEach(fault -> tell(place, fault));
            if (!whole.isEmpty()) {
                span(place, input);
                whole.forEach(one -> series.add(within(one)));
            }
        } catch (Unusable unusable) {
            tell(place, unusable.line());
        }
    }

    private void span(PlaceFolder place, MetricInput input) {
        Span span = input.span();
        spans.add(span);
        List<String> missing = new ArrayList<>();
        if (from.isBefore(span.from())) {
            missing.add("%s to %s".formatted(from, earlier(span.from(), to)));
        }
        if (to.isAfter(span.to())) {
            missing.add("%s to %s".formatted(later(span.to(), from), to));
        }
        if (!missing.isEmpty()) {
            tell(
                    place,
                    "%s asks from %s to %s, so that %s is missing; collect the metrics of %s to %s"
                            .formatted(
                                    layout.tree().name(input.file()),
                                    span.from(),
                                    span.to(),
                                    String.join(" and ", missing),
                                    from,
                                    to));
        }
    }

    /// The points of periods that touch the stretch that the caller wants.
    private MetricSeries within(MetricSeries one) {
        return new MetricSeries(
                one.subject(),
                one.metric(),
                one.period(),
                one.points().stream()
                        .filter(point ->
                                point.start().plus(one.period()).isAfter(from)
                                        && point.start().isBefore(to))
                        .toList(),
                one.state());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void tell(PlaceFolder place, String line) {
        unread.add(Unread.of(place.place(), line));
    }
}
