package dev.glasstrail.session;

import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.TrailEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A person on Identity Center's portal asking for a permission set in an account: the only record
/// with the person's own address for a command line session. Nothing but account, permission set
/// and time links it to the STS opening.
///
/// @param account the account asked for
/// @param permissionSet its plain name
/// @param userId the Identity Center user; `""` in records older than November 2025
/// @param userName as recorded; `""` in newer records
/// @param console whether the way led to the console
record PortalVisit(
        String eventId,
        Instant at,
        String account,
        String permissionSet,
        String userId,
        String userName,
        TrailEvent.Origin origin,
        boolean console,
        String errorCode) {

    static final Comparator<PortalVisit> ORDER =
            Comparator.comparing(PortalVisit::at).thenComparing(PortalVisit::eventId);

    /// The visit that a record tells of; empty for any other record.
    static Optional<PortalVisit> read(TrailEvent event) {
        boolean console = event.call().is("sso.amazonaws.com", "Federate");
        if (!console && !event.call().is("sso.amazonaws.com", "GetRoleCredentials")) {
            return Optional.empty();
        }
        String userId =
                event.principal() instanceof Principal.IdentityCenterUser user
                        ? user.onBehalfOf().userId()
                        : "";
        return Optional.of(
                new PortalVisit(
                        event.key().eventId(),
                        event.call().time(),
                        event.payload().detailed("account_id"),
                        event.payload().detailed("role_name"),
                        userId,
                        event.principal().identity().userName(),
                        event.origin(),
                        console,
                        event.outcome().errorCode()));
    }
}
