package dev.glasstrail.session;

import dev.glasstrail.session.Person.Evidence;
import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Names the person behind a session from the best evidence in the records.
///
/// What AWS or an identity provider vouches for comes before what the caller chose: Identity
/// Center's user id, a SAML or web identity subject, the IAM user who called; then sourceIdentity,
/// which the caller set; last the session name.
final class Persons {

    /// A portal record and the STS call it causes are stamped a moment apart.
    static final Duration PORTAL_SLACK = Duration.ofSeconds(5);

    private final Map<String, List<PortalVisit>> visits = new HashMap<>();
    private final Map<String, List<Opening>> bySessionArn = new HashMap<>();
    private final Map<String, Set<String>> userIdsBySubject = new HashMap<>();
    private final Map<String, Set<String>> namesByUserId = new HashMap<>();

    Persons(List<PortalVisit> visits, List<Opening> openings, Iterable<Draft> drafts) {
        for (Opening opening : openings) {
            if (opening.granted() && !opening.target().sessionArn().isEmpty()) {
                bySessionArn
                        .computeIfAbsent(opening.target().sessionArn(), _ -> new ArrayList<>())
                        .add(opening);
            }
        }
        for (PortalVisit visit : visits) {
            learn(namesByUserId, visit.userId(), visit.userName());
            this.visits
                    .computeIfAbsent(
                            goal(visit.account(), visit.permissionSet()), _ -> new ArrayList<>())
                    .add(visit);
        }
        drafts.forEach(this::learnFrom);
    }

    /// The person behind a session; of a chained one, the person behind the first.
    Person of(Draft draft) {
        if (draft.parent != null) {
            Draft first = draft.parent;
            while (first.parent != null) {
                first = first.parent;
            }
            return of(first).because(Evidence.CHAIN);
        }
        String userId = userIdIn(draft);
        if (!userId.isEmpty()) {
            return new Person(nameOf(userId, draft), userId, Evidence.IDENTITY_CENTER);
        }
        return switch (draft.identity.kind()) {
            case USER -> new Person(known(draft.identity.name()), "", Evidence.USER);
            case ROOT -> ofRoot(draft);
            case ROLE -> ofRole(draft);
        };
    }

    /// The person behind a refused attempt.
    Person of(Opening opening) {
        return fromOpening(opening, new HashSet<>());
    }

    /// The person who visited the portal.
    Person of(PortalVisit visit) {
        return new Person(
                nameOf(visit.userId(), visit.userName()), visit.userId(), Evidence.IDENTITY_CENTER);
    }

    /// The portal visits that may have led to an opening.
    List<PortalVisit> visitsFor(Opening opening) {
        String permissionSet = Watch.permissionSet(opening.target().name()).orElse("");
        return visits
                .getOrDefault(goal(opening.target().account(), permissionSet), List.of())
                .stream()
                .filter(visit -> visit.errorCode().isEmpty())
                .filter(visit ->
                        Duration.between(visit.at(), opening.call().at())
                                        .abs()
                                        .compareTo(PORTAL_SLACK)
                                <= 0)
                .toList();
    }

    private static String goal(String account, String permissionSet) {
        return account + " " + permissionSet;
    }

    private Person ofRole(Draft draft) {
        for (Opening opening : draft.openings) {
            Person person = fromOpening(opening, new HashSet<>());
            if (person.evidence() != Evidence.NOBODY) {
                return person;
            }
        }
        String sourceIdentity =
                draft.acts.stream()
                        .map(act -> act.event().principal().context().sourceIdentity())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        return sourceIdentity.isEmpty()
                ? new Person(known(draft.sessionName()), "", Evidence.SESSION_NAME)
                : new Person(sourceIdentity, "", Evidence.SOURCE_IDENTITY);
    }

    private Person ofRoot(Draft draft) {
        for (Opening opening : draft.openings) {
            if (opening.way() == Opening.Way.ASSUME_ROOT) {
                return fromOpening(opening, new HashSet<>());
            }
        }
        return new Person("root of " + draft.key.account(), "", Evidence.ROOT);
    }

    private Person fromOpening(Opening opening, Set<String> seen) {
        if (!seen.add(opening.call().eventId())) {
            return nobody();
        }
        String subject = opening.issued().subject();
        if (!subject.isEmpty()) {
            Evidence evidence =
                    opening.way() == Opening.Way.SAML ? Evidence.SAML : Evidence.WEB_IDENTITY;
            return new Person(subject, only(userIdsBySubject.get(subject)), evidence);
        }
        Optional<Person> visitor = visitor(opening);
        return visitor.orElseGet(() -> fromCaller(opening, seen));
    }

    private Person fromCaller(Opening opening, Set<String> seen) {
        Principal caller = opening.caller();
        String userName = caller.identity().userName();
        return switch (caller) {
            case Principal.User _ -> named(userName, opening, Evidence.CALLER);
            case Principal.Federated federated ->
                    named(federated.context().issuer().name(), opening, Evidence.CALLER);
            case Principal.Root _ ->
                    new Person("root of " + caller.identity().accountId(), "", Evidence.ROOT);
            case Principal.RoleSession session -> fromCallingSession(session, opening, seen);
            case Principal.Service service ->
                    new Person(known(service.invokedBy()), "", Evidence.SERVICE);
            case Principal.External external ->
                    named(
                            userName.isEmpty() ? external.identity().principalId() : userName,
                            opening,
                            Evidence.WEB_IDENTITY);
            case Principal.IdentityCenterUser user ->
                    new Person(
                            nameOf(user.onBehalfOf().userId(), userName),
                            user.onBehalfOf().userId(),
                            Evidence.IDENTITY_CENTER);
            case Principal.OtherAccount _, Principal.Unrecognised _ ->
                    named("", opening, Evidence.CALLER);
        };
    }

    private Person fromCallingSession(
            Principal.RoleSession session, Opening opening, Set<String> seen) {
        String userId = session.onBehalfOf().userId();
        if (!userId.isEmpty()) {
            String sessionName = AssumedRoleArn.parse(session.identity().arn()).session();
            return new Person(nameOf(userId, sessionName), userId, Evidence.IDENTITY_CENTER);
        }
        for (Opening earlier : bySessionArn.getOrDefault(session.identity().arn(), List.of())) {
            if (Derivation.createdAround(session, earlier.call().at())) {
                Person person = fromOpening(earlier, seen);
                if (person.evidence() != Evidence.NOBODY) {
                    return person.because(Evidence.CALLING_SESSION);
                }
            }
        }
        String name = AssumedRoleArn.parse(session.identity().arn()).session();
        return named(name, opening, Evidence.CALLING_SESSION_NAME);
    }

    /// A name, or the source identity where there is none.
    private static Person named(String name, Opening opening, Evidence evidence) {
        if (!name.isEmpty() && evidence != Evidence.CALLING_SESSION_NAME) {
            return new Person(name, "", evidence);
        }
        if (!opening.issued().sourceIdentity().isEmpty()) {
            return new Person(opening.issued().sourceIdentity(), "", Evidence.SOURCE_IDENTITY);
        }
        return name.isEmpty() ? nobody() : new Person(name, "", evidence);
    }

    private static Person nobody() {
        return new Person("unknown", "", Evidence.NOBODY);
    }

    private Optional<Person> visitor(Opening opening) {
        Set<String> userIds = new TreeSet<>();
        visitsFor(opening).forEach(visit -> userIds.add(visit.userId()));
        String userId = only(userIds);
        return userId.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Person(
                                nameOf(userId, opening.target().sessionName()),
                                userId,
                                Evidence.PORTAL));
    }

    private void learnFrom(Draft draft) {
        String userId = userIdIn(draft);
        for (Opening opening : draft.openings) {
            learn(userIdsBySubject, opening.issued().subject(), userId);
            learn(namesByUserId, userId, opening.issued().subject());
        }
    }

    private static void learn(Map<String, Set<String>> map, String key, String value) {
        if (!key.isEmpty() && !value.isEmpty()) {
            map.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
        }
    }

    private static String only(@Nullable Set<String> values) {
        return values != null && values.size() == 1 ? values.iterator().next() : "";
    }

    private String nameOf(String userId, Draft draft) {
        return nameOf(userId, draft.sessionName());
    }

    private String nameOf(String userId, String otherwise) {
        String name = only(namesByUserId.get(userId));
        return name.isEmpty() ? known(otherwise.isEmpty() ? userId : otherwise) : name;
    }

    private static String userIdIn(Draft draft) {
        for (Act act : draft.acts) {
            if (act.event().principal() instanceof Principal.RoleSession session
                    && !session.onBehalfOf().userId().isEmpty()) {
                return session.onBehalfOf().userId();
            }
        }
        return "";
    }

    private static String known(String name) {
        return name.isEmpty() ? "unknown" : name;
    }
}
