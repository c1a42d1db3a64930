package dev.glasstrail.session;

import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.SessionContext.Created;
import dev.glasstrail.trail.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The sessions that watched identities opened, directly or through others, as far as the openings
/// tell: whom the second scan must ask about.
///
/// The openings hold every link of every chain, so that one more scan is enough for any depth.
///
/// @param openedAt times at which a session, or the root of an account, was opened, by arn
public record Derivation(Map<String, Set<Instant>> openedAt) {

    /// Nobody.
    public static final Derivation NOTHING = new Derivation(Map.of());

    /// Opening and creationDate are stamped by two clocks: a second apart at most in all that was
    /// seen.
    static final Duration CLOCK_SLACK = Duration.ofSeconds(1);

    public Derivation {
        openedAt = Map.copyOf(openedAt);
    }

    /// Follows the openings from the watched identities.
    public static Derivation from(Records records, Watch watch) {
        Map<String, List<Opening>> byCaller = new HashMap<>();
        Deque<Opening> toFollow = new ArrayDeque<>();
        for (Opening opening : records.openings()) {
            if (!opening.granted() || opened(opening).isEmpty()) {
                continue;
            }
            byCaller.computeIfAbsent(opening.caller().identity().arn(), arn -> new ArrayList<>())
                    .add(opening);
            if (watch.watches(opening.caller())) {
                toFollow.add(opening);
            }
        }
        Map<String, Set<Instant>> found = new HashMap<>();
        while (!toFollow.isEmpty()) {
            Opening opening = toFollow.remove();
            String arn = opened(opening);
            if (!found.computeIfAbsent(arn, _ -> new TreeSet<>()).add(opening.call().at())) {
                continue;
            }
            for (Opening next : byCaller.getOrDefault(arn, List.of())) {
                if (createdAround(next.caller(), opening.call().at())) {
                    toFollow.add(next);
                }
            }
        }
        return new Derivation(found);
    }

    /// The arn that the opened session acts under; AssumeRoot's answer does not name it.
    private static String opened(Opening opening) {
        return opening.way() == Opening.Way.ASSUME_ROOT
                ? opening.target().arn()
                : opening.target().sessionArn();
    }

    /// The need that the second scan has; empty lists where nobody was derived.
    public Need.DerivedActions need() {
        return new Need.DerivedActions(openedAt.keySet(), Set.of());
    }

    /// Whether there is nobody to ask about.
    public boolean isEmpty() {
        return openedAt.isEmpty();
    }

    /// Whether a record's identity is one of these sessions: the same arn, created when it was
    /// opened. A record that does not say when its session was created may be of any of them, but
    /// for root, whose other records have the same arn.
    boolean covers(Principal principal) {
        Set<Instant> times = openedAt.get(principal.identity().arn());
        if (times == null || (principal instanceof Principal.Root root && !isAssumed(root))) {
            return false;
        }
        return times.stream().anyMatch(time -> createdAround(principal, time));
    }

    private static boolean isAssumed(Principal.Root root) {
        return root.context().assumedRoot() && root.context().created() instanceof Created.At;
    }

    static boolean createdAround(Principal principal, Instant time) {
        return switch (principal.context().created()) {
            case Created.At at ->
                    Duration.between(time, at.time()).abs().compareTo(CLOCK_SLACK) <= 0;
            case Created.Unknown _ -> true;
        };
    }
}
