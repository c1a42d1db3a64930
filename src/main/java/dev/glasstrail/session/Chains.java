package dev.glasstrail.session;

import dev.glasstrail.trail.Watch;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Hangs the sessions under each other: a session belongs below the one whose action opened it,
/// through any number of roles and accounts.
final class Chains {

    private Chains() {}

    /// The sessions of watched identities and all those below them, by key.
    static List<Draft> included(Collection<Draft> drafts, Joining joining, Watch watch) {
        for (Draft draft : drafts) {
            for (Act act : draft.acts) {
                joining.openedBy(act.event().key().eventId())
                        .filter(child -> child.parent == null && !draft.isBelow(child))
                        .ifPresent(child -> child.parent = draft);
            }
        }
        List<Draft> included =
                drafts.stream().filter(draft -> isBelowWatched(draft, watch)).toList();
        Set<SessionKey> keys =
                included.stream().map(draft -> draft.key).collect(Collectors.toSet());
        for (Draft draft : included) {
            if (draft.parent != null && !keys.contains(draft.parent.key)) {
                draft.parent = null;
            }
        }
        return included;
    }

    /// Whether a session's powers are those of a watched identity.
    static boolean isWatched(Draft draft, Watch watch) {
        Draft.Identity identity = draft.identity;
        return switch (identity.kind()) {
            case ROLE -> watch.watchesRole(draft.powersArn());
            case USER -> watch.watchesUser(identity.name(), identity.arn(), draft.key.account());
            case ROOT -> watch.watchesRoot(draft.key.account());
        };
    }

    private static boolean isBelowWatched(Draft draft, Watch watch) {
        for (Draft at = draft; at != null; at = at.parent) {
            if (isWatched(at, watch)) {
                return true;
            }
        }
        return false;
    }
}
