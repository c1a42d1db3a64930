package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import dev.glasstrail.trail.TrailException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which partitions a statement reads, and which of those that it should read are not there.
///
/// A partition is named for the day of delivery, which is the event's, the next where a record came
/// around midnight, or by another clock the one before.
final class Partitions {

    private static final String DAY = "timestamp";
    private static final Place EVERYWHERE = new Place("", "");

    private final Projection projection;
    private final TableColumns columns;
    private final Axis accounts;
    private final Axis regions;
    private final LocalDate firstEvent;
    private final LocalDate lastEvent;

    /// @throws TrailException if nothing of what is wanted can be read
    Partitions(Projection projection, TableColumns columns, Wanted wanted, ReadRequest request)
            throws TrailException {
        this.projection = projection;
        this.columns = columns;
        this.accounts =
                Axis.of(
                        "account",
                        columns,
                        wanted.accounts(),
                        wanted.watched(),
                        projection.accounts());
        this.regions =
                Axis.of("region", columns, wanted.regions(), List.of(), projection.regions())
                        .expectingGlobalRegion();
        this.firstEvent = LocalDate.ofInstant(request.from(), ZoneOffset.UTC);
        this.lastEvent = LocalDate.ofInstant(request.to().minusNanos(1), ZoneOffset.UTC);
        requireNamesWhereTheyMustBe(accounts, projection.accounts());
        requireNamesWhereTheyMustBe(regions, projection.regions());
    }

    /// Sets the partitions in the frame.
    void into(Values values) {
        list(values, "accounts", accounts);
        list(values, "regions", regions);
        if (hasDays()) {
            values.sql("days", days());
        } else {
            values.unknown("days");
        }
    }

    private String days() {
        List<String> ranges = dayFormats().stream().map(this::days).toList();
        return ranges.size() == 1
                ? ranges.getFirst()
                : "(" + String.join("\n            OR ", ranges) + ")";
    }

    private String days(String dayFormat) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(dayFormat, Locale.ROOT);
        return "\"timestamp\" BETWEEN %s AND %s"
                .formatted(
                        Sql.literal(format.format(firstDay().atStartOfDay())),
                        Sql.literal(format.format(lastDay().atTime(LocalTime.MAX))));
    }

    private List<String> dayFormats() {
        return projection.known() ? List.of(projection.dayFormat()) : Projection.USUAL_DAY_FORMATS;
    }

    /// What is read, for people.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line("account", accounts));
        lines.add(line("region", regions));
        lines.add(
                hasDays()
                        ? "Reads the days of delivery from %s to %s, %d of them."
                                .formatted(
                                        firstDay(),
                                        lastDay(),
                                        ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1)
                        : "Reads the partitions of all days: the table has no partition column"
                                + " \"timestamp\" that is a text in the order of the days.");
        return lines;
    }

    /// The places that are read, if they are known by name.
    List<Place> asked() {
        return accounts.isNarrowed() && regions.isNarrowed()
                ? places(accounts.asked(), regions.asked())
                : List.of();
    }

    /// The places that cannot be read, or not whole.
    List<Seen> gaps() {
        Map<Place, Seen> gaps = new TreeMap<>();
        for (Place place : places(accounts.asked(), regions.asked())) {
            missingDays(place).ifPresent(days -> add(gaps, place, days));
        }
        accounts.missing()
                .forEach((account, why) -> {
                    TreeSet<String> all = new TreeSet<>(regions.asked());
                    all.addAll(regions.missing().keySet());
                    places(List.of(account), List.copyOf(all))
                            .forEach(place -> add(gaps, place, account + ": " + why));
                });
        regions.missing()
                .forEach((region, why) ->
                        places(accounts.asked(), List.of(region))
                                .forEach(place -> add(gaps, place, region + ": " + why)));
        return List.copyOf(gaps.values());
    }

    private static void add(Map<Place, Seen> gaps, Place place, String why) {
        gaps.putIfAbsent(place, Seen.missing(place, why));
    }

    private static List<Place> places(List<String> accounts, List<String> regions) {
        List<String> someAccounts = accounts.isEmpty() ? List.of(EVERYWHERE.account()) : accounts;
        List<String> someRegions = regions.isEmpty() ? List.of(EVERYWHERE.region()) : regions;
        return someAccounts.stream()
                .flatMap(account -> someRegions.stream().map(region -> new Place(account, region)))
                .toList();
    }

    private Optional<String> missingDays(Place place) {
        if (!hasDays() || !projection.known()) {
            return Optional.empty();
        }
        Optional<Projection.Days> days = projection.days(place);
        if (days.isEmpty()) {
            return Optional.of("the table has no partition of this account and region together");
        }
        if (firstEvent.isBefore(days.get().first())) {
            return Optional.of(
                    "the table's partitions begin with %s, and records of %s are wanted"
                            .formatted(days.get().first(), firstEvent));
        }
        return lastEvent.isAfter(days.get().last())
                ? Optional.of(
                        "the table's partitions end with %s, and records of %s are wanted"
                                .formatted(days.get().last(), lastEvent))
                : Optional.empty();
    }

    private String line(String what, Axis axis) {
        if (!axis.predicate()) {
            return "Reads the partitions of all %ss: the table has no partition column %s of text."
                    .formatted(what, what);
        }
        return axis.asked().isEmpty()
                ? "Reads the partitions of all %ss: neither the settings nor the table's partition projection name any; name them in source.%ss to read less."
                        .formatted(what, what)
                : "Reads the partitions of %d %s: %s."
                        .formatted(
                                axis.asked().size(),
                                axis.asked().size() == 1 ? what : what + "s",
                                String.join(", ", axis.asked()));
    }

    private static void list(Values values, String name, Axis axis) {
        if (axis.isNarrowed()) {
            values.list(name, axis.asked());
        } else {
            values.unknown(name);
        }
    }

    /// A column of type `injected` takes any value, and no query without one.
    private void requireNamesWhereTheyMustBe(Axis axis, List<String> named) throws TrailException {
        if (projection.known() && axis.predicate() && named.isEmpty() && axis.asked().isEmpty()) {
            throw new TrailException(
                    "the table's projection names no value of the partition column %s; name some in source.%ss, or set projection.%s.type to enum"
                            .formatted(axis.column(), axis.column(), axis.column()));
        }
    }

    private boolean hasDays() {
        return columns.isText(DAY) && !projection.dayFormat().isEmpty();
    }

    private LocalDate firstDay() {
        return firstEvent.minusDays(1);
    }

    private LocalDate lastDay() {
        return lastEvent.plusDays(1);
    }
}
