package dev.glasstrail.session;

import dev.glasstrail.session.Correlation.UnansweredVisit;
import dev.glasstrail.session.Draft.Kind;
import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Records to sessions, openings, attempts and uses: the one place that decides which record
/// belongs to what, the same for every source.
public final class Correlator {

    /// A user's or root's console session lives twelve hours, temporary credentials of a user
    /// thirty-six.
    private static final Duration LONGEST_LIFE_OF_USER = Duration.ofHours(36);

    private static final Duration LONGEST_LIFE_OF_ROLE = Duration.ofHours(12);

    private final Watch watch;
    private final AuditWindow window;
    private final Instant asOf;
    private final Records records;
    private final List<Opening> openings;
    private final Grouping grouping;
    private final Persons persons;
    private final List<Draft> included;

    private Correlator(Records records, Watch watch, AuditWindow window, Instant asOf) {
        this.watch = watch;
        this.window = window;
        this.asOf = asOf;
        this.records = records;
        List<TrailEvent> acts = Addenda.folded(records.acts());
        this.openings = SharedCalls.merged(records.openings());
        this.grouping = new Grouping(acts);
        Joining joining = new Joining(watch, grouping);
        joining.join(openings);
        grouping.attach(acts);
        joining.joinSignIns(openings);
        for (Draft draft : grouping.drafts()) {
            draft.acts.sort(Act.ORDER);
            draft.openings.sort(Opening.ORDER);
        }
        this.included = Chains.included(grouping.drafts(), joining, watch);
        this.persons = new Persons(records.visits(), openings, grouping.drafts());
    }

    /// Decides what the records say about the window.
    ///
    /// @param asOf when the report is made, UTC: a session that could still run then is open
    public static Correlation correlate(
            Records records, Watch watch, AuditWindow window, Instant asOf) {
        return new Correlator(records, watch, window, asOf).correlation();
    }

    private Correlation correlation() {
        List<GlassSession> sessions = new ArrayList<>();
        List<NeverUsed> neverUsed = new ArrayList<>();
        for (Draft draft : included) {
            if (draft.acts.isEmpty()) {
                if (window.contains(draft.key.created())) {
                    neverUsed.add(neverUsed(draft));
                }
            } else if (isListed(draft)) {
                sessions.add(session(draft));
            }
        }
        List<Denied> denied = denied();
        return new Correlation(
                sessions,
                neverUsed,
                denied,
                Uses.of(sessions, neverUsed, denied),
                orphans(),
                unansweredVisits(),
                records.guardTouches().stream()
                        .filter(event -> window.contains(event.call().time()))
                        .toList());
    }

    /// Sessions of the window, and earlier ones that did something in it.
    private boolean isListed(Draft draft) {
        return window.contains(draft.key.created())
                || (draft.key.created().isBefore(window.from())
                        && draft.lastAct().orElseThrow().compareTo(window.from()) >= 0);
    }

    private GlassSession session(Draft draft) {
        Set<String> unusedKeys = new TreeSet<>();
        for (Opening opening : draft.openings) {
            unusedKeys.add(opening.issued().accessKeyId());
        }
        unusedKeys.remove("");
        unusedKeys.removeAll(draft.usedKeys());
        int depth = 0;
        for (Draft at = draft.parent; at != null; at = at.parent) {
            depth++;
        }
        return new GlassSession(
                draft.key.id(),
                powers(draft),
                draft.key.arn(),
                draft.key.principalId(),
                persons.of(draft),
                new GlassSession.Entry(
                        Channel.of(draft, persons),
                        draft.openings,
                        unusedKeys,
                        draft.sessionName()),
                draft.acts,
                new GlassSession.Tree(parentId(draft), depth),
                life(draft));
    }

    private GlassSession.Powers powers(Draft draft) {
        String arn = draft.identity.arn();
        for (Opening opening : draft.openings) {
            if (opening.target().arn().length() > arn.length()
                    && draft.identity.kind() == Kind.ROLE) {
                arn = opening.target().arn();
            }
        }
        return new GlassSession.Powers(
                draft.key.account(),
                arn,
                draft.identity.name(),
                Glasses.label(draft.identity.name()),
                Chains.isWatched(draft, watch));
    }

    private NeverUsed neverUsed(Draft draft) {
        return new NeverUsed(
                draft.key.id(),
                powers(draft),
                persons.of(draft),
                Channel.of(draft, persons),
                draft.openings,
                parentId(draft));
    }

    private static String parentId(Draft draft) {
        return draft.parent == null ? "" : draft.parent.key.id();
    }

    private GlassSession.Life life(Draft draft) {
        Expiry expires = Expiry.UNKNOWN;
        for (Opening opening : draft.openings) {
            if (opening.issued().expires() instanceof Expiry.At at
                    && (!(expires instanceof Expiry.At known) || at.time().isAfter(known.time()))) {
                expires = at;
            }
        }
        return new GlassSession.Life(
                draft.key.created(),
                expires,
                latestEnd(draft, expires).isAfter(asOf),
                draft.key.created().isBefore(window.from()));
    }

    private static Instant latestEnd(Draft draft, Expiry expires) {
        if (!draft.key.longTermKey().isEmpty()) {
            return draft.lastAct().orElse(draft.key.created()).plus(Grouping.REST);
        }
        Duration longest =
                draft.identity.kind() == Kind.ROLE ? LONGEST_LIFE_OF_ROLE : LONGEST_LIFE_OF_USER;
        return switch (expires) {
            case Expiry.At at -> at.time();
            case Expiry.Unknown _ -> draft.key.created().plus(longest);
        };
    }

    private List<Denied> denied() {
        List<Denied> denied = new ArrayList<>();
        for (Opening opening : openings) {
            if (!opening.granted()
                    && window.contains(opening.call().at())
                    && Glasses.opens(watch, opening)) {
                denied.add(
                        new Denied(
                                opening,
                                persons.of(opening),
                                Glasses.label(opening.target().name())));
            }
        }
        return denied;
    }

    private List<TrailEvent> orphans() {
        return grouping.orphans().stream()
                .filter(event -> window.contains(event.call().time()))
                .filter(event -> isWatchedName(event.principal()))
                .sorted(Records.BY_TIME)
                .toList();
    }

    private boolean isWatchedName(Principal principal) {
        return watch.watches(principal)
                || watch.watchesRole(AssumedRoleArn.parse(principal.identity().arn()).roleArn());
    }

    private List<UnansweredVisit> unansweredVisits() {
        Set<String> answered = new TreeSet<>();
        for (Opening opening : openings) {
            if (opening.granted() && opening.way() == Opening.Way.SAML) {
                persons.visitsFor(opening).forEach(visit -> answered.add(visit.eventId()));
            }
        }
        return records.visits().stream()
                .filter(visit -> visit.errorCode().isEmpty())
                .filter(visit -> window.contains(visit.at()))
                .filter(visit -> watch.watchesPermissionSet(visit.permissionSet(), visit.account()))
                .filter(visit -> !answered.contains(visit.eventId()))
                .sorted(Comparator.comparing(PortalVisit::at).thenComparing(PortalVisit::eventId))
                .map(visit ->
                        new UnansweredVisit(
                                visit.eventId(),
                                visit.at(),
                                visit.account(),
                                visit.permissionSet(),
                                persons.of(visit)))
                .toList();
    }
}
