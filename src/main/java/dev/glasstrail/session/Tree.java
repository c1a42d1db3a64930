package dev.glasstrail.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which session hangs below which.
final class Tree {

    private final List<GlassSession> sessions;
    private final List<NeverUsed> neverUsed;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, List<GlassSession>> children = new HashMap<>();
    private final Map<String, List<NeverUsed>> unusedChildren = new HashMap<>();

    Tree(List<GlassSession> sessions, List<NeverUsed> neverUsed) {
        this.sessions = sessions;
        this.neverUsed = neverUsed;
        for (GlassSession session : sessions) {
            ids.add(session.id());
            children.computeIfAbsent(session.tree().parentId(), _ -> new ArrayList<>())
                    .add(session);
        }
        for (NeverUsed unused : neverUsed) {
            unusedChildren.computeIfAbsent(unused.parentId(), _ -> new ArrayList<>()).add(unused);
        }
    }

    /// A part for each session and each unused opening that hangs below no other.
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (GlassSession session : sessions) {
            if (!ids.contains(session.tree().parentId())) {
                parts.add(Part.of(session, this));
            }
        }
        for (NeverUsed unused : neverUsed) {
            if (!ids.contains(unused.parentId())) {
                parts.add(Part.of(unused));
            }
        }
        parts.sort(Part.ORDER);
        return parts;
    }

    /// Adds a session and all below it, each before those it opened.
    void collect(GlassSession session, List<GlassSession> into) {
        into.add(session);
        for (GlassSession child : children.getOrDefault(session.id(), List.of())) {
            collect(child, into);
        }
    }

    List<NeverUsed> neverUsedBelow(GlassSession session) {
        return unusedChildren.getOrDefault(session.id(), List.of());
    }
}
