package dev.glasstrail.session;

import dev.glasstrail.session.Correlation.UnansweredVisit;
import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Records to sessions, openings, attempts and uses: the one place that decides which record
/// belongs to what, the same for every source.
public final class Correlator {

    private static final Comparator<GlassSession> BY_CREATION =
            Comparator.comparing((GlassSession session) -> session.life().created())
                    .thenComparing(GlassSession::id);

    private static final Comparator<NeverUsed> BY_OPENING =
            Comparator.comparing(NeverUsed::at).thenComparing(NeverUsed::id);

    private final Watch watch;
    private final AuditWindow window;
    private final Records records;
    private final List<Opening> openings;
    private final Grouping grouping;
    private final PortalVisits portal;
    private final Persons persons;
    private final List<Draft> included;
    private final FairCopy fairCopy;

    private Correlator(Records records, Watch watch, AuditWindow window, Instant asOf) {
        this.watch = watch;
        this.window = window;
        this.records = records;
        List<TrailEvent> acts = Addenda.folded(records.acts());
        this.openings = SharedCalls.merged(Addenda.foldedOpenings(records.openings()));
        this.grouping = new Grouping(acts);
        Joining joining = new Joining(watch, grouping);
        joining.join(openings);
        grouping.attach(acts);
        joining.joinSignIns(openings);
        for (Draft draft : grouping.drafts()) {
            draft.settle();
        }
        this.included = Chains.included(grouping.drafts(), joining, watch);
        this.portal = new PortalVisits(records.visits());
        this.persons = new Persons(records.visits(), portal, openings, grouping.drafts());
        this.fairCopy = new FairCopy(watch, window, asOf, portal, persons);
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
                neverUsed.add(fairCopy.neverUsed(draft));
            } else {
                sessions.add(fairCopy.session(draft));
            }
        }
        sessions.sort(BY_CREATION);
        neverUsed.sort(BY_OPENING);
        List<Denied> denied = denied();
        return new Correlation(
                sessions.stream().filter(this::isListed).toList(),
                neverUsed.stream().filter(unused -> window.contains(unused.at())).toList(),
                denied,
                new Uses(window, sessions, neverUsed, denied).list(),
                orphans(),
                unansweredVisits(),
                Addenda.folded(records.guardTouches()).stream()
                        .filter(event -> window.contains(event.call().time()))
                        .toList());
    }

    /// Sessions of the window, and earlier ones that did something in it.
    private boolean isListed(GlassSession session) {
        return window.contains(session.life().created())
                || (session.life().carried()
                        && session.acts().stream()
                                .anyMatch(act -> window.contains(act.event().call().time())));
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
                portal.before(opening).forEach(visit -> answered.add(visit.eventId()));
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
