package dev.glasstrail.report;

import dev.glasstrail.session.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which use a session, an unused opening or an attempt belongs to.
final class UseIndex {

    private final Map<String, String> bySession = new HashMap<>();
    private final Map<String, String> byNeverUsed = new HashMap<>();
    private final Map<String, String> byDenied = new HashMap<>();

    UseIndex(List<Use> uses) {
        for (Use use : uses) {
            use.sessionIds().forEach(id -> bySession.put(id, use.id()));
            use.neverUsed().forEach(id -> byNeverUsed.put(id, use.id()));
            use.denied().forEach(id -> byDenied.put(id, use.id()));
        }
    }

    @Nullable String ofSession(String id) {
        return bySession.get(id);
    }

    @Nullable String ofNeverUsed(String id) {
        return byNeverUsed.get(id);
    }

    @Nullable String ofDenied(String eventId) {
        return byDenied.get(eventId);
    }

    Map<String, String> bySession() {
        return bySession;
    }
}
