package dev.glasstrail.demo.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// The forms of `userIdentity`. Each call makes a new object that the caller may change.
public final class Identity {

    private Identity() {}

    /// A user with a long-term key: no session context.
    public static ObjectNode iamUser(IamUser user) {
        return Json.object(
                "type", "IAMUser",
                "principalId", user.id(),
                "arn", user.arn(),
                "accountId", user.account().id(),
                "accessKeyId", user.accessKeyId(),
                "userName", user.name());
    }

    /// A user in the record of a console sign-in, where no key exists yet.
    public static ObjectNode iamUserSigningIn(IamUser user) {
        ObjectNode identity = iamUser(user);
        identity.remove("accessKeyId");
        return identity;
    }

    /// A user with temporary credentials: of the console, or of `GetSessionToken`.
    public static ObjectNode iamUserSession(
            IamUser user, String key, Instant created, boolean mfa) {
        ObjectNode identity = iamUser(user);
        identity.put("accessKeyId", key);
        identity.set("sessionContext", Json.object("attributes", attributes(created, mfa)));
        return identity;
    }

    /// The root user signing in.
    public static ObjectNode root(Account account) {
        return Json.object(
                "type", "Root",
                "principalId", account.id(),
                "arn", account.arn("iam", "", "root"),
                "accountId", account.id());
    }

    /// The root user in a session.
    public static ObjectNode rootSession(
            Account account, String key, Instant created, boolean mfa) {
        ObjectNode identity = root(account);
        identity.put("accessKeyId", key);
        identity.set("sessionContext", Json.object("attributes", attributes(created, mfa)));
        return identity;
    }

    /// A session of a role.
    public static ObjectNode assumedRole(
            Role role, String sessionName, String key, Instant created, boolean mfa) {
        ObjectNode identity = assumedRoleWithoutContext(role, sessionName);
        identity.put("accessKeyId", key);
        identity.set(
                "sessionContext",
                Json.object("sessionIssuer", issuer(role), "attributes", attributes(created, mfa)));
        return identity;
    }

    /// A session of a role as `SwitchRole` shows it: no key and no session context.
    public static ObjectNode assumedRoleWithoutContext(Role role, String sessionName) {
        return Json.object(
                "type",
                "AssumedRole",
                "principalId",
                role.id() + ":" + sessionName,
                "arn",
                role.sessionArn(sessionName),
                "accountId",
                role.account().id());
    }

    /// The holder of a federation token.
    public static ObjectNode federatedUser(IamUser user, String name, String key, Instant created) {
        ObjectNode issuer =
                Json.object(
                        "type", "IAMUser",
                        "principalId", user.id(),
                        "arn", user.arn(),
                        "accountId", user.account().id(),
                        "userName", user.name());
        return Json.object(
                "type",
                "FederatedUser",
                "principalId",
                user.account().id() + ":" + name,
                "arn",
                user.account().arn("sts", "", "federated-user/" + name),
                "accountId",
                user.account().id(),
                "accessKeyId",
                key,
                "sessionContext",
                Json.object("sessionIssuer", issuer, "attributes", attributes(created, false)));
    }

    /// A person at Identity Center itself.
    public static ObjectNode identityCenterUser(Person person, String credentialId) {
        return Json.object(
                "type",
                "IdentityCenterUser",
                "accountId",
                IdentityCenter.ACCOUNT.id(),
                "onBehalfOf",
                person.onBehalfOf(),
                "credentialId",
                credentialId);
    }

    /// A person as the SAML assertion of Identity Center names them.
    public static ObjectNode samlUser(Person person) {
        return Json.object(
                "type",
                "SAMLUser",
                "principalId",
                IdentityCenter.NAME_QUALIFIER + ":" + person.userName(),
                "userName",
                person.userName(),
                "identityProvider",
                IdentityCenter.NAME_QUALIFIER);
    }

    /// A workload of an OpenID provider.
    public static ObjectNode webIdentityUser(String provider, String subject) {
        return Json.object(
                "type",
                "WebIdentityUser",
                "principalId",
                provider + ":sts.amazonaws.com:" + subject,
                "userName",
                subject,
                "identityProvider",
                provider);
    }

    /// Another account's caller, as thin as the owner of a role gets to see them.
    public static ObjectNode otherAccount(String principalId, Account account) {
        return Json.object(
                "type", "AWSAccount", "principalId", principalId, "accountId", account.id());
    }

    /// A service that acts by itself.
    public static ObjectNode service(String name) {
        return Json.object("type", "AWSService", "invokedBy", name);
    }

    private static ObjectNode issuer(Role role) {
        return Json.object(
                "type", "Role",
                "principalId", role.id(),
                "arn", role.arn(),
                "accountId", role.account().id(),
                "userName", role.name());
    }

    private static ObjectNode attributes(Instant created, boolean mfa) {
        // The log writes this flag as text, not as a boolean.
        return Json.object(
                "creationDate", created.toString(), "mfaAuthenticated", Boolean.toString(mfa));
    }
}
