package dev.glasstrail.report;

import static dev.glasstrail.report.FindingRules.count;

import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.Denied;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.session.NeverUsed;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All findings of an audit, in the order of the report.
///
/// Sessions carried over from an earlier window had their findings there.
final class Findings {

    static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::severity)
                    .thenComparing(
                            Finding::at, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                    .thenComparing(Finding::code)
                    .thenComparing(Finding::text);

    private final AuditFacts facts;
    private final Correlation correlation;
    private final UseIndex uses;
    private final List<Finding> findings = new ArrayList<>();

    private Findings(AuditFacts facts, UseIndex uses) {
        this.facts = facts;
        this.correlation = facts.correlation();
        this.uses = uses;
    }

    /// @param more found elsewhere
    static List<Finding> of(AuditFacts facts, UseIndex uses, List<Finding> more) {
        Findings findings = new Findings(facts, uses);
        findings.findings.addAll(more);
        return findings.collect();
    }

    private List<Finding> collect() {
        for (GlassSession session : correlation.sessions()) {
            if (!session.life().carried()) {
                findings.addAll(FindingRules.about(session, uses.ofSession(session.id())));
            }
        }
        correlation.neverUsed().forEach(this::neverUsed);
        denied();
        guardsTouchedByOthers();
        visitsWithoutOpening();
        orphans();
        conflictingCopies();
        unreadable();
        findings.sort(ORDER);
        return findings;
    }

    private void neverUsed(NeverUsed opening) {
        boolean root = opening.powers().arn().endsWith(":root");
        add(
                root ? "ROOT_USED" : "OPENING_NEVER_USED",
                root ? Severity.HIGH : Severity.LOW,
                root ? "The root user signed in" : "Credentials were issued and never used",
                Masked.text(opening.person().name())
                        + " opened "
                        + opening.powers().glass()
                        + " in "
                        + opening.powers().account()
                        + ", and no action with these credentials is in the logs.",
                uses.ofNeverUsed(opening.id()),
                opening.openings().getFirst().call().at(),
                opening.openings().stream().map(one -> one.call().eventId()).toList());
    }

    private void denied() {
        Map<String, List<Denied>> groups = new TreeMap<>();
        for (Denied attempt : correlation.denied()) {
            groups.computeIfAbsent(whoTriedWhat(attempt), _ -> new ArrayList<>()).add(attempt);
        }
        for (List<Denied> group : groups.values()) {
            Denied first = group.getFirst();
            add(
                    "ATTEMPT_REFUSED",
                    Severity.MEDIUM,
                    "An attempt on a glass was refused",
                    Masked.text(first.person().name())
                            + " tried "
                            + first.glass()
                            + " in "
                            + first.opening().target().account()
                            + ", "
                            + count(group.size(), "time")
                            + ".",
                    uses.ofDenied(first.opening().call().eventId()),
                    first.opening().call().at(),
                    group.stream().map(attempt -> attempt.opening().call().eventId()).toList());
        }
    }

    /// One finding for a person, a glass and an account, within one use or outside of all.
    private String whoTriedWhat(Denied attempt) {
        return String.join(
                "\n",
                attempt.person().name(),
                attempt.person().userId(),
                attempt.glass(),
                attempt.opening().target().account(),
                String.valueOf(uses.ofDenied(attempt.opening().call().eventId())));
    }

    private void guardsTouchedByOthers() {
        Set<String> inSessions =
                correlation.sessions().stream()
                        .flatMap(session -> session.acts().stream())
                        .map(act -> act.event().key().eventId())
                        .collect(Collectors.toSet());
        Map<String, List<TrailEvent>> done = new LinkedHashMap<>();
        Map<String, List<TrailEvent>> refused = new LinkedHashMap<>();
        for (TrailEvent event : correlation.guardTouches()) {
            if (!inSessions.contains(event.key().eventId())) {
                (event.outcome().failed() ? refused : done)
                        .computeIfAbsent(Guards.by(event), _ -> new ArrayList<>())
                        .add(event);
            }
        }
        done.forEach((by, events) ->
                guardTouched(
                        "GUARD_TOUCHED_OUTSIDE",
                        Severity.MEDIUM,
                        "Somebody outside these sessions changed what may watch the glass",
                        by + " called " + Guards.names(events) + ".",
                        events));
        refused.forEach((by, events) ->
                guardTouched(
                        "GUARD_ATTEMPTED_OUTSIDE",
                        Severity.LOW,
                        "Somebody outside these sessions tried to change what may watch the glass",
                        by + " called " + Guards.names(events) + " and was refused.",
                        events));
    }

    private void guardTouched(
            String code, Severity severity, String title, String text, List<TrailEvent> events) {
        add(code, severity, title, text, null, events.getFirst().call().time(), ids(events));
    }

    private void visitsWithoutOpening() {
        for (Correlation.UnansweredVisit visit : correlation.unansweredVisits()) {
            add(
                    "OPENING_MISSING",
                    Severity.HIGH,
                    "Identity Center gave credentials that the account's log does not show",
                    Masked.text(visit.person().name())
                            + " asked for "
                            + visit.permissionSet()
                            + " in "
                            + visit.account()
                            + "; no AssumeRoleWithSAML follows there within seconds.",
                    null,
                    visit.at(),
                    List.of(visit.eventId()));
        }
    }

    private void orphans() {
        if (!correlation.orphans().isEmpty()) {
            add(
                    "RECORDS_WITHOUT_SESSION",
                    Severity.MEDIUM,
                    "Records of a glass belong to no session",
                    count(correlation.orphans().size(), "record")
                            + " of a watched role name no session, and none was open at that time.",
                    null,
                    correlation.orphans().getFirst().call().time(),
                    ids(correlation.orphans()));
        }
    }

    private void conflictingCopies() {
        List<String> ids =
                facts.input().records().conflicting().stream()
                        .map(TrailEvent.EventKey::eventId)
                        .toList();
        if (!ids.isEmpty()) {
            add(
                    "COPIES_DIFFER",
                    Severity.CRITICAL,
                    "Copies of one record say different things",
                    count(ids.size(), "event id")
                            + " came in copies that differ, and CloudTrail's own copies are equal:"
                            + " a log file was altered, or exported by something that changed it.",
                    null,
                    null,
                    ids);
        }
    }

    private void unreadable() {
        List<Reading.Unreadable> unreadable = facts.input().reading().unreadable();
        if (!unreadable.isEmpty()) {
            add(
                    "INPUT_UNREADABLE",
                    Severity.HIGH,
                    "Some of the logs could not be read",
                    count(unreadable.size(), "file or record")
                                    .replace("file or records", "files or records")
                            + " could not be read whole; the coverage section names each.",
                    null,
                    null,
                    List.of());
        }
    }

    private void add(
            String code,
            Severity severity,
            String title,
            String text,
            @Nullable String useId,
            @Nullable Instant at,
            List<String> eventIds) {
        findings.add(new Finding(code, severity, title, text, null, useId, at, eventIds));
    }

    private static List<String> ids(List<TrailEvent> events) {
        return events.stream().map(event -> event.key().eventId()).toList();
    }
}
