package dev.glasstrail.report;

import dev.glasstrail.session.Act;
import dev.glasstrail.trail.TrailEvent;
import java.util.List;

/// How many actions of which kind.
record ActionCount(
        int actions, int reads, int writes, int unknownAccess, int errors, int forwarded) {

    static final ActionCount NONE = new ActionCount(0, 0, 0, 0, 0, 0);

    static ActionCount of(List<Act> acts) {
        ActionCount count = NONE;
        for (Act act : acts) {
            count = count.plus(one(act.event()));
        }
        return count;
    }

    ActionCount plus(ActionCount other) {
        return new ActionCount(
                actions + other.actions,
                reads + other.reads,
                writes + other.writes,
                unknownAccess + other.unknownAccess,
                errors + other.errors,
                forwarded + other.forwarded);
    }

    private static ActionCount one(TrailEvent event) {
        int error = event.outcome().failed() ? 1 : 0;
        int forwarded = event.principal().invokedBy().isEmpty() ? 0 : 1;
        return switch (event.call().access()) {
            case READ -> new ActionCount(1, 1, 0, 0, error, forwarded);
            case WRITE -> new ActionCount(1, 0, 1, 0, error, forwarded);
            case UNKNOWN -> new ActionCount(1, 0, 0, 1, error, forwarded);
        };
    }
}
