package dev.glasstrail.alarm;

import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.TrailEvent.EventKey;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// A record that was held against the rules of its account and region.
///
/// @param at its time, UTC
/// @param matched the patterns that it matches
/// @param missed the patterns that it does not match, with the reason; for openings of a glass
///   alone
/// @param traits what else decides whether EventBridge hands it on
record Heard(
        EventKey key,
        Instant at,
        Place place,
        Set<String> matched,
        Map<String, Mismatch> missed,
        Traits traits) {

    /// What decides whether EventBridge hands a record on.
    ///
    /// @param isReadOnly it is a read-only call that a rule in the state ENABLED does not receive
    /// @param isTooLarge it is larger than EventBridge takes
    record Traits(boolean isReadOnly, boolean isTooLarge) {

        static final Traits NONE = new Traits(false, false);
    }
}
