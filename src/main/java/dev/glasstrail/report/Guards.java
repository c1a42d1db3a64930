package dev.glasstrail.report;

import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.TrailEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Changes to what watches the glass, whoever made them.
final class Guards {

    private static final List<String> TARGETS =
            List.of("name", "rule", "trailName", "bucketName", "ruleName", "connectionName");

    private Guards() {}

    static List<GuardTouch> of(Correlation correlation) {
        Map<String, String> sessionOf = new HashMap<>();
        for (GlassSession session : correlation.sessions()) {
            session.acts().forEach(act -> sessionOf.put(act.event().key().eventId(), session.id()));
        }
        return correlation.guardTouches().stream().map(event -> touch(event, sessionOf)).toList();
    }

    /// The identity behind a record, as recorded.
    static String by(TrailEvent event) {
        Principal principal = event.principal();
        for (String name :
                List.of(
                        principal.identity().arn(),
                        principal.identity().userName(),
                        principal.invokedBy(),
                        principal.identity().accountId())) {
            if (!name.isEmpty()) {
                return Masked.text(name);
            }
        }
        return "unknown";
    }

    static String names(List<TrailEvent> events) {
        return events.stream()
                .map(event -> event.call().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static GuardTouch touch(TrailEvent event, Map<String, String> sessionOf) {
        return new GuardTouch(
                event.call().time(),
                event.key().recipientAccountId(),
                event.call().region(),
                event.call().source(),
                event.call().name(),
                by(event),
                target(event),
                Masked.orNull(event.outcome().errorCode()),
                event.key().eventId(),
                sessionOf.get(event.key().eventId()));
    }

    private static String target(TrailEvent event) {
        for (String member : TARGETS) {
            String value = event.payload().requested(member);
            if (!value.isEmpty()) {
                return Masked.text(value);
            }
        }
        return "";
    }
}
