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
import java.util.Set;
import java.util.TreeMap;

/// Sessions to uses.
final class Uses {

    private static final int SHORT_ID = 4;

    private final Map<String, List<GlassSession>> children = new HashMap<>();

    /// One thing that a use can consist of: a first session with all below it, or an unused
    /// opening.
    private record Part(
            String id,
            GlassSession.Powers powers,
            Person person,
            Instant from,
            Instant to,
            boolean used) {

        static final Comparator<Part> ORDER =
                Comparator.comparing(Part::from).thenComparing(Part::id);

        /// One person with one glass in one account.
        String who() {
            return String.join("\n", person.key(), powers.account(), powers.glass());
        }
    }

    private Uses() {}

    static List<Use> of(
            List<GlassSession> sessions, List<NeverUsed> neverUsed, List<Denied> denied) {
        return new Uses().gather(sessions, neverUsed, denied);
    }

    private List<Use> gather(
            List<GlassSession> sessions, List<NeverUsed> neverUsed, List<Denied> denied) {
        Set<String> own = new HashSet<>();
        for (GlassSession session : sessions) {
            if (!session.life().carried()) {
                own.add(session.id());
                children.computeIfAbsent(session.tree().parentId(), _ -> new ArrayList<>())
                        .add(session);
            }
        }
        Map<String, List<Part>> byWho = new TreeMap<>();
        for (GlassSession session : sessions) {
            if (own.contains(session.id()) && !own.contains(session.tree().parentId())) {
                add(byWho, part(session));
            }
        }
        for (NeverUsed opening : neverUsed) {
            add(byWho, part(opening));
        }
        List<Use> uses = new ArrayList<>();
        for (List<Part> parts : byWho.values()) {
            parts.sort(Part.ORDER);
            split(parts).forEach(group -> uses.add(use(group, denied)));
        }
        uses.sort(Comparator.comparing(Use::from).thenComparing(Use::id));
        return withShortIds(uses);
    }

    private static void add(Map<String, List<Part>> byWho, Part part) {
        byWho.computeIfAbsent(part.who(), _ -> new ArrayList<>()).add(part);
    }

    private Part part(GlassSession session) {
        Instant opened =
                session.entry().openings().stream()
                        .map(opening -> opening.call().at())
                        .min(Instant::compareTo)
                        .orElse(session.acts().getFirst().event().call().time());
        return new Part(
                session.id(), session.powers(), session.person(), opened, lastAct(session), true);
    }

    private static Part part(NeverUsed opening) {
        return new Part(
                opening.id(),
                opening.powers(),
                opening.person(),
                opening.openings().getFirst().call().at(),
                opening.openings().getLast().call().at(),
                false);
    }

    private Instant lastAct(GlassSession session) {
        Instant last = session.acts().getLast().event().call().time();
        for (GlassSession child : children.getOrDefault(session.id(), List.of())) {
            Instant childs = lastAct(child);
            last = childs.isAfter(last) ? childs : last;
        }
        return last;
    }

    private static List<List<Part>> split(List<Part> parts) {
        List<List<Part>> groups = new ArrayList<>();
        Instant end = Instant.MIN;
        for (Part part : parts) {
            if (groups.isEmpty()
                    || Duration.between(end, part.from()).compareTo(Grouping.REST) >= 0) {
                groups.add(new ArrayList<>());
                end = part.to();
            }
            groups.getLast().add(part);
            end = part.to().isAfter(end) ? part.to() : end;
        }
        return groups;
    }

    private Use use(List<Part> parts, List<Denied> denied) {
        Part first = parts.getFirst();
        Instant from = first.from();
        Instant to = parts.stream().map(Part::to).max(Instant::compareTo).orElseThrow();
        List<String> sessionIds = new ArrayList<>();
        List<String> neverUsed = new ArrayList<>();
        for (Part part : parts) {
            if (part.used()) {
                addTree(part.id(), sessionIds);
            } else {
                neverUsed.add(part.id());
            }
        }
        List<String> attempts =
                denied.stream()
                        .filter(attempt -> belongs(attempt, first, from, to))
                        .map(attempt -> attempt.opening().call().eventId())
                        .toList();
        return new Use(
                fullId(first),
                first.powers(),
                first.person(),
                from,
                to,
                sessionIds,
                neverUsed,
                attempts);
    }

    private void addTree(String id, List<String> into) {
        into.add(id);
        for (GlassSession child : children.getOrDefault(id, List.of())) {
            addTree(child.id(), into);
        }
    }

    private static boolean belongs(Denied attempt, Part first, Instant from, Instant to) {
        Instant at = attempt.opening().call().at();
        return attempt.person().key().equals(first.person().key())
                && attempt.glass().equals(first.powers().glass())
                && attempt.opening().target().account().equals(first.powers().account())
                && at.isAfter(from.minus(Grouping.REST))
                && at.isBefore(to.plus(Grouping.REST));
    }

    private static String fullId(Part first) {
        return "BG-%s-%s"
                .formatted(
                        AuditWindow.isoWeekOf(first.from()),
                        Sha256.sixteenDigits(first.who() + "\n" + first.id()));
    }

    /// Four digits are enough for a week of people; of two uses that share them the later one keeps
    /// all sixteen.
    private static List<Use> withShortIds(List<Use> uses) {
        Set<String> taken = new HashSet<>();
        List<Use> renamed = new ArrayList<>();
        for (Use use : uses) {
            String cut = use.id().substring(0, use.id().lastIndexOf('-') + 1 + SHORT_ID);
            String id = taken.add(cut) ? cut : use.id();
            renamed.add(
                    new Use(
                            id,
                            use.powers(),
                            use.person(),
                            use.from(),
                            use.to(),
                            use.sessionIds(),
                            use.neverUsed(),
                            use.denied()));
        }
        return renamed;
    }
}
