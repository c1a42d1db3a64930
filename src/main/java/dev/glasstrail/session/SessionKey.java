package dev.glasstrail.session;

import java.time.Instant;
import java.util.Comparator;

/// What makes records belong to one session.
///
/// Access keys are not part of it: a console session uses a fresh one for each request. The one
/// exception is a long-term key, whose runs have no creationDate of their own.
///
/// @param account that the session acts in
/// @param principalId as recorded, with the session's name for a role
/// @param arn of the session; tells sessions apart where the principalId is masked or shared
/// @param created the creationDate; for a long-term key the first use in the run
/// @param longTermKey the access key of a run; `""` for every other session
record SessionKey(
        String account, String principalId, String arn, Instant created, String longTermKey)
        implements Comparable<SessionKey> {

    private static final Comparator<SessionKey> ORDER =
            Comparator.comparing(SessionKey::created)
                    .thenComparing(SessionKey::arn)
                    .thenComparing(SessionKey::account)
                    .thenComparing(SessionKey::principalId)
                    .thenComparing(SessionKey::longTermKey);

    static SessionKey of(String account, String principalId, String arn, Instant created) {
        return new SessionKey(account, principalId, arn, created, "");
    }

    /// First 16 hexadecimal digits of the SHA-256 over the fields, the same from every source.
    String id() {
        return Sha256.sixteenDigits(
                String.join("\n", account, principalId, arn, created.toString(), longTermKey));
    }

    @Override
    public int compareTo(SessionKey other) {
        return ORDER.compare(this, other);
    }
}
