package dev.glasstrail.report;

import dev.glasstrail.session.Act;
import dev.glasstrail.session.Expiry;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.session.Opening;
import dev.glasstrail.session.Person.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody must look at in one session.
final class FindingRules {

    private static final Set<Evidence> UNCERTAIN =
            Set.of(
                    Evidence.SESSION_NAME,
                    Evidence.CALLING_SESSION_NAME,
                    Evidence.SOURCE_IDENTITY,
                    Evidence.ROOT,
                    Evidence.NOBODY);

    /// Clocks differ, and a call may end a moment after its credentials do.
    private static final Duration EXPIRY_SLACK = Duration.ofMinutes(5);

    /// An address of version 4 or 6; services stand there by name.
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final SessionFindings findings;
    private final GlassSession session;

    private FindingRules(SessionFindings findings) {
        this.findings = findings;
        this.session = findings.session();
    }

    /// The findings about a session, in no particular order.
    static List<Finding> about(GlassSession session, @Nullable String useId) {
        SessionFindings findings = new SessionFindings(session, useId);
        ActionRules.apply(findings);
        new FindingRules(findings).apply();
        return findings.list();
    }

    private void apply() {
        root();
        severalAddresses();
        afterExpiry();
        noOpening();
        personUncertain();
        issuedBesides();
        severalCallers();
        if (session.life().open()) {
            findings.add(
                    "SESSION_OPEN",
                    Severity.INFO,
                    "The session could still run",
                    stillRuns(),
                    List.of());
        }
    }

    private void root() {
        if (isRoot()) {
            findings.add(
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

    private void severalAddresses() {
        Map<String, Act> firstFrom = new TreeMap<>();
        for (Act act : session.acts()) {
            String ip = act.event().origin().ip();
            if (isAddress(ip) && act.event().principal().invokedBy().isEmpty()) {
                firstFrom.putIfAbsent(ip, act);
            }
        }
        if (firstFrom.size() > 1) {
            findings.add(
                    "SEVERAL_ADDRESSES",
                    Severity.MEDIUM,
                    "One session came from several addresses",
                    findings.who() + " acted from " + String.join(", ", firstFrom.keySet()) + ".",
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
            findings.add(
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
            findings.add(
                    "OPENING_NOT_IN_LOGS",
                    Severity.MEDIUM,
                    "The opening is not in the logs",
                    findings.who()
                            + " acted in a session created at "
                            + session.life().created()
                            + ", and no record shows who asked for its credentials.",
                    session.acts().subList(0, 1));
        }
    }

    private void personUncertain() {
        if (UNCERTAIN.contains(session.person().evidence()) && session.tree().depth() == 0) {
            findings.add(
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

    /// The session's name is the caller's to choose, so that two callers in one second can share a
    /// session: what each of them did, only the access keys tell.
    private void severalCallers() {
        Map<String, Opening> byCaller = findings.openingsByCaller();
        if (byCaller.size() > 1) {
            findings.add(
                    "SEVERAL_CALLERS",
                    Severity.HIGH,
                    "Several callers opened one session",
                    String.join(", ", byCaller.keySet())
                            + " asked for credentials of the same session name in one second; the"
                            + " access key of each action tells whose it is.",
                    session.life().created(),
                    byCaller.values().stream().map(opening -> opening.call().eventId()).toList());
        }
    }

    private void issuedBesides() {
        List<Opening> besides = UnusedOpenings.besides(session);
        if (!besides.isEmpty()) {
            findings.add(
                    "OPENING_NEVER_USED",
                    Severity.LOW,
                    "Credentials were issued and never used",
                    findings.who()
                            + " was given several credentials in one second; "
                            + count(besides.size(), "key")
                            + " never used.",
                    besides.getFirst().call().at(),
                    besides.stream().map(opening -> opening.call().eventId()).toList());
        }
    }

    private String stillRuns() {
        return session.life().expires() instanceof Expiry.At at
                ? "Its credentials end at " + at.time() + "; more actions may follow."
                : "When its credentials end is not in the records; more actions may follow.";
    }

    /// A number with its noun.
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
