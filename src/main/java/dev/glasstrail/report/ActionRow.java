package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One record made by a session: a line of `actions.jsonl`.
///
/// @param source the service, such as `rds.amazonaws.com`
/// @param name the API call, such as `RestoreDBInstanceFromDBSnapshot`
/// @param account the account that received the record
/// @param readOnly null where CloudTrail does not say
/// @param errorCode null where the call went through
/// @param ip an address, or the name of the AWS service that called
/// @param invokedBy the service that acted for the session; null for a call of its own
/// @param risk what the action means, in one word
/// @param join the evidence that ties the record to the session
/// @param resources ARNs, names or ids of what the call was about, as recorded
/// @param parameters the request as JSON text with secrets masked; null where the record has none
public record ActionRow(
        String sessionId,
        String eventId,
        Instant time,
        String source,
        String name,
        String region,
        String account,
        @Nullable Boolean readOnly,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        String ip,
        String userAgent,
        @Nullable String accessKeyId,
        @Nullable String invokedBy,
        String risk,
        String join,
        List<String> resources,
        @Nullable String parameters) {

    public ActionRow {
        resources = List.copyOf(resources);
    }

    /// The service without its domain: `rds` for `rds.amazonaws.com`.
    public String service() {
        return source.endsWith(".amazonaws.com")
                ? source.substring(0, source.length() - ".amazonaws.com".length())
                : source;
    }
}
