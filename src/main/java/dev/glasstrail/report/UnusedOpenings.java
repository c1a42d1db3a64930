package dev.glasstrail.report;

import dev.glasstrail.session.GlassSession;
import dev.glasstrail.session.NeverUsed;
import dev.glasstrail.session.Opening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Credentials with which nothing was done.
final class UnusedOpenings {

    private UnusedOpenings() {}

    static UnusedOpening row(
            NeverUsed opening, Directory directory, @Nullable String useId, AlarmRows alarm) {
        return new UnusedOpening(
                useId,
                opening.powers().account(),
                SessionRows.role(opening.powers()),
                directory.row(opening.person()),
                opening.at(),
                opening.channel().toString(),
                opening.openings().stream().map(one -> one.call().eventId()).toList(),
                opening.openings().stream()
                        .map(one -> one.issued().accessKeyId())
                        .filter(key -> !key.isEmpty())
                        .toList(),
                opening.openings().stream().map(one -> SessionRows.opening(one, false)).toList(),
                alarm.of(opening.openings()));
    }

    /// Openings of a session that was used by the key of another opening of its second.
    static List<Opening> besides(GlassSession session) {
        return session.entry().openings().stream()
                .filter(opening -> !session.used(opening))
                .toList();
    }
}
