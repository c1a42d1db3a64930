package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refused attempt on a glass.
///
/// @param useId the use during which it happened; null where it stands alone
/// @param account the account that holds the glass, as far as the record names it
/// @param role arn or name of what was tried
/// @param name the API call or sign-in
/// @param errorMessage as recorded; empty where none is
/// @param alarm whether it rang, by rule
public record DeniedOpening(
        @Nullable String useId,
        String account,
        RoleRow role,
        PersonRow person,
        Instant at,
        String eventId,
        String name,
        String errorCode,
        String errorMessage,
        String region,
        String ip,
        String userAgent,
        List<AlarmVerdictRow> alarm) {

    public DeniedOpening {
        alarm = List.copyOf(alarm);
    }
}
