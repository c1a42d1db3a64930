package dev.glasstrail.report;

import dev.glasstrail.risk.ActionRisk;
import dev.glasstrail.session.Act;
import dev.glasstrail.session.GlassSession;
import dev.glasstrail.trail.Call;
import dev.glasstrail.trail.TrailEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The actions of a session as rows.
final class ActionRows {

    private ActionRows() {}

    static List<ActionRow> of(GlassSession session) {
        return session.acts().stream().map(act -> action(session.id(), act)).toList();
    }

    private static ActionRow action(String sessionId, Act act) {
        TrailEvent event = act.event();
        Call call = event.call();
        return new ActionRow(
                sessionId,
                event.key().eventId(),
                call.time(),
                call.source(),
                call.name(),
                call.region(),
                event.key().recipientAccountId(),
                readOnly(call.access()),
                Masked.orNull(event.outcome().errorCode()),
                Masked.orNull(event.outcome().errorMessage()),
                Masked.text(event.origin().ip()),
                Masked.text(event.origin().userAgent()),
                Masked.orNull(event.principal().identity().accessKeyId()),
                Masked.orNull(event.principal().invokedBy()),
                ActionRisk.of(event).toString(),
                act.join().toString(),
                Touched.by(event),
                Redaction.parameters(call.source(), call.name(), event.payload().request()));
    }

    private static @Nullable Boolean readOnly(Call.Access access) {
        return switch (access) {
            case READ -> true;
            case WRITE -> false;
            case UNKNOWN -> null;
        };
    }
}
