package dev.glasstrail.report;

import dev.glasstrail.risk.ActionRisk;
import dev.glasstrail.session.Act;
import dev.glasstrail.session.Expiry;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.session.Opening;
import dev.glasstrail.session.Person.Evidence;
import dev.glasstrail.trail.TrailEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody must look at in one session.
final class FindingRules {

    private static final Set<Evidence> UNCERTAIN =
            Set.of(
                    Evidence.SESSION_NAME,
                    Evidence.CALLING_SESSION_NAME,
                    Evidence.SOURCE_IDENTITY,
                    Evidence.NOBODY);

    private static final Set<String> REFUSALS =
            Set.of(
                    "AccessDenied",
                    "AccessDeniedException",
                    "UnauthorizedOperation",
                    "Client.UnauthorizedOperation");

    /// Clocks differ, and a call may end a moment after its credentials do.
    private static final Duration EXPIRY_SLACK = Duration.ofMinutes(5);

    /// An address of version 4 or 6; services stand there by name.
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final GlassSession session;
    private final @Nullable String useId;
    private final List<Finding> findings = new ArrayList<>();

    private FindingRules(GlassSession session, @Nullable String useId) {
        this.session = session;
        this.useId = useId;
    }

    /// The findings about a session, in no particular order.
    static List<Finding> about(GlassSession session, @Nullable String useId) {
        return new FindingRules(session, useId).apply();
    }

    private List<Finding> apply() {
        guards();
        root();
        actionsOf(
                ActionRisk.CREDENTIALS,
                "CREDENTIALS_CHANGED",
                Severity.HIGH,
                "Identities or permissions were changed");
        actionsOf(
                ActionRisk.DESTRUCTIVE, "THINGS_DELETED", Severity.MEDIUM, "Something was deleted");
        actionsOf(
                ActionRisk.SENSITIVE_READ,
                "SENSITIVE_READ",
                Severity.MEDIUM,
                "Secrets or data were read");
        severalAddresses();
        afterExpiry();
        noOpening();
        personUncertain();
        issuedBesides();
        refused();
        if (session.life().open()) {
            add(
                    "SESSION_OPEN",
                    Severity.INFO,
                    "The session could still run",
                    stillRuns(),
                    List.of());
        }
        return findings;
    }

    private void guards() {
        List<Act> done = acts(event -> !event.outcome().failed(), ActionRisk.GUARDS);
        if (!done.isEmpty()) {
            add(
                    "GUARD_TOUCHED",
                    Severity.CRITICAL,
                    "What watches the glass was changed",
                    who() + " called " + names(done) + ".",
                    done);
        }
        List<Act> refused = acts(event -> event.outcome().failed(), ActionRisk.GUARDS);
        if (!refused.isEmpty()) {
            add(
                    "GUARD_ATTEMPTED",
                    Severity.HIGH,
                    "A change to what watches the glass was refused",
                    who() + " called " + names(refused) + " and was refused.",
                    refused);
        }
    }

    private void root() {
        if (isRoot()) {
            add(
                    "ROOT_USED",
                    Severity.HIGH,
                    "The root user was used",
                    "Root of account "
                            + session.powers().account()
                            + " was used: "
                            + session.entry().channel()
                            + ".",
                    session.acts().subList(0, 1));
        }
    }

    /// A role or a user may be called root too; their arns say what they are.
    private boolean isRoot() {
        return session.powers().name().equals("root") && !session.powers().arn().contains("/");
    }

    private void actionsOf(ActionRisk risk, String code, Severity severity, String title) {
        List<Act> done = acts(event -> !event.outcome().failed(), risk);
        if (!done.isEmpty()) {
            add(code, severity, title, who() + " called " + names(done) + ".", done);
        }
    }

    private void severalAddresses() {
        Map<String, Act> firstFrom = new TreeMap<>();
        for (Act act : session.acts()) {
            String ip = act.event().origin().ip();
            if (isAddress(ip) && act.event().principal().invokedBy().isEmpty()) {
                firstFrom.putIfAbsent(ip, act);
            }
        }
        if (firstFrom.size() > 1) {
            add(
                    "SEVERAL_ADDRESSES",
                    Severity.MEDIUM,
                    "One session came from several addresses",
                    who() + " acted from " + String.join(", ", firstFrom.keySet()) + ".",
                    firstFrom.values());
        }
    }

    private static boolean isAddress(String ip) {
        return ADDRESS.matcher(ip).matches();
    }

    private void afterExpiry() {
        if (!(session.life().expires() instanceof Expiry.At expires)) {
            return;
        }
        Instant end = expires.time().plus(EXPIRY_SLACK);
        List<Act> late =
                session.acts().stream()
                        .filter(act -> act.event().call().time().isAfter(end))
                        .toList();
        if (!late.isEmpty()) {
            add(
                    "ACTED_AFTER_EXPIRY",
                    Severity.HIGH,
                    "Actions after the credentials should have ended",
                    "The credentials end at "
                            + expires.time()
                            + " by the opening's answer; "
                            + count(late.size(), "action")
                            + " came later.",
                    late);
        }
    }

    private void noOpening() {
        if (session.entry().openings().isEmpty() && session.tree().depth() == 0) {
            add(
                    "OPENING_NOT_IN_LOGS",
                    Severity.MEDIUM,
                    "The opening is not in the logs",
                    who()
                            + " acted in a session created at "
                            + session.life().created()
                            + ", and no record shows who asked for its credentials.",
                    session.acts().subList(0, 1));
        }
    }

    private void personUncertain() {
        if (UNCERTAIN.contains(session.person().evidence()) && session.tree().depth() == 0) {
            add(
                    "PERSON_UNCERTAIN",
                    Severity.MEDIUM,
                    "The person is not certain",
                    "\""
                            + Masked.text(session.person().name())
                            + "\" is known by: "
                            + session.person().evidence()
                            + ".",
                    session.acts().subList(0, 1));
        }
    }

    private void issuedBesides() {
        List<Opening> besides = UnusedOpenings.besides(session);
        if (!besides.isEmpty()) {
            findings.add(
                    new Finding(
                            "OPENING_NEVER_USED",
                            Severity.LOW,
                            "Credentials were issued and never used",
                            who()
                                    + " was given several credentials in one second; "
                                    + count(besides.size(), "key")
                                    + " never used.",
                            session.id(),
                            useId,
                            besides.getFirst().call().at(),
                            besides.stream().map(opening -> opening.call().eventId()).toList()));
        }
    }

    private void refused() {
        List<Act> refused =
                session.acts().stream()
                        .filter(act -> REFUSALS.contains(act.event().outcome().errorCode()))
                        .toList();
        if (!refused.isEmpty()) {
            add(
                    "ACTIONS_REFUSED",
                    Severity.LOW,
                    "AWS refused some actions",
                    who() + " was refused " + names(refused) + ".",
                    refused);
        }
    }

    private String stillRuns() {
        return session.life().expires() instanceof Expiry.At at
                ? "Its credentials end at " + at.time() + "; more actions may follow."
                : "When its credentials end is not in the records; more actions may follow.";
    }

    private String who() {
        return Masked.text(session.person().name())
                + " ("
                + session.powers().glass()
                + " in "
                + session.powers().account()
                + ")";
    }

    private List<Act> acts(Predicate<TrailEvent> which, ActionRisk risk) {
        return session.acts().stream()
                .filter(act -> which.test(act.event()) && ActionRisk.of(act.event()) == risk)
                .toList();
    }

    /// The distinct calls with their number: `CreateUser, CreateAccessKey (2)`.
    private static String names(List<Act> acts) {
        Map<String, Integer> counts = new TreeMap<>();
        acts.forEach(act -> counts.merge(act.event().call().name(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry ->
                        entry.getValue() == 1
                                ? entry.getKey()
                                : entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private void add(
            String code, Severity severity, String title, String text, Collection<Act> acts) {
        List<String> events =
                acts.stream()
                        .map(Act::event)
                        .sorted(
                                Comparator.comparing((TrailEvent event) -> event.call().time())
                                        .thenComparing(TrailEvent::key))
                        .map(event -> event.key().eventId())
                        .toList();
        Instant at =
                acts.stream()
                        .map(act -> act.event().call().time())
                        .min(Instant::compareTo)
                        .orElse(session.life().created());
        findings.add(new Finding(code, severity, title, text, session.id(), useId, at, events));
    }

    /// A number with its noun.
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
