package dev.glasstrail.trail;

import dev.glasstrail.trail.SessionContext.OnBehalfOf;

/// Who made a call, by the kinds that the audit treats differently.
///
/// Source: the CloudTrail userIdentity element, with the shapes that real logs add to it. Members
/// that a record lacks are `""`.
public sealed interface Principal {

    /// What every kind may carry.
    Identity identity();

    /// The session attributes; [SessionContext#NONE] where the record has none.
    default SessionContext context() {
        return SessionContext.NONE;
    }

    /// The AWS service that acted for this identity; `""` for a call of its own.
    String invokedBy();

    /// The members of userIdentity that most kinds share.
    ///
    /// @param type as recorded; `""` where the record has none
    record Identity(
            String type,
            String accountId,
            String principalId,
            String arn,
            String userName,
            String accessKeyId) {

        /// An identity of which nothing is known.
        public static final Identity NONE = new Identity("", "", "", "", "", "");
    }

    /// A session of a role: type AssumedRole, or any type whose arn is that of an assumed role.
    record RoleSession(
            Identity identity, SessionContext context, OnBehalfOf onBehalfOf, String invokedBy)
            implements Principal {

        /// The role's name without path, from the issuer or else from the arn.
        public String roleName() {
            return context.issuer().name().isEmpty()
                    ? AssumedRoleArn.parse(identity.arn()).role()
                    : context.issuer().name();
        }

        /// The role's arn: with its path where the record names the issuer, without it otherwise.
        public String roleArn() {
            return context.issuer().arn().isEmpty()
                    ? AssumedRoleArn.parse(identity.arn()).roleArn()
                    : context.issuer().arn();
        }
    }

    /// An IAM user, by long-term key, console or GetSessionToken.
    record User(Identity identity, SessionContext context, String invokedBy) implements Principal {}

    /// The root user of an account, or AssumeRoot's session of it.
    record Root(Identity identity, SessionContext context, String invokedBy) implements Principal {}

    /// A session of GetFederationToken; the issuer in its context is the user who asked.
    record Federated(Identity identity, SessionContext context, String invokedBy)
            implements Principal {}

    /// Someone an identity provider vouches for: SAMLUser, WebIdentityUser.
    ///
    /// @param provider the identity provider as recorded
    record External(Identity identity, String provider, String invokedBy) implements Principal {}

    /// A user of IAM Identity Center, seen in the account that holds the instance.
    record IdentityCenterUser(
            Identity identity, OnBehalfOf onBehalfOf, String credentialId, String invokedBy)
            implements Principal {}

    /// Another account, as the owner of a resource sees the caller: AWSAccount.
    record OtherAccount(Identity identity, String invokedBy) implements Principal {}

    /// An AWS service acting for itself: AWSService.
    record Service(Identity identity, String invokedBy) implements Principal {}

    /// Anything else: Unknown, Directory, no type, no userIdentity at all.
    record Unrecognised(Identity identity, SessionContext context, String invokedBy)
            implements Principal {}
}
