package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One session, as long as the document it is published in.
///
/// @param id first 16 hexadecimal digits of a SHA-256 over the session key; the same from every
///   source
/// @param useId the use it belongs to; null for one carried from an earlier window
/// @param glass permission set, role or user name, or `root`
/// @param watched false for a session that is here only because a watched one opened it
/// @param account the account in which the session acts
/// @param principalId as recorded
/// @param arn of the session, `arn:aws:sts::…:assumed-role/role/session` for a role
/// @param channel how it was entered, in words: `Identity Center, command line`, `console switch
///   role` …
/// @param createdAt the session's creationDate; time of its first record where none is recorded
/// @param openedAt time of the first opening; null where no opening is in the data
/// @param openedBy who asked for the credentials, as the opening records it; null without opening
/// @param openings by time
/// @param issuedUnusedKeys access keys issued by an opening and not seen in use, ascending
/// @param mfa `yes`, `no` or `unknown`; federated sessions are always unknown
/// @param expiresAt when the credentials end, as the opening's answer says; null where unknown
/// @param open it could still run at `asOf`
/// @param carriedFrom label of the window it belongs to when that is an earlier one; null otherwise
/// @param actions number of records made by the session
/// @param unknownAccess of those, without a read-only mark
/// @param forwarded of those, made by an AWS service on the session's behalf
/// @param errorCodes count by error code, ascending by code
/// @param services count by event source, ascending by name
/// @param joins count by the evidence that tied the actions to the session
/// @param parentId the session that opened this one; null for a first one
/// @param depth 0 for a first session, 1 for one it opened, and so on
/// @param findings codes of the findings about it, worst first
public record SessionRow(
        String id,
        @Nullable String useId,
        String glass,
        boolean watched,
        String account,
        RoleRow role,
        PersonRow person,
        String principalId,
        String arn,
        String channel,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable String openedBy,
        List<String> openingEventIds,
        List<OpeningRow> openings,
        List<String> issuedUnusedKeys,
        String sessionName,
        @Nullable String sourceIdentity,
        @Nullable String signInSessionArn,
        String mfa,
        @Nullable Instant expiresAt,
        boolean open,
        @Nullable String carriedFrom,
        @Nullable Instant firstActionAt,
        @Nullable Instant lastActionAt,
        int actions,
        int reads,
        int writes,
        int unknownAccess,
        int errors,
        int forwarded,
        Map<String, Integer> errorCodes,
        List<String> accessKeyIds,
        List<String> sourceIps,
        List<String> userAgents,
        List<String> regions,
        Map<String, Integer> services,
        Map<String, Integer> joins,
        @Nullable String parentId,
        int depth,
        List<AlarmVerdictRow> alarm,
        ExplanationRow explanation,
        List<String> findings) {

    public SessionRow {
        openingEventIds = List.copyOf(openingEventIds);
        openings = List.copyOf(openings);
        issuedUnusedKeys = List.copyOf(issuedUnusedKeys);
        accessKeyIds = List.copyOf(accessKeyIds);
        sourceIps = List.copyOf(sourceIps);
        userAgents = List.copyOf(userAgents);
        regions = List.copyOf(regions);
        alarm = List.copyOf(alarm);
        findings = List.copyOf(findings);
    }
}
