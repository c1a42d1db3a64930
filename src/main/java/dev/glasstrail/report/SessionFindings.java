package dev.glasstrail.report;

import dev.glasstrail.session.Act;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.session.Opening;
import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The findings about one session while they are being made.
final class SessionFindings {

    private final GlassSession session;
    private final @Nullable String useId;
    private final List<Finding> findings = new ArrayList<>();

    SessionFindings(GlassSession session, @Nullable String useId) {
        this.session = session;
        this.useId = useId;
    }

    GlassSession session() {
        return session;
    }

    List<Finding> list() {
        return findings;
    }

    /// Adds a finding with the actions behind it; none stands for the session as a whole.
    void add(String code, Severity severity, String title, String text, Collection<Act> acts) {
        List<TrailEvent> events =
                acts.stream()
                        .map(Act::event)
                        .sorted(
                                Comparator.comparing((TrailEvent event) -> event.call().time())
                                        .thenComparing(TrailEvent::key))
                        .toList();
        add(
                code,
                severity,
                title,
                text,
                events.isEmpty() ? session.life().created() : events.getFirst().call().time(),
                events.stream().map(event -> event.key().eventId()).toList());
    }

    void add(
            String code,
            Severity severity,
            String title,
            String text,
            Instant at,
            List<String> eventIds) {
        findings.add(new Finding(code, severity, title, text, session.id(), useId, at, eventIds));
    }

    /// The openings of the session by who asked for them.
    Map<String, Opening> openingsByCaller() {
        Map<String, Opening> byCaller = new TreeMap<>();
        for (Opening opening : session.entry().openings()) {
            byCaller.putIfAbsent(SessionRows.caller(opening), opening);
        }
        return byCaller;
    }

    /// Who did it with which glass where; of several callers any may have done it.
    String who() {
        return Masked.text(session.person().name())
                + (openingsByCaller().size() > 1 ? " or another caller (" : " (")
                + session.powers().glass()
                + " in "
                + session.powers().account()
                + ")";
    }
}
