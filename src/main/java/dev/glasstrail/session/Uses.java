package dev.glasstrail.session;

import dev.glasstrail.window.AuditWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Sessions to uses.
///
/// A use that began before the window and went on in it keeps the id it had: it is in the
/// populations of both windows, each with its own sessions, so that the populations of windows that
/// follow each other add up to that of one window over all of them.
final class Uses {

    private static final int SHORT_ID = 4;

    private final AuditWindow window;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, List<Group>> byWho = new HashMap<>();
    private final Map<String, List<String>> attempts = new HashMap<>();

    /// Parts that make one use, by time.
    private record Group(List<Part> parts, String fullId) {

        static final Comparator<Group> ORDER =
                Comparator.comparing(Group::from).thenComparing(Group::fullId);

        static Group of(List<Part> parts) {
            Part first = parts.getFirst();
            return new Group(
                    List.copyOf(parts),
                    "BG-%s-%s"
                            .formatted(
                                    AuditWindow.isoWeekOf(first.created()),
                                    Sha256.sixteenDigits(first.id())));
        }

        Instant from() {
            return parts.getFirst().from();
        }

        Instant to() {
            return parts.stream().map(Part::to).max(Instant::compareTo).orElseThrow();
        }

        Duration distanceTo(Instant time) {
            if (time.isBefore(from())) {
                return Duration.between(time, from());
            }
            return time.isAfter(to()) ? Duration.between(to(), time) : Duration.ZERO;
        }
    }

    /// @param sessions all that the records tell of, whatever the window, by creation
    /// @param neverUsed likewise
    /// @param denied attempts of the window
    Uses(
            AuditWindow window,
            List<GlassSession> sessions,
            List<NeverUsed> neverUsed,
            List<Denied> denied) {
        this.window = window;
        Map<String, List<Part>> parts = new TreeMap<>();
        for (Part part : new Tree(sessions, neverUsed).parts()) {
            parts.computeIfAbsent(part.who(), _ -> new ArrayList<>()).add(part);
        }
        parts.forEach((who, theirs) -> byWho.put(who, split(theirs)));
        byWho.values().forEach(groups::addAll);
        groups.sort(Group.ORDER);
        denied.forEach(this::assign);
    }

    /// The uses with a session or an opening in the window, by start, then id.
    List<Use> list() {
        Set<String> taken = new HashSet<>();
        List<Use> uses = new ArrayList<>();
        for (Group group : groups) {
            String id = shortId(group.fullId(), taken);
            use(group, id).ifPresent(uses::add);
        }
        uses.sort(Comparator.comparing(Use::from).thenComparing(Use::id));
        return uses;
    }

    private static List<Group> split(List<Part> parts) {
        List<Group> groups = new ArrayList<>();
        List<Part> together = new ArrayList<>();
        Instant end = Instant.MIN;
        for (Part part : parts) {
            if (!together.isEmpty()
                    && Duration.between(end, part.from()).compareTo(Grouping.REST) >= 0) {
                groups.add(Group.of(together));
                together.clear();
            }
            end = together.isEmpty() || part.to().isAfter(end) ? part.to() : end;
            together.add(part);
        }
        groups.add(Group.of(together));
        return groups;
    }

    /// An attempt belongs to the nearest use that is less than an hour away, the earlier one of two
    /// that are equally near.
    private void assign(Denied attempt) {
        Instant at = attempt.opening().call().at();
        String who =
                Part.who(attempt.person(), attempt.opening().target().account(), attempt.glass());
        byWho.getOrDefault(who, List.of()).stream()
                .filter(group -> group.distanceTo(at).compareTo(Grouping.REST) < 0)
                .min(Comparator.comparing(group -> group.distanceTo(at)))
                .ifPresent(group ->
                        attempts.computeIfAbsent(group.fullId(), _ -> new ArrayList<>())
                                .add(attempt.opening().call().eventId()));
    }

    private Optional<Use> use(Group group, String id) {
        List<GlassSession> sessions =
                group.parts().stream()
                        .flatMap(part -> part.sessions().stream())
                        .filter(session -> window.contains(session.life().created()))
                        .toList();
        List<NeverUsed> neverUsed =
                group.parts().stream()
                        .flatMap(part -> part.neverUsed().stream())
                        .filter(unused -> window.contains(unused.at()))
                        .toList();
        if (sessions.isEmpty() && neverUsed.isEmpty()) {
            return Optional.empty();
        }
        Stream<Instant> starts =
                Stream.concat(
                        sessions.stream().map(Part::opened), neverUsed.stream().map(NeverUsed::at));
        Stream<Instant> ends =
                Stream.concat(
                        sessions.stream().map(Part::lastAct),
                        neverUsed.stream().map(Part::lastOpening));
        Part first = group.parts().getFirst();
        return Optional.of(
                new Use(
                        id,
                        first.powers(),
                        first.person(),
                        starts.min(Instant::compareTo).orElseThrow(),
                        ends.max(Instant::compareTo).orElseThrow(),
                        sessions.stream().map(GlassSession::id).toList(),
                        neverUsed.stream().map(NeverUsed::id).toList(),
                        attempts.getOrDefault(group.fullId(), List.of())));
    }

    /// Four digits are enough for a week of people; of two uses that share them the later one keeps
    /// all sixteen.
    private static String shortId(String fullId, Set<String> taken) {
        String cut = fullId.substring(0, fullId.lastIndexOf('-') + 1 + SHORT_ID);
        return taken.add(cut) ? cut : fullId;
    }
}
