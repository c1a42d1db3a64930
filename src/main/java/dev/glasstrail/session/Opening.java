package dev.glasstrail.session;

import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.TrailEvent.Links;
import dev.glasstrail.trail.TrailEvent.Origin;
import dev.glasstrail.trail.TrailEvent.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// An event that issues credentials, or refuses to: small, because a trail holds many that turn out
/// to concern nobody.
///
/// @param way how the credentials were asked for
/// @param call which record it is
/// @param caller who asked
/// @param target whose powers were asked for
/// @param issued what came back
/// @param origin from where
/// @param outcome whether it was refused
public record Opening(
        Way way,
        Recorded call,
        Principal caller,
        Target target,
        Issued issued,
        Origin origin,
        Outcome outcome) {

    private static final Origin NOWHERE = new Origin("", "");

    static final Comparator<Opening> ORDER =
            Comparator.comparing((Opening opening) -> opening.call().at())
                    .thenComparing(opening -> opening.call().eventId())
                    .thenComparing(opening -> opening.call().account());

    /// The kinds of opening.
    public enum Way {
        ASSUME_ROLE,
        SAML,
        WEB_IDENTITY,
        FEDERATION_TOKEN,
        SESSION_TOKEN,
        ASSUME_ROOT,
        CONSOLE_LOGIN,
        SWITCH_ROLE,
        AWS_LOGIN,
        /// A refused visit to Identity Center's portal; a granted one ends in [#SAML].
        PORTAL,
        FIRST_USE_OF_KEY
    }

    /// Which record an opening is.
    ///
    /// @param account the account whose trail holds it
    /// @param copies event ids of the same call as other accounts recorded it, ascending
    /// @param links what ties it to records of the same call
    public record Recorded(
            String eventId,
            String account,
            Instant at,
            String name,
            String region,
            Links links,
            List<String> copies) {

        public Recorded {
            copies = List.copyOf(copies);
        }

        Recorded withCopies(List<String> eventIds) {
            return new Recorded(eventId, account, at, name, region, links, eventIds);
        }
    }

    /// Whose powers were asked for.
    ///
    /// @param account that holds the role or user
    /// @param arn of the role with its path, or of the user or root; `""` where not recorded
    /// @param name of the role or user; `root` for root
    /// @param principalId the session's, as the answer names it; `""` where it names none
    /// @param sessionArn the session's, as the answer names it; `""` where it names none
    /// @param sessionName as requested
    public record Target(
            String account,
            String arn,
            String name,
            String principalId,
            String sessionArn,
            String sessionName) {}

    /// What the answer gave.
    ///
    /// @param accessKeyId `""` where the answer holds none
    /// @param expires when the credentials end
    /// @param mfa whether MFA was shown when asking
    /// @param sourceIdentity as set in the request; `""` where not set
    /// @param subject the person as an identity provider vouches for; `""` where none does
    public record Issued(
            String accessKeyId,
            Expiry expires,
            boolean mfa,
            String sourceIdentity,
            String subject) {}

    /// Only what links it to other sessions and to a person: a tenth of the memory.
    Opening slim(Names names) {
        Recorded recorded =
                new Recorded(
                        call.eventId(),
                        names.one(call.account()),
                        call.at(),
                        names.one(call.name()),
                        names.one(call.region()),
                        new Links("", call.links().sharedEventId(), call.links().addendum()),
                        List.of());
        Target slimTarget =
                new Target(
                        names.one(target.account()),
                        names.one(target.arn()),
                        names.one(target.name()),
                        "",
                        names.one(target.sessionArn()),
                        "");
        Issued slimIssued =
                new Issued(
                        "",
                        Expiry.UNKNOWN,
                        false,
                        names.one(issued.sourceIdentity()),
                        names.one(issued.subject()));
        return new Opening(
                way, recorded, names.slim(caller), slimTarget, slimIssued, NOWHERE, outcome);
    }

    /// Whether credentials were issued.
    boolean granted() {
        return !outcome.failed();
    }
}
