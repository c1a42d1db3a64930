package dev.glasstrail.trail;

import java.time.Instant;

/// The `sessionContext` of a record.
///
/// @param issuer the role or user that issued the session; [Issuer#NONE] where not recorded
/// @param created the session's creationDate
/// @param mfa whether MFA was used, as far as AWS itself saw it
/// @param sourceIdentity persists through role chains; `""` where not set
/// @param signInSessionArn the console or `aws login` session; `""` where not recorded
/// @param assumedRoot whether the session is one of AssumeRoot
public record SessionContext(
        Issuer issuer,
        Created created,
        Mfa mfa,
        String sourceIdentity,
        String signInSessionArn,
        boolean assumedRoot) {

    /// The context of a record without one.
    public static final SessionContext NONE =
            new SessionContext(Issuer.NONE, Created.UNKNOWN, Mfa.UNKNOWN, "", "", false);

    /// Who issued the session.
    ///
    /// @param type `Role`, `IAMUser` …
    /// @param principalId the role's id, such as `AROA…`, which a re-created role does not keep
    /// @param arn keeps the role's path, unlike the session's own arn
    /// @param name of the role or user
    public record Issuer(
            String type, String principalId, String arn, String accountId, String name) {

        /// Not recorded.
        public static final Issuer NONE = new Issuer("", "", "", "", "");
    }

    /// The creationDate, which some records lack.
    public sealed interface Created {

        /// No creationDate in the record.
        Created UNKNOWN = new Unknown();

        /// Recorded.
        ///
        /// @param time UTC, whole seconds
        record At(Instant time) implements Created {}

        /// Not recorded.
        record Unknown() implements Created {}
    }

    /// The `mfaAuthenticated` attribute. For federated sessions it is always recorded as false and
    /// says nothing.
    public enum Mfa {
        YES,
        NO,
        UNKNOWN
    }

    /// The Identity Center user behind a call.
    ///
    /// @param userId never changes; `""` where not recorded
    public record OnBehalfOf(String userId, String identityStoreArn) {

        /// Not recorded.
        public static final OnBehalfOf NOBODY = new OnBehalfOf("", "");
    }
}
