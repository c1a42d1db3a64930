package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event that issued credentials for a session.
///
/// @param copies event ids of the same call as other accounts recorded it
/// @param name the API call or sign-in, such as `AssumeRoleWithSAML`
/// @param by who asked, as recorded: user name, arn or service
/// @param issuedKey the access key in the answer; null where the answer holds none
/// @param used whether that key, or a key of the only opening, was seen in use
public record OpeningRow(
        String eventId,
        List<String> copies,
        Instant at,
        String name,
        String region,
        String by,
        String ip,
        String userAgent,
        @Nullable String issuedKey,
        boolean used) {

    public OpeningRow {
        copies = List.copyOf(copies);
    }
}
