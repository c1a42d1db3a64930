package dev.glasstrail.alarm;

import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.session.Opening;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An opening for which the alarm should have rung.
///
/// @param eventId by which the report knows it
/// @param at when, UTC
/// @param records event ids of every record of it: two accounts may have one each
/// @param sessionName as the caller chose it; `""` for none
record Opened(String eventId, Instant at, List<String> records, String sessionName) {

    private static final Comparator<Opened> ORDER =
            Comparator.comparing(Opened::at).thenComparing(Opened::eventId);

    Opened {
        records = List.copyOf(records);
    }

    /// Every opening of a glass in a window: used, unused and refused ones; each once, by time,
    /// then event id.
    static List<Opened> of(Correlation correlation, AuditWindow window) {
        List<Opening> openings = new ArrayList<>();
        for (GlassSession session : correlation.sessions()) {
            if (session.powers().watched()) {
                openings.addAll(session.entry().openings());
            }
        }
        correlation
                .neverUsed()
                .forEach(unused -> {
                    if (unused.powers().watched()) {
                        openings.addAll(unused.openings());
                    }
                });
        correlation.denied().forEach(denied -> openings.add(denied.opening()));
        return openings.stream()
                .filter(opening -> window.contains(opening.call().at()))
                .map(Opened::of)
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    private static Opened of(Opening opening) {
        List<String> records = new ArrayList<>(List.of(opening.call().eventId()));
        records.addAll(opening.call().copies());
        return new Opened(
                opening.call().eventId(),
                opening.call().at(),
                records,
                opening.target().sessionName());
    }
}
