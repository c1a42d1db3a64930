package dev.glasstrail.report;

import dev.glasstrail.report.SourceSection.CoverageRow;
import dev.glasstrail.report.SourceSection.Interval;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import dev.glasstrail.trail.Reading.Unreadable;
import dev.glasstrail.window.AuditWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the reading says about each account and region in the window.
///
/// Records alone prove nothing about the records that are missing: without verified digests a
/// stretch of time is unknown at best. Around a file that could not be read it is a gap.
final class CoverageRows {

    /// A log file holds the records of the minutes before its delivery, rarely of more than a few.
    private static final Duration BEFORE_DELIVERY = Duration.ofMinutes(15);

    private static final String UNPROVEN =
            "records were read; no digest proves that none is missing";

    private static final String NOTHING_READ =
            "no record was read; nothing proves that there was none";

    private CoverageRows() {}

    static List<CoverageRow> of(Reading reading, AuditWindow window) {
        Map<Place, Seen> seen = new TreeMap<>();
        reading.coverage().forEach(place -> seen.put(place.place(), place));
        Map<Place, List<Unreadable>> damaged = new TreeMap<>();
        for (Unreadable unreadable : reading.unreadable()) {
            if (!unreadable.place().account().isEmpty()) {
                damaged.computeIfAbsent(unreadable.place(), _ -> new ArrayList<>()).add(unreadable);
            }
        }
        TreeSet<Place> places = new TreeSet<>(seen.keySet());
        places.addAll(damaged.keySet());
        List<CoverageRow> rows = new ArrayList<>();
        for (Place place : places) {
            Seen known = seen.get(place);
            rows.add(
                    new CoverageRow(
                            place.account(),
                            place.region(),
                            known == null ? 0 : known.files(),
                            known == null ? 0 : known.records(),
                            known == null || known.records() == 0 ? null : known.first(),
                            known == null || known.records() == 0 ? null : known.last(),
                            known != null && !known.gap().isEmpty()
                                    ? List.of(
                                            new Interval(
                                                    window.from(), window.to(), "gap", known.gap()))
                                    : intervals(
                                            damaged.getOrDefault(place, List.of()),
                                            window,
                                            known == null || known.records() == 0
                                                    ? NOTHING_READ
                                                    : UNPROVEN)));
        }
        return rows;
    }

    private static List<Interval> intervals(
            List<Unreadable> damaged, AuditWindow window, String unknownBecause) {
        List<Interval> gaps = new ArrayList<>();
        for (Unreadable unreadable : damaged) {
            Instant to = latest(window.from(), unreadable.deliveredAround());
            Instant from = latest(window.from(), to.minus(BEFORE_DELIVERY));
            Instant end = earliest(window.to(), to);
            if (from.isBefore(end)) {
                gaps.add(
                        new Interval(
                                from,
                                end,
                                "gap",
                                "the file " + unreadable.name() + " could not be read whole"));
            }
        }
        gaps.sort(Comparator.comparing(Interval::from).thenComparing(Interval::why));
        List<Interval> all = new ArrayList<>();
        Instant at = window.from();
        for (Interval gap : gaps) {
            if (at.isBefore(gap.from())) {
                all.add(new Interval(at, gap.from(), "unknown", unknownBecause));
            }
            if (at.isBefore(gap.to())) {
                all.add(new Interval(latest(at, gap.from()), gap.to(), "gap", gap.why()));
                at = gap.to();
            }
        }
        if (at.isBefore(window.to())) {
            all.add(new Interval(at, window.to(), "unknown", unknownBecause));
        }
        return all;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
