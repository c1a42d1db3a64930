package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Credentials that were issued and never seen in use.
///
/// @param useId the use it counts for
/// @param sessionId null: an opening whose session was used by another key of its second is among
///   that session's openings
/// @param eventIds of openings in one second for one principal, by time, then id
/// @param accessKeyIds issued by them, in the same order
public record UnusedOpening(
        @Nullable String useId,
        @Nullable String sessionId,
        String account,
        RoleRow role,
        PersonRow person,
        Instant openedAt,
        List<String> eventIds,
        List<String> accessKeyIds) {

    public UnusedOpening {
        eventIds = List.copyOf(eventIds);
        accessKeyIds = List.copyOf(accessKeyIds);
    }
}
