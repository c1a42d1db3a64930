package dev.glasstrail.session;

import dev.glasstrail.session.Act.Join;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.SessionContext.Created;
import dev.glasstrail.trail.TrailEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Records to sessions.
///
/// A record with a creationDate belongs to the session of that key, whatever access key it carries.
/// Runs of a long-term key are split where it rests for an hour, and at midnight UTC: a key that
/// never rests would otherwise be one session for ever, in no window but its first. Records that
/// say too little go, by identity and time, to the latest session that could have made them; those
/// for which there is none are orphans, and the report names them.
final class Grouping {

    /// A role's session lives twelve hours at the most.
    private static final Duration LONGEST_ROLE_SESSION = Duration.ofHours(12);

    /// Credentials of GetFederationToken and GetSessionToken live longest.
    private static final Duration LONGEST_SESSION = Duration.ofHours(36);

    /// The service that stamps a call and the one that stamped the session have clocks of their
    /// own.
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    /// What a person would call a break.
    static final Duration REST = Duration.ofMinutes(60);

    private final Map<SessionKey, Draft> drafts = new TreeMap<>();
    private final Map<String, List<Draft>> byIdentity = new HashMap<>();
    private final List<TrailEvent> orphans = new ArrayList<>();

    /// Groups all records that can be grouped by themselves; [#attach] takes the others.
    Grouping(List<TrailEvent> acts) {
        Map<String, List<TrailEvent>> longTerm = new TreeMap<>();
        for (TrailEvent event : acts) {
            Principal principal = event.principal();
            if (isReminted(principal) || saysTooLittle(event)) {
                continue;
            }
            if (principal.context().created() instanceof Created.At created) {
                draftOf(keyOf(principal, created.time()), principal)
                        .acts
                        .add(new Act(event, Join.KEY));
            } else {
                String run = principal.identity().arn() + " " + principal.identity().accessKeyId();
                longTerm.computeIfAbsent(run, _ -> new ArrayList<>()).add(event);
            }
        }
        longTerm.values().forEach(this::addRuns);
    }

    /// The session of an opening that no record matched.
    Draft addUnused(SessionKey key, Draft.Identity identity) {
        return drafts.computeIfAbsent(key, fresh -> register(new Draft(fresh, identity)));
    }

    /// Gives the records that say too little to the sessions that could have made them.
    void attach(List<TrailEvent> acts) {
        for (TrailEvent event : acts) {
            Principal principal = event.principal();
            if (isReminted(principal)) {
                attachForwarded(event);
            } else if (saysTooLittle(event)) {
                Optional<Draft> home =
                        sameSecond(principal).or(() -> latestBefore(event, LONGEST_ROLE_SESSION));
                home.ifPresentOrElse(
                        draft -> draft.acts.add(new Act(event, Join.TIME)),
                        () -> orphans.add(event));
            }
        }
    }

    /// All sessions, by key.
    Collection<Draft> drafts() {
        return drafts.values();
    }

    /// Records of a role session that no session could be found for.
    List<TrailEvent> orphans() {
        return orphans;
    }

    Optional<Draft> find(SessionKey key) {
        return Optional.ofNullable(drafts.get(key));
    }

    /// The sessions of one identity: an assumed-role arn, a user's arn.
    List<Draft> of(String account, String arn) {
        return byIdentity.getOrDefault(account + " " + arn, List.of());
    }

    static SessionKey keyOf(Principal principal, Instant created) {
        return SessionKey.of(
                Draft.accountOf(principal),
                principal.identity().principalId(),
                principal.identity().arn(),
                created);
    }

    private void addRuns(List<TrailEvent> uses) {
        Draft run = null;
        Instant last = Instant.MIN;
        for (TrailEvent event : uses) {
            Instant time = event.call().time();
            if (run == null
                    || Duration.between(last, time).compareTo(REST) >= 0
                    || !day(last).equals(day(time))) {
                SessionKey plain = keyOf(event.principal(), time);
                SessionKey key =
                        new SessionKey(
                                plain.account(),
                                plain.principalId(),
                                plain.arn(),
                                time,
                                event.principal().identity().accessKeyId());
                run = draftOf(key, event.principal());
                run.openings.add(OpeningReader.firstUse(event));
            }
            run.acts.add(new Act(event, Join.ACCESS_KEY));
            last = time;
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /// Whether a record cannot be placed by itself: it does not say when its session was created,
    /// or says what cannot be, or lacks a part of its identity.
    private static boolean saysTooLittle(TrailEvent event) {
        Principal principal = event.principal();
        return switch (principal.context().created()) {
            case Created.Unknown _ -> !usesLongTermKey(principal);
            case Created.At at -> {
                Instant time = event.call().time();
                yield at.time().isAfter(time.plus(CLOCK_DIFFERENCE))
                        || at.time().isBefore(time.minus(LONGEST_SESSION).minus(CLOCK_DIFFERENCE))
                        || principal.identity().principalId().isEmpty()
                        || principal.identity().arn().isEmpty();
            }
        };
    }

    /// The session of the same second that shares the part of the identity which the record has.
    private Optional<Draft> sameSecond(Principal principal) {
        if (!(principal.context().created() instanceof Created.At created)) {
            return Optional.empty();
        }
        Principal.Identity identity = principal.identity();
        return drafts.values().stream()
                .filter(draft -> draft.key.created().equals(created.time()))
                .filter(draft -> draft.key.account().equals(Draft.accountOf(principal)))
                .filter(draft ->
                        draft.key.arn().equals(identity.arn())
                                || draft.key.principalId().equals(identity.principalId()))
                .findFirst();
    }

    /// A service that acts for a user gets credentials of its own, seconds before the call: their
    /// creationDate is no session of the user's.
    private static boolean isReminted(Principal principal) {
        return !principal.invokedBy().isEmpty()
                && (principal instanceof Principal.User || principal instanceof Principal.Root);
    }

    private static boolean usesLongTermKey(Principal principal) {
        return (principal instanceof Principal.User || principal instanceof Principal.Root)
                && principal.context().created() instanceof Created.Unknown
                && !principal.identity().accessKeyId().isEmpty();
    }

    private void attachForwarded(TrailEvent event) {
        Principal principal = event.principal();
        Optional<Draft> home = latestBefore(event, LONGEST_SESSION);
        if (home.isPresent()) {
            home.get().acts.add(new Act(event, Join.BY_SERVICE));
            return;
        }
        Instant created =
                principal.context().created() instanceof Created.At at
                        ? at.time()
                        : event.call().time();
        draftOf(keyOf(principal, created), principal).acts.add(new Act(event, Join.KEY));
    }

    private Optional<Draft> latestBefore(TrailEvent event, Duration longest) {
        Principal principal = event.principal();
        Instant time = event.call().time();
        Draft latest = null;
        for (Draft draft : of(Draft.accountOf(principal), principal.identity().arn())) {
            Instant created = draft.key.created();
            boolean possible =
                    !created.isAfter(time)
                            && Duration.between(created, time).compareTo(longest) <= 0
                            && !restedBefore(draft, time);
            if (possible && (latest == null || created.isAfter(latest.key.created()))) {
                latest = draft;
            }
        }
        return Optional.ofNullable(latest);
    }

    /// Whether a run of a long-term key was over by then.
    private static boolean restedBefore(Draft draft, Instant time) {
        return !draft.key.longTermKey().isEmpty()
                && Duration.between(draft.lastAct().orElse(time), time).compareTo(REST) >= 0;
    }

    private Draft draftOf(SessionKey key, Principal principal) {
        return drafts.computeIfAbsent(
                key, fresh -> register(new Draft(fresh, Draft.identityOf(principal))));
    }

    private Draft register(Draft draft) {
        byIdentity
                .computeIfAbsent(
                        draft.key.account() + " " + draft.key.arn(), _ -> new ArrayList<>())
                .add(draft);
        return draft;
    }
}
