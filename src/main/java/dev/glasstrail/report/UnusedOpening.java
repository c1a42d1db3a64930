package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Credentials that were issued and never seen in use.
///
/// An opening whose session was used by another key of its second is not here but among that
/// session's openings.
///
/// @param useId the use it counts for
/// @param channel how it was entered, in words
/// @param eventIds of openings in one second for one principal, by time, then id
/// @param accessKeyIds issued by them, in the same order
/// @param openings the same events in full, in the same order
/// @param alarm whether it rang, by opening and rule
public record UnusedOpening(
        @Nullable String useId,
        String account,
        RoleRow role,
        PersonRow person,
        Instant openedAt,
        String channel,
        List<String> eventIds,
        List<String> accessKeyIds,
        List<OpeningRow> openings,
        List<AlarmVerdictRow> alarm) {

    public UnusedOpening {
        eventIds = List.copyOf(eventIds);
        accessKeyIds = List.copyOf(accessKeyIds);
        openings = List.copyOf(openings);
        alarm = List.copyOf(alarm);
    }
}
