package dev.glasstrail.alarm;

import dev.glasstrail.trail.Reading.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The alert rules as they were read.
///
/// A place that was looked at and has no rule is known to have none. A place that is not among
/// those looked at may have any.
///
/// @param rules ascending by id
/// @param looked when the rules of each place were looked at, UTC; [Instant#MIN] where nobody knows
/// @param unread ascending
public record RuleBook(List<AlertRule> rules, Map<Place, Instant> looked, List<Unread> unread) {

    public RuleBook {
        rules = rules.stream().sorted((one, other) -> one.id().compareTo(other.id())).toList();
        looked = new TreeMap<>(looked);
        unread = unread.stream().sorted().distinct().toList();
    }

    /// When the rules of a place were looked at.
    ///
    /// @return [Instant#MIN] if nobody knows
    public Instant lookedAt(Place place) {
        return looked.getOrDefault(place, Instant.MIN);
    }
}
