package dev.glasstrail.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One thing that a use can consist of: a first session with all that hangs below it, or an unused
/// opening that hangs below none.
///
/// @param id of the first session or the unused opening
/// @param created creation of the first session, UTC
/// @param from its opening; its creation where no opening is in the data
/// @param to the last action of the tree; the last opening where nothing was done
/// @param sessions each followed by those it opened
/// @param neverUsed openings that sessions of the tree asked for, or the unused opening itself
record Part(
        String id,
        GlassSession.Powers powers,
        Person person,
        Instant created,
        Instant from,
        Instant to,
        List<GlassSession> sessions,
        List<NeverUsed> neverUsed) {

    static final Comparator<Part> ORDER = Comparator.comparing(Part::from).thenComparing(Part::id);

    Part {
        sessions = List.copyOf(sessions);
        neverUsed = List.copyOf(neverUsed);
    }

    static Part of(NeverUsed unused) {
        return new Part(
                unused.id(),
                unused.powers(),
                unused.person(),
                unused.at(),
                unused.at(),
                lastOpening(unused),
                List.of(),
                List.of(unused));
    }

    static Part of(GlassSession first, Tree tree) {
        List<GlassSession> sessions = new ArrayList<>();
        tree.collect(first, sessions);
        List<NeverUsed> neverUsed = new ArrayList<>();
        sessions.forEach(session -> neverUsed.addAll(tree.neverUsedBelow(session)));
        return new Part(
                first.id(),
                first.powers(),
                first.person(),
                first.life().created(),
                opened(first),
                sessions.stream().map(Part::lastAct).max(Instant::compareTo).orElseThrow(),
                sessions,
                neverUsed);
    }

    /// One person with one glass in one account.
    String who() {
        return who(person, powers.account(), powers.glass());
    }

    static String who(Person person, String account, String glass) {
        return String.join("\n", person.key(), account, glass);
    }

    /// A session's creation is the second of its opening, where no opening tells better.
    static Instant opened(GlassSession session) {
        return session.entry().openings().stream()
                .map(opening -> opening.call().at())
                .min(Instant::compareTo)
                .orElse(session.life().created());
    }

    static Instant lastAct(GlassSession session) {
        return session.acts().getLast().event().call().time();
    }

    static Instant lastOpening(NeverUsed unused) {
        return unused.openings().getLast().call().at();
    }
}
