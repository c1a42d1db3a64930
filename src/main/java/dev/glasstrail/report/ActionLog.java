package dev.glasstrail.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every action of the report, by session.
///
/// Sessions come in the order in which they were given, the actions of one by time, then event id.
/// Renderers read it session by session, so that a later version can hold it outside the heap.
public final class ActionLog {

    private final Map<String, List<ActionRow>> bySession;
    private final long size;

    private ActionLog(Map<String, List<ActionRow>> bySession) {
        this.bySession = Collections.unmodifiableMap(bySession);
        this.size = bySession.values().stream().mapToLong(List::size).sum();
    }

    /// Groups `rows` by session and keeps their order.
    public static ActionLog of(Iterable<ActionRow> rows) {
        Map<String, List<ActionRow>> grouped = new LinkedHashMap<>();
        for (ActionRow row : rows) {
            grouped.computeIfAbsent(row.sessionId(), id -> new ArrayList<>()).add(row);
        }
        grouped.replaceAll((id, list) -> List.copyOf(list));
        return new ActionLog(grouped);
    }

    /// The actions of one session in order; empty where it did nothing.
    public List<ActionRow> of(String sessionId) {
        return bySession.getOrDefault(sessionId, List.of());
    }

    /// The actions of all sessions, session by session.
    public Iterable<List<ActionRow>> sessions() {
        return bySession.values();
    }

    /// How many actions there are.
    public long size() {
        return size;
    }
}
