package dev.glasstrail.session;

import java.util.Locale;

/// Who makes a made-up record: the JSON of `userIdentity`.
///
/// A session of a role is written `account/role/session name`, or with `path/` before the role.
public final class Identities {

    /// The role that Identity Center makes of the permission set `break-glass`.
    public static final String SSO_ROLE =
            "aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_break-glass_0123456789abcdef";

    private Identities() {}

    /// A session of a role, taken apart.
    record Parts(String account, String path, String role, String name) {

        static Parts of(String session) {
            int first = session.indexOf('/');
            int last = session.lastIndexOf('/');
            String roleWithPath = session.substring(first + 1, last);
            int slash = roleWithPath.lastIndexOf('/') + 1;
            return new Parts(
                    session.substring(0, first),
                    roleWithPath.substring(0, slash),
                    roleWithPath.substring(slash),
                    session.substring(last + 1));
        }

        String roleId() {
            return "AROA" + role.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        }

        String principalId() {
            return roleId() + ":" + name;
        }

        String arn() {
            return "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + name;
        }

        String roleArn() {
            return "arn:aws:iam::" + account + ":role/" + path + role;
        }
    }

    /// A session of a role with everything that CloudTrail writes about it.
    public static String role(String session, String created, String key) {
        Parts parts = Parts.of(session);
        return """
        {"type":"AssumedRole","principalId":"%s","arn":"%s","accountId":"%s",
         "accessKeyId":"%s",
         "sessionContext":{
           "sessionIssuer":{"type":"Role","principalId":"%s","arn":"%s","accountId":"%s",
             "userName":"%s"},
           "attributes":{"creationDate":"%s","mfaAuthenticated":"false"}}}
        """
                .formatted(
                        parts.principalId(),
                        parts.arn(),
                        parts.account(),
                        key,
                        parts.roleId(),
                        parts.roleArn(),
                        parts.account(),
                        parts.role(),
                        Trails.iso(created));
    }

    /// A session of a role on behalf of an Identity Center user.
    public static String role(String session, String created, String key, String userId) {
        return with(
                role(session, created, key),
                """
                "onBehalfOf":{"userId":"%s","identityStoreArn":"arn:aws:identitystore::999988887777:identitystore/d-1"}
                """
                        .formatted(userId));
    }

    /// A session of a role as SwitchRole writes it: neither key nor context.
    public static String bareRole(String session) {
        Parts parts = Parts.of(session);
        return """
        {"type":"AssumedRole","principalId":"%s","arn":"%s","accountId":"%s"}
        """
                .formatted(parts.principalId(), parts.arn(), parts.account());
    }

    /// An IAM user with a long-term key.
    public static String user(String account, String name, String key) {
        return """
        {"type":"IAMUser","principalId":"AIDA%s","arn":"arn:aws:iam::%s:user/%s",
         "accountId":"%s","accessKeyId":"%s","userName":"%s"}
        """
                .formatted(
                        name.toUpperCase(Locale.ROOT).replace("-", ""),
                        account,
                        name,
                        account,
                        key,
                        name);
    }

    /// An IAM user in a console session, or with credentials of GetSessionToken.
    public static String user(String account, String name, String key, String created) {
        return with(user(account, name, key), context(created));
    }

    /// An IAM user at the sign-in page.
    public static String signingIn(String account, String name) {
        return user(account, name, "").replace("\"accessKeyId\":\"\",", "");
    }

    /// Root with a long-term key; none where `key` is empty.
    public static String root(String account, String key) {
        return """
        {"type":"Root","principalId":"%s","arn":"arn:aws:iam::%s:root","accountId":"%s",
         "accessKeyId":"%s"}
        """
                .formatted(account, account, account, key);
    }

    /// Root in a console session.
    public static String root(String account, String key, String created) {
        return with(root(account, key), context(created));
    }

    /// Root by AssumeRoot.
    public static String assumedRoot(String account, String key, String created) {
        return root(account, key, created)
                .replace("\"attributes\"", "\"assumedRoot\":\"true\",\"attributes\"");
    }

    /// A user's session of GetFederationToken.
    public static String federated(String account, String user, String name, String created) {
        return """
        {"type":"FederatedUser","principalId":"%s:%s","accountId":"%s",
         "arn":"arn:aws:sts::%s:federated-user/%s","accessKeyId":"ASIAFED",
         "sessionContext":{"sessionIssuer":{"type":"IAMUser","principalId":"AIDAX",
           "arn":"arn:aws:iam::%s:user/%s","accountId":"%s","userName":"%s"},
          "attributes":{"creationDate":"%s","mfaAuthenticated":"false"}}}
        """
                .formatted(
                        account,
                        name,
                        account,
                        account,
                        name,
                        account,
                        user,
                        account,
                        user,
                        Trails.iso(created));
    }

    public static String saml(String subject) {
        return """
        {"type":"SAMLUser","principalId":"q0Y4=:%s","userName":"%s","identityProvider":"q0Y4="}
        """
                .formatted(subject, subject);
    }

    public static String webIdentity(String name) {
        return """
        {"type":"WebIdentityUser","principalId":"issuer:app:%s","userName":"%s","identityProvider":"issuer"}
        """
                .formatted(name, name);
    }

    public static String identityCenterUser(String userId) {
        return """
        {"type":"IdentityCenterUser","accountId":"999988887777","credentialId":"c-1",
         "onBehalfOf":{"userId":"%s","identityStoreArn":"arn:aws:identitystore::999988887777:identitystore/d-1"}}
        """
                .formatted(userId);
    }

    public static String otherAccount(String account, String principalId) {
        return """
        {"type":"AWSAccount","principalId":"%s","accountId":"%s"}
        """
                .formatted(principalId, account);
    }

    public static String service(String name) {
        return """
        {"type":"AWSService","invokedBy":"%s.amazonaws.com"}
        """
                .formatted(name);
    }

    /// The same identity while a service acts for it.
    public static String forwarded(String identity, String service) {
        return with(identity, "\"invokedBy\":\"" + service + ".amazonaws.com\"");
    }

    /// Adds a member to an identity.
    public static String with(String identity, String member) {
        return identity.strip().replaceFirst("}$", "," + member.strip() + "}");
    }

    private static String context(String created) {
        return """
        "sessionContext":{"attributes":{"creationDate":"%s","mfaAuthenticated":"true"}}
        """
                .formatted(Trails.iso(created));
    }
}
