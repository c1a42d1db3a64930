package dev.glasstrail.alarm;

import dev.glasstrail.alarm.Heard.Traits;
import dev.glasstrail.trail.Call;
import dev.glasstrail.trail.OpeningCalls;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.SessionContext.Created;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailEvent.Addendum;
import dev.glasstrail.trail.TrailEvent.EventKey;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.Watch;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Holds each record against the patterns of the rules in its account and region, as EventBridge
/// would, and keeps of it no more than what came of that.
///
/// Records that match no pattern are forgotten, but for those that open a glass: of them it is kept
/// why they do not match.
final class Replay implements TrailSource.Sink {

    /// EventBridge takes no event above 256 KB. Source: the CloudTrail User Guide, "Limits".
    private static final int MOST_BYTES = 256 * 1024;

    private static final List<String> READING = List.of("Get", "List", "Describe");

    /// They read by name and are received all the same. Source: the EventBridge User Guide.
    private static final Set<String> NOT_READING = Set.of("GetFederationToken", "GetSessionToken");

    private final Watch watch;
    private final Map<EventKey, Heard> heard = new HashMap<>();
    private final Map<Set<String>, Set<String>> sets = new HashMap<>();
    private final Map<Map<String, Mismatch>, Map<String, Mismatch>> reasons = new HashMap<>();
    private EventPatterns.Compiled patterns;
    private Map<Place, Set<String>> byPlace;

    /// @param byPlace the patterns of each place's rules; those without fault among them are held
    Replay(Watch watch, EventPatterns.Compiled patterns, Map<Place, Set<String>> byPlace) {
        this.watch = watch;
        this.patterns = patterns;
        this.byPlace = Map.copyOf(byPlace);
    }

    /// From now on other patterns are held: another scan begins.
    void turnTo(EventPatterns.Compiled others, Map<Place, Set<String>> otherByPlace) {
        patterns = others;
        byPlace = Map.copyOf(otherByPlace);
    }

    @Override
    public void accept(TrailEvent event) {
        if (event.links().addendum() instanceof Addendum.To) {
            // It completes a record that EventBridge had already.
            return;
        }
        Place place = new Place(event.key().recipientAccountId(), event.call().region());
        Set<String> here = byPlace.getOrDefault(place, Set.of());
        boolean opens = opens(event);
        if (!opens && here.stream().noneMatch(pattern -> mayMatch(pattern, event))) {
            return;
        }
        Set<String> matched = new HashSet<>();
        if (!here.isEmpty()) {
            matched.addAll(patterns.matching(event));
            matched.retainAll(here);
        }
        if (!opens && matched.isEmpty()) {
            return;
        }
        heard.merge(
                event.key(),
                new Heard(
                        event.key(),
                        event.call().time(),
                        place,
                        sets.computeIfAbsent(Set.copyOf(matched), same -> same),
                        opens ? missed(event, here, matched) : Map.of(),
                        traits(event)),
                Replay::together);
    }

    /// Every record that matched something or opens a glass.
    Collection<Heard> heard() {
        return heard.values();
    }

    private boolean mayMatch(String pattern, TrailEvent event) {
        return !patterns.faults().containsKey(pattern)
                && patterns.reach(pattern).includes(event.call());
    }

    private Map<String, Mismatch> missed(TrailEvent event, Set<String> here, Set<String> matched) {
        Map<String, Mismatch> missed = new TreeMap<>();
        for (String pattern : here) {
            if (!matched.contains(pattern) && !patterns.faults().containsKey(pattern)) {
                missed.put(pattern, patterns.mismatch(pattern, event));
            }
        }
        return reasons.computeIfAbsent(missed, same -> same);
    }

    /// Whether the record may be that of an opening of a glass.
    private boolean opens(TrailEvent event) {
        boolean isOpening =
                OpeningCalls.issuesCredentials(event) || OpeningCalls.isSignInOrPortal(event);
        if (isOpening
                && (watch.watchesRole(OpeningCalls.roleArn(event))
                        || (watch.root() && event.call().name().equals("AssumeRoot"))
                        || watch.watchesPermissionSet(
                                event.payload().detailed("role_name"),
                                event.payload().detailed("account_id")))) {
            return true;
        }
        // The first use of a long-term key opens too, and has no session.
        return watch.watches(event.principal())
                && (isOpening || event.principal().context().created() instanceof Created.Unknown);
    }

    private static Traits traits(TrailEvent event) {
        String name = event.call().name();
        boolean isReadOnly =
                event.call().access() == Call.Access.READ
                        && READING.stream().anyMatch(name::startsWith)
                        && !NOT_READING.contains(name);
        boolean isTooLarge = event.payload().record().toString().length() > MOST_BYTES;
        return isReadOnly || isTooLarge ? new Traits(isReadOnly, isTooLarge) : Traits.NONE;
    }

    /// Copies of a record, or its sights in two scans.
    private static Heard together(Heard first, Heard second) {
        Set<String> matched = new HashSet<>(first.matched());
        matched.addAll(second.matched());
        Map<String, Mismatch> missed = new TreeMap<>(first.missed());
        missed.putAll(second.missed());
        missed.keySet().removeAll(matched);
        return new Heard(first.key(), first.at(), first.place(), matched, missed, first.traits());
    }
}
