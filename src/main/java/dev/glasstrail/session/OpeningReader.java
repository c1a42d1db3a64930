package dev.glasstrail.session;

import dev.glasstrail.session.Opening.Issued;
import dev.glasstrail.session.Opening.Recorded;
import dev.glasstrail.session.Opening.Target;
import dev.glasstrail.session.Opening.Way;
import dev.glasstrail.trail.AssumedRoleArn;
import dev.glasstrail.trail.OpeningCalls;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailEvent.Outcome;
import dev.glasstrail.trail.Watch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads openings out of records.
final class OpeningReader {

    private static final Pattern ACCOUNT_OF_ARN =
            Pattern.compile("arn:[^:]*:[^:]*:[^:]*:([^:]*):.*");

    private OpeningReader() {}

    /// The opening that a record is; empty for any other record.
    static Optional<Opening> read(TrailEvent event) {
        if (OpeningCalls.issuesCredentials(event)) {
            return way(event.call().name()).map(way -> fromSts(way, event));
        }
        if (!OpeningCalls.isSignInOrPortal(event)) {
            return Optional.empty();
        }
        return switch (event.call().name()) {
            case "ConsoleLogin" -> Optional.of(signIn(Way.CONSOLE_LOGIN, event, "ConsoleLogin"));
            case "SwitchRole" -> Optional.of(signIn(Way.SWITCH_ROLE, event, "SwitchRole"));
            case "AuthorizeOAuth2Access", "CreateOAuth2Token" ->
                    Optional.of(signIn(Way.AWS_LOGIN, event, ""));
            case "GetRoleCredentials", "Federate" ->
                    Optional.of(event)
                            .filter(visit -> visit.outcome().failed())
                            .map(OpeningReader::refusedVisit);
            default -> Optional.empty();
        };
    }

    /// The opening that the first use of a long-term key stands for.
    static Opening firstUse(TrailEvent event) {
        return new Opening(
                Way.FIRST_USE_OF_KEY,
                recorded(event),
                event.principal(),
                self(event.principal()),
                new Issued("", Expiry.UNKNOWN, false, "", ""),
                event.origin(),
                new Outcome("", ""));
    }

    private static Optional<Way> way(String name) {
        return switch (name) {
            case "AssumeRole" -> Optional.of(Way.ASSUME_ROLE);
            case "AssumeRoleWithSAML" -> Optional.of(Way.SAML);
            case "AssumeRoleWithWebIdentity" -> Optional.of(Way.WEB_IDENTITY);
            case "GetFederationToken" -> Optional.of(Way.FEDERATION_TOKEN);
            case "GetSessionToken" -> Optional.of(Way.SESSION_TOKEN);
            case "AssumeRoot" -> Optional.of(Way.ASSUME_ROOT);
            default -> Optional.empty();
        };
    }

    private static Opening fromSts(Way way, TrailEvent event) {
        TrailEvent.Payload payload = event.payload();
        Issued issued =
                new Issued(
                        payload.answered("credentials", "accessKeyId"),
                        Expiry.parse(payload.answered("credentials", "expiration")),
                        !payload.requested("serialNumber").isEmpty(),
                        payload.requested("sourceIdentity"),
                        subject(way, event));
        return new Opening(
                way,
                recorded(event),
                event.principal(),
                target(way, event),
                issued,
                event.origin(),
                event.outcome());
    }

    private static Target target(Way way, TrailEvent event) {
        TrailEvent.Payload payload = event.payload();
        return switch (way) {
            case ASSUME_ROLE, SAML, WEB_IDENTITY -> {
                String roleArn = OpeningCalls.roleArn(event);
                yield new Target(
                        accountOf(roleArn, event.key().recipientAccountId()),
                        roleArn,
                        Watch.roleName(roleArn),
                        payload.answered("assumedRoleUser", "assumedRoleId"),
                        payload.answered("assumedRoleUser", "arn"),
                        payload.requested("roleSessionName"));
            }
            case FEDERATION_TOKEN -> {
                Target asker = self(event.principal());
                yield new Target(
                        asker.account(),
                        asker.arn(),
                        asker.name(),
                        payload.answered("federatedUser", "federatedUserId"),
                        payload.answered("federatedUser", "arn"),
                        payload.requested("name"));
            }
            case ASSUME_ROOT -> {
                String principal = payload.requested("targetPrincipal");
                String account = accountOf(principal, principal);
                yield new Target(account, "arn:aws:iam::" + account + ":root", "root", "", "", "");
            }
            case SESSION_TOKEN, CONSOLE_LOGIN, SWITCH_ROLE, AWS_LOGIN, PORTAL, FIRST_USE_OF_KEY ->
                    self(event.principal());
        };
    }

    private static Opening signIn(Way way, TrailEvent event, String member) {
        boolean refused =
                event.outcome().failed() || event.payload().answered(member).equals("Failure");
        Outcome outcome =
                refused && !event.outcome().failed()
                        ? new Outcome("Failure", event.outcome().errorMessage())
                        : event.outcome();
        return new Opening(
                way,
                recorded(event),
                event.principal(),
                self(event.principal()),
                new Issued(
                        "", Expiry.UNKNOWN, event.payload().added("MFAUsed").equals("Yes"), "", ""),
                event.origin(),
                outcome);
    }

    private static Opening refusedVisit(TrailEvent event) {
        String permissionSet = event.payload().detailed("role_name");
        return new Opening(
                Way.PORTAL,
                recorded(event),
                event.principal(),
                new Target(event.payload().detailed("account_id"), "", permissionSet, "", "", ""),
                new Issued("", Expiry.UNKNOWN, false, "", ""),
                event.origin(),
                event.outcome());
    }

    /// The identity that signs in is the one whose powers it gets.
    private static Target self(Principal principal) {
        Principal.Identity identity = principal.identity();
        if (principal instanceof Principal.RoleSession session) {
            AssumedRoleArn arn = AssumedRoleArn.parse(identity.arn());
            return new Target(
                    identity.accountId().isEmpty() ? arn.account() : identity.accountId(),
                    session.roleArn(),
                    session.roleName(),
                    identity.principalId(),
                    identity.arn(),
                    arn.session());
        }
        String name = principal instanceof Principal.Root ? "root" : identity.userName();
        return new Target(
                identity.accountId(),
                identity.arn(),
                name,
                identity.principalId(),
                identity.arn(),
                "");
    }

    private static Recorded recorded(TrailEvent event) {
        return new Recorded(
                event.key().eventId(),
                event.key().recipientAccountId(),
                event.call().time(),
                event.call().name(),
                event.call().region(),
                event.links(),
                List.of());
    }

    private static String subject(Way way, TrailEvent event) {
        return switch (way) {
            case SAML -> firstOf(event.payload().answered("subject"), userName(event));
            case WEB_IDENTITY ->
                    firstOf(
                            event.payload().answered("subjectFromWebIdentityToken"),
                            userName(event));
            case ASSUME_ROLE,
                    FEDERATION_TOKEN,
                    SESSION_TOKEN,
                    ASSUME_ROOT,
                    CONSOLE_LOGIN,
                    SWITCH_ROLE,
                    AWS_LOGIN,
                    PORTAL,
                    FIRST_USE_OF_KEY ->
                    "";
        };
    }

    private static String userName(TrailEvent event) {
        return event.principal().identity().userName();
    }

    private static String firstOf(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String accountOf(String arn, String otherwise) {
        Matcher matcher = ACCOUNT_OF_ARN.matcher(arn);
        if (!matcher.matches()) {
            return otherwise;
        }
        String account = matcher.group(1);
        return account == null || account.isEmpty() ? otherwise : account;
    }
}
