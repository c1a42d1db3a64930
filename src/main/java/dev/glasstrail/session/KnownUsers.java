package dev.glasstrail.session;

import dev.glasstrail.trail.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which subjects, names and Identity Center user ids belong together, as far as the records tell.
///
/// A subject that stood for two users, or a user of two names, tells nothing.
final class KnownUsers {

    private final Map<String, Set<String>> userIdsBySubject = new HashMap<>();
    private final Map<String, Set<String>> namesByUserId = new HashMap<>();

    /// @param openings whose subjects a lone visitor of the portal tells where no action does
    KnownUsers(
            List<PortalVisit> visits,
            PortalVisits portal,
            Iterable<Opening> openings,
            Iterable<Draft> drafts) {
        visits.forEach(visit -> learn(namesByUserId, visit.userId(), visit.userName()));
        for (Draft draft : drafts) {
            for (Opening opening : draft.openings) {
                learn(opening.issued().subject(), userIdIn(draft));
            }
        }
        Set<String> toldByActions = Set.copyOf(userIdsBySubject.keySet());
        for (Opening opening : openings) {
            String subject = opening.issued().subject();
            if (opening.granted() && !toldByActions.contains(subject)) {
                learn(subject, portal.visitorBefore(opening));
            }
        }
    }

    /// The user id behind a subject; `""` where none, or more than one, is known.
    String userIdOf(String subject) {
        return only(userIdsBySubject.get(subject));
    }

    /// The user's name; `otherwise` where none is known, the id where that is empty too.
    String nameOf(String userId, String otherwise) {
        String name = only(namesByUserId.get(userId));
        if (!name.isEmpty()) {
            return name;
        }
        return otherwise.isEmpty() ? userId : otherwise;
    }

    /// The user id in the records that a session made; `""` where none carries one.
    static String userIdIn(Draft draft) {
        for (Act act : draft.acts) {
            if (act.event().principal() instanceof Principal.RoleSession session
                    && !session.onBehalfOf().userId().isEmpty()) {
                return session.onBehalfOf().userId();
            }
        }
        return "";
    }

    private void learn(String subject, String userId) {
        learn(userIdsBySubject, subject, userId);
        learn(namesByUserId, userId, subject);
    }

    private static void learn(Map<String, Set<String>> map, String key, String value) {
        if (!key.isEmpty() && !value.isEmpty()) {
            map.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
        }
    }

    private static String only(@Nullable Set<String> values) {
        return values != null && values.size() == 1 ? values.iterator().next() : "";
    }
}
