package dev.glasstrail.setup;

import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.alarm.RuleState;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.setup.SampleOpening.Reach;
import dev.glasstrail.trail.GlobalRegion;
import dev.glasstrail.trail.Reading.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Whether the deployed rules would ring for what the settings watch.
///
/// For each watched identity and each way to open it a made-up event is held against the pattern of
/// each rule. That a rule rings does not say that its message arrives.
///
/// @param rows by place, then in the order of the settings; what concerns one place alone, that the
///   settings do not name, comes last
public record AlarmCoverage(List<Row> rows) {

    public AlarmCoverage {
        rows = List.copyOf(rows);
    }

    /// Says whether a pattern of EventBridge matches an event.
    @FunctionalInterface
    public interface Matcher {

        /// Whether it matches.
        ///
        /// @param pattern JSON, as deployed
        /// @param event JSON, as EventBridge hands it over
        /// @throws IllegalArgumentException if the pattern cannot be read; the message says why
        boolean matches(String pattern, String event);
    }

    /// One way to open one watched identity in one place.
    ///
    /// @param identity as the settings watch it
    /// @param opening how, in words
    /// @param place account and region, both `""` for any place that was looked at
    /// @param rules that ring, ascending; empty if none does
    /// @param why none rings, one line; `""` if one does
    public record Row(
            String identity, String opening, Place place, List<String> rules, String why) {

        public Row {
            rules = List.copyOf(rules);
            if (rules.isEmpty() == why.isEmpty()) {
                throw new IllegalArgumentException(
                        "a row has rules or a reason for having none; found %s and \"%s\""
                                .formatted(rules, why));
            }
        }

        /// Whether a rule rings.
        public boolean rings() {
            return !rules.isEmpty();
        }
    }

    /// Holds every watched identity against the rules of every place that was looked at.
    ///
    /// @param book the rules as they are deployed
    public static AlarmCoverage of(GlassSettings glass, RuleBook book, Matcher matcher) {
        return new Holding(glass, book, matcher).coverage();
    }

    /// Whether a rule rings for everything that was tried, and something was.
    public boolean isWhole() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::rings);
    }

    /// The rows as a table for a terminal, and in the notes what to do.
    public Paper table() {
        return CoverageTable.of(this);
    }

    private record Holding(GlassSettings glass, RuleBook book, Matcher matcher) {

        private static final Place ANYWHERE = Unread.NOWHERE;

        AlarmCoverage coverage() {
            NavigableSet<Place> places = new TreeSet<>(book.looked().keySet());
            book.rules().forEach(rule -> places.add(rule.id().place()));
            book.unread().stream()
                    .map(Unread::place)
                    .filter(place -> !place.equals(Unread.NOWHERE))
                    .forEach(places::add);
            List<Row> rows = new ArrayList<>();
            for (Place place : withGlobalRegions(places)) {
                SampleOpenings.of(glass, place).stream()
                        .filter(opening -> isRecorded(opening, place))
                        .map(opening -> row(opening, place))
                        .forEach(rows::add);
            }
            if (!places.isEmpty()) {
                rows.addAll(inOnePlace(places));
            }
            return new AlarmCoverage(rows);
        }

        /// An account whose global region nobody looked at would else miss nothing.
        private NavigableSet<Place> withGlobalRegions(NavigableSet<Place> places) {
            NavigableSet<Place> all = new TreeSet<>(places);
            places.forEach(place -> all.add(new Place(place.account(), globalRegion(place))));
            return all;
        }

        private static boolean isRecorded(SampleOpening opening, Place place) {
            return switch (opening.reach()) {
                case EVERY_PLACE -> true;
                case GLOBAL_REGION -> place.region().equals(globalRegion(place));
                case ONE_PLACE -> false;
            };
        }

        private static String globalRegion(Place place) {
            return GlobalRegion.of(Arns.partition(place.region())).orElse(place.region());
        }

        /// One row for each, because one place is enough; nobody says which.
        private List<Row> inOnePlace(NavigableSet<Place> places) {
            Map<String, List<Row>> tried = new LinkedHashMap<>();
            for (Place place : places) {
                for (SampleOpening opening : SampleOpenings.of(glass, place)) {
                    if (opening.reach() == Reach.ONE_PLACE) {
                        tried.computeIfAbsent(
                                        opening.identity() + "\n" + opening.kind(),
                                        _ -> new ArrayList<>())
                                .add(row(opening, place));
                    }
                }
            }
            return tried.values().stream().map(Holding::best).toList();
        }

        private static Row best(List<Row> tried) {
            Row first = tried.getFirst();
            String why = tried.stream().map(Row::why).distinct().collect(Collectors.joining("; "));
            return tried.stream()
                    .filter(Row::rings)
                    .findFirst()
                    .orElseGet(() ->
                            new Row(first.identity(), first.opening(), ANYWHERE, List.of(), why));
        }

        private Row row(SampleOpening opening, Place place) {
            List<String> ringing = new ArrayList<>();
            List<String> silent = new ArrayList<>();
            for (AlertRule rule : book.rules()) {
                if (rule.id().place().equals(place) && rule.id().isOnDefaultBus()) {
                    hold(rule, opening, ringing, silent);
                }
            }
            String why = ringing.isEmpty() ? why(place, silent) : "";
            return new Row(opening.identity(), opening.kind(), place, ringing, why);
        }

        private void hold(
                AlertRule rule, SampleOpening opening, List<String> ringing, List<String> silent) {
            String name = rule.id().name();
            if (rule.pattern().isEmpty()) {
                return;
            }
            try {
                if (!matcher.matches(rule.pattern(), opening.event())) {
                    return;
                }
            } catch (IllegalArgumentException e) {
                silent.add(
                        "%s has a pattern that cannot be read: %s".formatted(name, e.getMessage()));
                return;
            }
            if (!rule.state().isOn()) {
                silent.add(name + " matches and is disabled");
            } else if (rule.targets().isEmpty()) {
                silent.add(name + " matches and has no target");
            } else if (opening.isReadOnlyGet() && rule.state() == RuleState.ENABLED) {
                silent.add(
                        name
                                + " matches and is not given read-only calls, its state being ENABLED");
            } else {
                ringing.add(name);
            }
        }

        private String why(Place place, List<String> silent) {
            if (!silent.isEmpty()) {
                return String.join("; ", silent);
            }
            String unread =
                    book.unread().stream()
                            .filter(one -> one.place().equals(place))
                            .map(Unread::text)
                            .collect(Collectors.joining("; "));
            if (!unread.isEmpty()) {
                return "not known: " + unread;
            }
            return book.looked().containsKey(place) || hasRules(place)
                    ? "no rule"
                    : "not known: the rules of this place were not read";
        }

        private boolean hasRules(Place place) {
            return book.rules().stream().anyMatch(rule -> rule.id().place().equals(place));
        }
    }
}
