package dev.glasstrail.session;

import java.time.Instant;
import java.util.List;

/// Credentials of a glass that were issued and with which nothing was done: openings of one
/// principal in one second.
///
/// @param id as a session of them would have
/// @param openings by time, then event id; at least one
/// @param parentId the session that asked for them; `""` where no session of the report did
/// @param open they could still be used after the report was made
public record NeverUsed(
        String id,
        GlassSession.Powers powers,
        Person person,
        Channel channel,
        List<Opening> openings,
        String parentId,
        boolean open) {

    public NeverUsed {
        openings = List.copyOf(openings);
        if (openings.isEmpty()) {
            throw new IllegalArgumentException("an unused opening is at least one opening");
        }
    }

    /// When the credentials were issued, UTC.
    public Instant at() {
        return openings.getFirst().call().at();
    }
}
