package dev.glasstrail.alarm;

import dev.glasstrail.trail.Reading.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the alarm rang for one opening.
///
/// @param eventId of the opening
/// @param at when, UTC
/// @param verdicts of every rule that should have rung; where there is none, the one verdict that
///   says so; at least one
public record OpeningReview(String eventId, Instant at, List<ByRule> verdicts) {

    public OpeningReview {
        verdicts = List.copyOf(verdicts);
    }

    /// The verdict under one rule.
    ///
    /// @param rule null where no rule is concerned
    /// @param place the account and region whose record of the opening was held against it
    public record ByRule(@Nullable RuleId rule, Place place, Verdict verdict) {}

    /// The verdict on the opening.
    public Verdict overall() {
        return verdicts.stream()
                .map(ByRule::verdict)
                .min(Comparator.comparingInt(Verdict::rank))
                .orElseThrow();
    }
}
