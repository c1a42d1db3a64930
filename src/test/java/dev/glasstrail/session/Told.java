package dev.glasstrail.session;

import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A correlation as text, complete enough to be compared whole.
///
/// Ids of sessions and uses are left out: they are hashes, and other tests pin them.
public final class Told {

    private final Correlation correlation;
    private final List<String> lines = new ArrayList<>();

    private Told(Correlation correlation) {
        this.correlation = correlation;
    }

    /// What the correlator makes of records: everything but the uses.
    static String told(LogRecord... records) {
        return sessions(Trails.correlated(records));
    }

    /// What the correlator makes of records: the uses alone.
    static String toldUses(LogRecord... records) {
        return uses(Trails.correlated(records));
    }

    /// Sessions with their openings and actions, then everything else, each with one line.
    public static String all(Correlation correlation) {
        return new Told(correlation).text(true);
    }

    /// The same without the uses.
    public static String sessions(Correlation correlation) {
        return new Told(correlation).text(false);
    }

    /// The uses alone.
    public static String uses(Correlation correlation) {
        Told told = new Told(correlation);
        correlation.uses().forEach(told::use);
        return told.joined();
    }

    private String text(boolean uses) {
        correlation.sessions().forEach(this::session);
        correlation.neverUsed().forEach(this::neverUsed);
        correlation.denied().forEach(this::denied);
        correlation.orphans().forEach(event -> line("orphan " + event.key().eventId()));
        correlation
                .unansweredVisits()
                .forEach(visit -> line("unanswered " + visit.eventId() + person(visit.person())));
        if (uses) {
            correlation.uses().forEach(this::use);
        }
        return joined();
    }

    private String joined() {
        return String.join("\n", lines) + "\n";
    }

    private void session(GlassSession session) {
        line(
                "session "
                        + name(session.powers(), session.entry().sessionName())
                        + " created "
                        + time(session.life().created())
                        + (session.powers().watched() ? "" : ", not watched")
                        + (session.life().carried() ? ", carried" : "")
                        + (session.life().open() ? ", open" : "")
                        + (session.life().expires() instanceof Expiry.At expires
                                ? ", expires " + time(expires.time())
                                : ""));
        if (!session.tree().parentId().isEmpty()) {
            line(
                    "  below "
                            + name(session.tree().parentId())
                            + ", depth "
                            + session.tree().depth());
        }
        line("  " + session.entry().channel() + ";" + person(session.person()));
        session.entry()
                .openings()
                .forEach(opening ->
                        line(
                                "  opened by "
                                        + opening(opening)
                                        + (session.used(opening) ? "" : ", not used")));
        if (!session.entry().unusedKeys().isEmpty()) {
            line("  unused keys " + session.entry().unusedKeys());
        }
        session.acts().forEach(act -> line("  " + id(act.event()) + " by " + act.join().name()));
    }

    private void neverUsed(NeverUsed unused) {
        line(
                "never used "
                        + name(unused.powers(), "")
                        + " "
                        + unused.channel()
                        + ";"
                        + person(unused.person()));
        unused.openings().forEach(opening -> line("  opened by " + opening(opening)));
    }

    private void denied(Denied denied) {
        line(
                "denied "
                        + denied.opening().target().account()
                        + "/"
                        + denied.glass()
                        + " "
                        + opening(denied.opening())
                        + " "
                        + denied.opening().outcome().errorCode()
                        + ";"
                        + person(denied.person()));
    }

    private void use(Use use) {
        List<String> sessions = use.sessionIds().stream().map(this::name).toList();
        line(
                "use of "
                        + use.powers().account()
                        + "/"
                        + use.powers().glass()
                        + " by "
                        + use.person().name()
                        + ", "
                        + time(use.from())
                        + " to "
                        + time(use.to())
                        + ", sessions "
                        + sessions
                        + ", never used "
                        + use.neverUsed().size()
                        + ", denied "
                        + use.denied().size());
    }

    private String name(String sessionId) {
        return correlation.sessions().stream()
                .filter(session -> session.id().equals(sessionId))
                .map(session ->
                        name(session.powers(), session.entry().sessionName())
                                + "@"
                                + time(session.life().created()))
                .findFirst()
                .orElse("a session not listed");
    }

    private static String name(GlassSession.Powers powers, String sessionName) {
        return powers.account()
                + "/"
                + powers.glass()
                + (sessionName.isEmpty() ? "" : "/" + sessionName);
    }

    private static String opening(Opening opening) {
        return opening.call().eventId()
                + (opening.call().copies().isEmpty() ? "" : " " + opening.call().copies())
                + (opening.issued().accessKeyId().isEmpty()
                        ? ""
                        : ", key " + opening.issued().accessKeyId());
    }

    private static String person(Person person) {
        return " "
                + person.name()
                + (person.userId().isEmpty() ? "" : " (" + person.userId() + ")")
                + ", "
                + person.evidence();
    }

    private static String id(TrailEvent event) {
        return event.key().eventId()
                + (event.outcome().failed() ? " failed" : "")
                + (event.principal().invokedBy().isEmpty()
                        ? ""
                        : " through " + event.principal().invokedBy());
    }

    static String time(Instant time) {
        String text = time.toString();
        return text.startsWith("2026-11-") ? text.substring(8, text.length() - 1) : text;
    }

    private void line(String line) {
        lines.add(line);
    }
}
