package dev.glasstrail.session;

import dev.glasstrail.session.Person.Evidence;
import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names the person behind a session from the best evidence in the records.
///
/// What AWS or an identity provider vouches for comes before what the caller chose: Identity
/// Center's user id, a SAML or web identity subject, the IAM user who called; then sourceIdentity,
/// which the caller set; last the session name.
final class Persons {

    private static final Set<Evidence> ONLY_SESSION_NAMES =
            Set.of(Evidence.CALLING_SESSION_NAME, Evidence.SESSION_NAME);

    private static final Set<Evidence> VOUCHED_FOR =
            Set.of(
                    Evidence.IDENTITY_CENTER,
                    Evidence.PORTAL,
                    Evidence.SAML,
                    Evidence.WEB_IDENTITY,
                    Evidence.CALLER,
                    Evidence.CALLING_SESSION);

    private final PortalVisits portal;
    private final KnownUsers users;
    private final Map<String, List<Opening>> bySessionArn = new HashMap<>();

    Persons(
            List<PortalVisit> visits,
            PortalVisits portal,
            List<Opening> openings,
            Iterable<Draft> drafts) {
        this.portal = portal;
        this.users = new KnownUsers(visits, portal, openings, drafts);
        for (Opening opening : openings) {
            if (opening.granted() && !opening.target().sessionArn().isEmpty()) {
                bySessionArn
                        .computeIfAbsent(opening.target().sessionArn(), _ -> new ArrayList<>())
                        .add(opening);
            }
        }
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
        String userId = KnownUsers.userIdIn(draft);
        if (!userId.isEmpty()) {
            return new Person(
                    users.nameOf(userId, draft.sessionName()), userId, Evidence.IDENTITY_CENTER);
        }
        return switch (draft.identity.kind()) {
            case USER -> user(draft.identity.name(), draft.key.account(), Evidence.USER);
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
                known(users.nameOf(visit.userId(), visit.userName())),
                visit.userId(),
                Evidence.PORTAL);
    }

    private Person ofRole(Draft draft) {
        for (Opening opening : draft.openingsUsedFirst()) {
            if (isOwnSignIn(opening)) {
                continue;
            }
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

    /// A role session that signs in or is switched to tells of nobody but itself.
    private static boolean isOwnSignIn(Opening opening) {
        return switch (opening.way()) {
            case CONSOLE_LOGIN, SWITCH_ROLE, AWS_LOGIN ->
                    opening.caller() instanceof Principal.RoleSession;
            case ASSUME_ROLE,
                    SAML,
                    WEB_IDENTITY,
                    FEDERATION_TOKEN,
                    SESSION_TOKEN,
                    ASSUME_ROOT,
                    PORTAL,
                    FIRST_USE_OF_KEY ->
                    false;
        };
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
            return new Person(subject, users.userIdOf(subject), evidence);
        }
        Optional<Person> visitor = visitor(opening);
        return visitor.orElseGet(() -> fromCaller(opening, seen));
    }

    private Person fromCaller(Opening opening, Set<String> seen) {
        Principal caller = opening.caller();
        String userName = caller.identity().userName();
        return switch (caller) {
            case Principal.User _ -> user(userName, accountOf(caller), Evidence.CALLER);
            case Principal.Federated federated ->
                    user(federated.context().issuer().name(), accountOf(caller), Evidence.CALLER);
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
                            users.nameOf(user.onBehalfOf().userId(), userName),
                            user.onBehalfOf().userId(),
                            Evidence.PORTAL);
            case Principal.Unrecognised _ when opening.way() == Opening.Way.PORTAL ->
                    named(userName, opening, Evidence.PORTAL);
            case Principal.OtherAccount _, Principal.Unrecognised _ ->
                    named("", opening, Evidence.CALLER);
        };
    }

    private Person fromCallingSession(
            Principal.RoleSession session, Opening opening, Set<String> seen) {
        String sessionName = AssumedRoleArn.parse(session.identity().arn()).session();
        String userId = session.onBehalfOf().userId();
        if (!userId.isEmpty()) {
            return new Person(users.nameOf(userId, sessionName), userId, Evidence.IDENTITY_CENTER);
        }
        for (Opening earlier : bySessionArn.getOrDefault(session.identity().arn(), List.of())) {
            if (Derivation.createdAround(session, earlier.call().at())) {
                Person person = fromOpening(earlier, seen);
                if (person.evidence() != Evidence.NOBODY) {
                    return VOUCHED_FOR.contains(person.evidence())
                            ? person.because(Evidence.CALLING_SESSION)
                            : person;
                }
            }
        }
        return named(
                sessionName,
                opening,
                isOwnSignIn(opening) ? Evidence.SESSION_NAME : Evidence.CALLING_SESSION_NAME);
    }

    /// A name that AWS vouches for; else the source identity, else the name of a session.
    private static Person named(String name, Opening opening, Evidence evidence) {
        if (!name.isEmpty() && !ONLY_SESSION_NAMES.contains(evidence)) {
            return new Person(name, "", evidence);
        }
        for (String sourceIdentity :
                List.of(
                        opening.issued().sourceIdentity(),
                        opening.caller().context().sourceIdentity())) {
            if (!sourceIdentity.isEmpty()) {
                return new Person(sourceIdentity, "", Evidence.SOURCE_IDENTITY);
            }
        }
        return name.isEmpty() ? nobody() : new Person(name, "", evidence);
    }

    /// Every account may have a user of that name.
    private static Person user(String name, String account, Evidence evidence) {
        return new Person(known(name), "", "user of " + account, evidence);
    }

    private static String accountOf(Principal principal) {
        return principal.identity().accountId();
    }

    private static Person nobody() {
        return new Person("unknown", "", Evidence.NOBODY);
    }

    private Optional<Person> visitor(Opening opening) {
        String userId = portal.visitorBefore(opening);
        return userId.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Person(
                                users.nameOf(userId, opening.target().sessionName()),
                                userId,
                                Evidence.PORTAL));
    }

    private static String known(String name) {
        return name.isEmpty() ? "unknown" : name;
    }
}
