package dev.glasstrail.session;

import dev.glasstrail.session.Draft.Kind;
import dev.glasstrail.trail.SessionContext.Created;
import dev.glasstrail.trail.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Openings to sessions, by the identity in the answer and the second of the creationDate: access
/// keys do not join.
final class Joining {

    /// A sign-in page and the session it makes are stamped up to a few seconds apart.
    private static final Duration SIGN_IN_SLACK = Duration.ofSeconds(5);

    private final Watch watch;
    private final Grouping grouping;
    private final Map<String, List<Draft>> byRole = new HashMap<>();
    private final Map<String, Draft> openedBy = new HashMap<>();

    Joining(Watch watch, Grouping grouping) {
        this.watch = watch;
        this.grouping = grouping;
        for (Draft draft : grouping.drafts()) {
            if (draft.identity.kind() == Kind.ROLE) {
                byRole.computeIfAbsent(
                                role(draft.key.account(), draft.identity.name()),
                                _ -> new ArrayList<>())
                        .add(draft);
            }
        }
    }

    /// Joins every granted opening to its session. One of a watched identity that finds none gets a
    /// session of its own, without any action.
    void join(List<Opening> openings) {
        for (Opening opening : openings) {
            if (opening.granted() && !isAlsoAct(opening)) {
                Optional<Draft> found = sessionOf(opening);
                if (found.isEmpty() && Glasses.opens(watch, opening)) {
                    found = Optional.of(unused(opening));
                }
                found.ifPresent(draft -> add(draft, opening));
            }
        }
    }

    /// A session of which no call to STS is in the data may still show how it began: its own
    /// sign-in or switch of role in its first seconds.
    void joinSignIns(List<Opening> openings) {
        Map<String, Draft> byAct = new HashMap<>();
        for (Draft draft : grouping.drafts()) {
            if (draft.openings.isEmpty()) {
                draft.acts.forEach(act -> byAct.put(act.event().key().eventId(), draft));
            }
        }
        for (Opening opening : openings) {
            Draft draft = byAct.get(opening.call().eventId());
            if (draft != null
                    && draft.openings.isEmpty()
                    && opening.granted()
                    && isAlsoAct(opening)
                    && near(draft, opening.call().at(), SIGN_IN_SLACK)) {
                add(draft, opening);
            }
        }
    }

    /// The session that an event opened; by the event's id in either account.
    Optional<Draft> openedBy(String eventId) {
        return Optional.ofNullable(openedBy.get(eventId));
    }

    private void add(Draft draft, Opening opening) {
        draft.openings.add(opening);
        openedBy.put(opening.call().eventId(), draft);
        opening.call().copies().forEach(copy -> openedBy.put(copy, draft));
    }

    private Optional<Draft> sessionOf(Opening opening) {
        Opening.Target target = opening.target();
        Instant at = opening.call().at();
        return switch (opening.way()) {
            case ASSUME_ROLE, SAML, WEB_IDENTITY -> ofRole(opening);
            case FEDERATION_TOKEN ->
                    nearest(
                            grouping.of(target.account(), target.sessionArn()),
                            at,
                            Derivation.CLOCK_SLACK);
            case SESSION_TOKEN ->
                    nearest(
                            temporary(grouping.of(target.account(), target.arn())),
                            at,
                            Derivation.CLOCK_SLACK);
            case ASSUME_ROOT -> ofAssumedRoot(opening);
            case CONSOLE_LOGIN, SWITCH_ROLE, AWS_LOGIN -> ofSignIn(opening);
            case PORTAL, FIRST_USE_OF_KEY -> Optional.empty();
        };
    }

    private Optional<Draft> ofRole(Opening opening) {
        List<Draft> sameRole =
                byRole.getOrDefault(
                        role(opening.target().account(), opening.target().name()), List.of());
        List<Draft> fitting =
                sameRole.stream().filter(draft -> isSessionOf(draft, opening.target())).toList();
        List<Draft> sameArn =
                fitting.stream()
                        .filter(draft -> draft.key.arn().equals(opening.target().sessionArn()))
                        .toList();
        Instant at = opening.call().at();
        List<Draft> sameInAll =
                sameArn.stream()
                        .filter(draft ->
                                draft.key.principalId().equals(opening.target().principalId()))
                        .toList();
        return nearest(sameInAll, at, Derivation.CLOCK_SLACK)
                .or(() -> nearest(sameArn, at, Derivation.CLOCK_SLACK))
                .or(() -> nearest(fitting, at, Derivation.CLOCK_SLACK));
    }

    private static boolean isSessionOf(Draft draft, Opening.Target target) {
        if (!target.principalId().isEmpty()
                && target.principalId().equals(draft.key.principalId())) {
            return true;
        }
        return target.sessionArn().isEmpty()
                ? target.sessionName().equals(draft.sessionName())
                : target.sessionArn().equals(draft.key.arn());
    }

    private Optional<Draft> ofAssumedRoot(Opening opening) {
        List<Draft> roots =
                grouping.drafts().stream()
                        .filter(draft -> draft.identity.kind() == Kind.ROOT)
                        .filter(draft -> draft.key.account().equals(opening.target().account()))
                        .toList();
        String issued = opening.issued().accessKeyId();
        return roots.stream()
                .filter(draft -> !issued.isEmpty() && draft.usedKeys().contains(issued))
                .findFirst()
                .or(() ->
                        nearest(
                                roots.stream().filter(Joining::isAssumedRoot).toList(),
                                opening.call().at(),
                                Derivation.CLOCK_SLACK));
    }

    private static boolean isAssumedRoot(Draft draft) {
        return draft.acts.stream().anyMatch(act -> act.event().principal().context().assumedRoot())
                || (draft.acts.isEmpty()
                        && draft.openings.stream()
                                .allMatch(opening -> opening.way() == Opening.Way.ASSUME_ROOT));
    }

    private Optional<Draft> ofSignIn(Opening opening) {
        if (opening.caller().context().created() instanceof Created.At created) {
            Optional<Draft> exact = grouping.find(Grouping.keyOf(opening.caller(), created.time()));
            if (exact.isPresent()) {
                return exact;
            }
        }
        List<Draft> same = grouping.of(opening.target().account(), opening.target().arn());
        return nearest(temporary(same), opening.call().at(), SIGN_IN_SLACK);
    }

    private static List<Draft> temporary(List<Draft> drafts) {
        return drafts.stream().filter(draft -> draft.key.longTermKey().isEmpty()).toList();
    }

    private Draft unused(Opening opening) {
        Draft draft =
                grouping.addUnused(UnusedSession.keyOf(opening), UnusedSession.identityOf(opening));
        if (draft.identity.kind() == Kind.ROLE) {
            List<Draft> ofRole =
                    byRole.computeIfAbsent(
                            role(opening.target().account(), opening.target().name()),
                            _ -> new ArrayList<>());
            if (!ofRole.contains(draft)) {
                ofRole.add(draft);
            }
        }
        return draft;
    }

    /// A role session's own sign-in is a record that the session made.
    private static boolean isAlsoAct(Opening opening) {
        return (UnusedSession.isSignIn(opening) || opening.way() == Opening.Way.SWITCH_ROLE)
                && Draft.identityOf(opening.caller()).kind() == Kind.ROLE;
    }

    private static boolean near(Draft draft, Instant at, Duration slack) {
        return distance(draft, at).compareTo(slack) <= 0;
    }

    /// Two clocks stamp an opening and the session's records, but only one stamps openings: those
    /// that nothing was done with are one only within one second.
    private static Optional<Draft> nearest(Collection<Draft> drafts, Instant at, Duration slack) {
        return drafts.stream()
                .filter(draft -> near(draft, at, draft.acts.isEmpty() ? Duration.ZERO : slack))
                .min(
                        Comparator.comparing((Draft draft) -> distance(draft, at))
                                .thenComparing(draft -> draft.key));
    }

    private static Duration distance(Draft draft, Instant at) {
        return Duration.between(draft.key.created(), at).abs();
    }

    private static String role(String account, String name) {
        return account + " " + name;
    }
}
