package dev.glasstrail.report;

import dev.glasstrail.session.Act;
import dev.glasstrail.session.Expiry;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.session.Opening;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.SessionContext.Mfa;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One session as a row, its figures counted from its actions.
final class SessionRows {

    private final AuditWindow window;
    private final Directory directory;
    private final Map<String, String> useOfSession;
    private final Map<String, List<String>> findingsOfSession;
    private final AlarmRows alarm;

    /// @param directory who the people are
    /// @param useOfSession ids of uses by session id
    /// @param findingsOfSession codes by session id, worst first
    /// @param alarm whether it rang, by opening
    SessionRows(
            AuditWindow window,
            Directory directory,
            Map<String, String> useOfSession,
            Map<String, List<String>> findingsOfSession,
            AlarmRows alarm) {
        this.window = window;
        this.directory = directory;
        this.useOfSession = useOfSession;
        this.findingsOfSession = findingsOfSession;
        this.alarm = alarm;
    }

    SessionRow row(GlassSession session) {
        ActionCount count = ActionCount.of(session.acts());
        GlassSession.Entry entry = session.entry();
        List<OpeningRow> openings =
                entry.openings().stream()
                        .map(opening -> opening(opening, session.used(opening)))
                        .toList();
        return new SessionRow(
                session.id(),
                useOfSession.get(session.id()),
                session.powers().glass(),
                session.powers().watched(),
                session.powers().account(),
                role(session.powers()),
                directory.row(session.person()),
                principalId(session),
                Masked.text(session.arn()),
                entry.channel().toString(),
                session.life().created(),
                openings.isEmpty() ? null : openings.getFirst().at(),
                openings.isEmpty() ? null : openings.getFirst().by(),
                openings.stream().map(OpeningRow::eventId).toList(),
                openings,
                List.copyOf(entry.unusedKeys()),
                Masked.text(entry.sessionName()),
                first(session, event -> event.principal().context().sourceIdentity()),
                first(session, event -> event.principal().context().signInSessionArn()),
                mfa(session),
                session.life().expires() instanceof Expiry.At at ? at.time() : null,
                session.life().open(),
                session.life().carried() ? windowOf(session.life().created()).label() : null,
                session.acts().getFirst().event().call().time(),
                session.acts().getLast().event().call().time(),
                count.actions(),
                count.reads(),
                count.writes(),
                count.unknownAccess(),
                count.errors(),
                count.forwarded(),
                tally(session, event -> event.outcome().errorCode()),
                distinct(session, event -> event.principal().identity().accessKeyId()),
                distinct(session, event -> event.origin().ip()),
                distinct(session, event -> event.origin().userAgent()),
                distinct(session, event -> event.call().region()),
                tally(session, event -> event.call().source()),
                joins(session),
                session.tree().parentId().isEmpty() ? null : session.tree().parentId(),
                session.tree().depth(),
                alarm.of(entry.openings()),
                ExplanationRow.NOT_CHECKED,
                findingsOfSession.getOrDefault(session.id(), List.of()));
    }

    /// The earlier window, as long as this one, in the row of windows that ends with it.
    private AuditWindow windowOf(Instant earlier) {
        Duration length = Duration.between(window.from(), window.to());
        Instant to = window.from();
        while (earlier.isBefore(to.minus(length))) {
            to = to.minus(length);
        }
        return new AuditWindow(to.minus(length), to);
    }

    static RoleRow role(GlassSession.Powers powers) {
        return new RoleRow(
                powers.arn(), powers.name(), Watch.permissionSet(powers.name()).orElse(null));
    }

    /// Behind the role's id stands the name that the caller chose.
    private static String principalId(GlassSession session) {
        int name = session.principalId().indexOf(':') + 1;
        return session.principalId().substring(0, name)
                + Masked.text(session.principalId().substring(name));
    }

    /// Who asked for credentials, as the record names them.
    static String caller(Opening opening) {
        Principal caller = opening.caller();
        Principal.Identity identity = caller.identity();
        for (String name :
                List.of(
                        identity.arn(),
                        identity.userName(),
                        opening.issued().subject(),
                        caller.invokedBy(),
                        identity.principalId(),
                        identity.accountId())) {
            if (!name.isEmpty()) {
                return Masked.text(name);
            }
        }
        return "unknown";
    }

    static OpeningRow opening(Opening opening, boolean used) {
        return new OpeningRow(
                opening.call().eventId(),
                opening.call().copies(),
                opening.call().at(),
                opening.way() == Opening.Way.FIRST_USE_OF_KEY
                        ? "first use of the access key"
                        : opening.call().name(),
                opening.call().region(),
                caller(opening),
                Masked.text(opening.origin().ip()),
                Masked.text(opening.origin().userAgent()),
                Masked.orNull(opening.issued().accessKeyId()),
                used);
    }

    /// AWS writes `false` for every federated session, whatever the identity provider asked for.
    private static String mfa(GlassSession session) {
        Set<Mfa> seen = new TreeSet<>();
        for (Opening opening : session.entry().openings()) {
            if (opening.way() == Opening.Way.SAML || opening.way() == Opening.Way.WEB_IDENTITY) {
                return "unknown";
            }
            if (opening.issued().mfa()) {
                return "yes";
            }
        }
        if (Watch.permissionSet(session.powers().name()).isPresent()) {
            return "unknown";
        }
        session.acts().forEach(act -> seen.add(act.event().principal().context().mfa()));
        if (seen.contains(Mfa.YES)) {
            return "yes";
        }
        return seen.contains(Mfa.NO) ? "no" : "unknown";
    }

    private static Map<String, Integer> joins(GlassSession session) {
        Map<String, Integer> counts = new TreeMap<>();
        session.acts().forEach(act -> counts.merge(act.join().toString(), 1, Integer::sum));
        return counts;
    }

    private static Map<String, Integer> tally(
            GlassSession session, Function<TrailEvent, String> member) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Act act : session.acts()) {
            String value = member.apply(act.event());
            if (!value.isEmpty()) {
                counts.merge(Masked.text(value), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<String> distinct(
            GlassSession session, Function<TrailEvent, String> member) {
        return new ArrayList<>(tally(session, member).keySet());
    }

    private static @Nullable String first(
            GlassSession session, Function<TrailEvent, String> member) {
        for (Act act : session.acts()) {
            String value = member.apply(act.event());
            if (!value.isEmpty()) {
                return Masked.text(value);
            }
        }
        return null;
    }
}
