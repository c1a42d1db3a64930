package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.OpeningCalls;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.Watch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The names under which the history has what the watched identities did, and those whom they gave
/// credentials to. They come to light as records are read: an opening names the session that it
/// began, whose records may hold openings in turn.
final class Followed {

    private final List<Watch> watches;
    private final Set<String> arns = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> again = new HashSet<>();
    private final boolean isFirstScan;
    private final Deque<String> waiting = new ArrayDeque<>();

    Followed(ReadRequest request) {
        isFirstScan = request.needs().stream().anyMatch(need -> need instanceof Need.Openings);
        watches =
                request.needs().stream()
                        .map(Followed::watch)
                        .flatMap(List::stream)
                        .distinct()
                        .toList();
        for (Need need : request.needs()) {
            if (need instanceof Need.DerivedActions derived) {
                new TreeSet<>(derived.arns()).forEach(this::follow);
            }
        }
    }

    /// Learns from a record.
    ///
    /// @param username under which the history has it; `""` where it does not say
    void met(TrailEvent event, String username) {
        boolean byFollowed =
                arns.contains(event.principal().identity().arn())
                        || watches.stream().anyMatch(watch -> watch.watches(event.principal()));
        if (byFollowed) {
            look(username);
        }
        if (OpeningCalls.issuesCredentials(event)
                && (byFollowed || opensWatched(event))
                && !event.outcome().failed()) {
            List<String> opened =
                    List.of(
                            event.payload().answered("assumedRoleUser", "arn"),
                            event.payload().answered("federatedUser", "arn"));
            opened.forEach(this::follow);
            if (byFollowed && isFirstScan) {
                opened.stream()
                        .filter(arn -> !arn.isEmpty())
                        .forEach(arn -> again.add(username(arn)));
            }
        }
    }

    /// Names that the scan behind this one looks up again: of those whom the watched identities
    /// gave credentials to.
    Set<String> again() {
        return Set.copyOf(again);
    }

    /// The next name to look up, each once; `""` for none.
    String next() {
        String name = waiting.poll();
        return name == null ? "" : name;
    }

    private boolean opensWatched(TrailEvent event) {
        String role = OpeningCalls.roleArn(event);
        return watches.stream().anyMatch(watch -> watch.watchesRole(role));
    }

    private void follow(String arn) {
        if (!arn.isEmpty() && arns.add(arn)) {
            look(username(arn));
        }
    }

    private static String username(String arn) {
        AssumedRoleArn session = AssumedRoleArn.parse(arn);
        if (session.isOne()) {
            return session.session();
        }
        return arn.endsWith(":root") ? Lookup.ROOT : arn.substring(arn.lastIndexOf('/') + 1);
    }

    private void look(String name) {
        if (!name.isBlank() && names.add(name)) {
            waiting.add(name);
        }
    }

    private static List<Watch> watch(Need need) {
        return switch (need) {
            case Need.Openings(Watch watch) -> List.of(watch);
            case Need.WatchedActions(Watch watch) -> List.of(watch);
            case Need.DerivedActions _,
                    Need.GuardTouches _,
                    Need.RuleMatches _,
                    Need.Touches _,
                    Need.EarlierChangers _,
                    Need.TrailChanges _ ->
                    List.of();
        };
    }
}
