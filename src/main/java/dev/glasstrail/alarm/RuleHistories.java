package dev.glasstrail.alarm;

import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The history of every rule of the alarm, by place: of those that are there now and of those that
/// the trail alone tells of.
final class RuleHistories {

    private final Map<Place, List<RuleHistory>> byPlace = new TreeMap<>();
    private final RuleBook book;
    private final Span span;
    private final Map<Place, String> gaps = new HashMap<>();
    private final Map<Place, List<Instant>> replays = new HashMap<>();

    /// What was read of the trail.
    ///
    /// @param from inclusive, UTC
    /// @param to exclusive, UTC
    record Span(Instant from, Instant to) {}

    private RuleHistories(RuleBook book, Span span) {
        this.book = book;
        this.span = span;
    }

    static RuleHistories of(
            RuleBook book, Collection<RuleChange> changes, Span span, Reading reading) {
        RuleHistories histories = new RuleHistories(book, span);
        reading.coverage().stream()
                .filter(seen -> !seen.gap().isEmpty())
                .forEach(seen -> histories.gaps.put(seen.place(), seen.gap()));
        Map<RuleId, @Nullable AlertRule> rules = new TreeMap<>();
        book.rules().forEach(rule -> rules.put(rule.id(), rule));
        changes.forEach(change -> rules.putIfAbsent(change.rule(), null));
        rules.forEach((id, rule) ->
                histories
                        .byPlace
                        .computeIfAbsent(id.place(), _ -> new ArrayList<>())
                        .add(histories.history(id, rule, changes)));
        return histories;
    }

    private RuleHistory history(
            RuleId id, @Nullable AlertRule rule, Collection<RuleChange> changes) {
        return new RuleHistory(
                id,
                new RuleHistory.Sight(rule, book.lookedAt(id.place())),
                changes,
                new RuleHistory.Records(span.from(), span.to(), gaps.getOrDefault(id.place(), "")));
    }

    /// The rules of a place, ascending; empty if it has none.
    List<RuleHistory> in(Place place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /// All of them, ascending.
    List<RuleHistory> all() {
        return byPlace.values().stream().flatMap(List::stream).toList();
    }

    /// Their ids, ascending.
    List<RuleId> ids() {
        return all().stream().map(RuleHistory::id).toList();
    }

    /// Why records of a place are missing; `""` if none is known to be.
    String gap(Place place) {
        return gaps.getOrDefault(place, "");
    }

    /// Whether a place without a rule is known to have had none at a moment.
    Fact<RuleState> ofNone(Place place, Instant moment) {
        if (!book.looked().containsKey(place)) {
            return new Fact.Unknown<>("nobody looked there");
        }
        RuleId any = RuleId.ofDefaultBus(place, "any");
        return history(any, null, List.of()).at(moment).state();
    }

    /// Notes that an archive's events were sent again.
    void addReplay(Place place, Instant at) {
        replays.computeIfAbsent(place, _ -> new ArrayList<>()).add(at);
    }

    /// Whether an archive's events were sent again in a place before a time.
    boolean isReplayed(Place place, Instant before) {
        return replays.getOrDefault(place, List.of()).stream().anyMatch(before::isAfter);
    }

    /// Whether the rules of a place were looked at.
    boolean isLookedAt(Place place) {
        return book.looked().containsKey(place);
    }
}
