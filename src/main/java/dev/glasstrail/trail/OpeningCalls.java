package dev.glasstrail.trail;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which calls issue credentials, and for whom.
public final class OpeningCalls {

    private static final String STS = "sts.amazonaws.com";
    private static final Set<String> STS_CALLS =
            Set.of(
                    "AssumeRole",
                    "AssumeRoleWithSAML",
                    "AssumeRoleWithWebIdentity",
                    "GetFederationToken",
                    "GetSessionToken",
                    "AssumeRoot");
    private static final Set<String> SIGN_IN_SOURCES =
            Set.of("signin.amazonaws.com", "sso.amazonaws.com");
    private static final Set<String> PORTAL_CALLS =
            Set.of(
                    "ConsoleLogin",
                    "SwitchRole",
                    "GetSigninToken",
                    "CredentialChallenge",
                    "CredentialVerification",
                    "UserAuthentication",
                    "GetRoleCredentials",
                    "Federate",
                    "AuthorizeOAuth2Access",
                    "CreateOAuth2Token");
    private static final Pattern ROLE_IN_MESSAGE =
            Pattern.compile("on resource: (arn:[^:\\s]*:iam::[^:\\s]*:role/[^\\s\"]+)");

    private OpeningCalls() {}

    /// The names of all calls that issue credentials or sign somebody in, ascending. Other services
    /// may have calls of these names.
    public static NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>(STS_CALLS);
        names.addAll(PORTAL_CALLS);
        return names;
    }

    /// Whether the record is a call to STS that issues credentials, granted or refused.
    public static boolean issuesCredentials(TrailEvent event) {
        return event.call().source().equals(STS) && STS_CALLS.contains(event.call().name());
    }

    /// Whether the record is a sign-in, a switch of role or a step on Identity Center's portal.
    public static boolean isSignInOrPortal(TrailEvent event) {
        return SIGN_IN_SOURCES.contains(event.call().source())
                && PORTAL_CALLS.contains(event.call().name());
    }

    /// The role that credentials were asked for: from the request, else from the resources, else,
    /// where the call was refused, from the message; `""` where none is named.
    public static String roleArn(TrailEvent event) {
        String requested = event.payload().requested("roleArn");
        if (!requested.isEmpty()) {
            return requested;
        }
        for (TrailEvent.Resource resource : event.payload().resources()) {
            if (resource.arn().contains(":role/")) {
                return resource.arn();
            }
        }
        Matcher matcher = ROLE_IN_MESSAGE.matcher(event.outcome().errorMessage());
        return matcher.find() ? matcher.group(1) : "";
    }

    /// Whether the credentials are for a watched role.
    static boolean names(Watch watch, TrailEvent event) {
        return watch.watchesRole(roleArn(event));
    }
}
