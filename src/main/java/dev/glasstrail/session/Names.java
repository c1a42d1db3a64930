package dev.glasstrail.session;

import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.Principal.Identity;
import dev.glasstrail.trail.SessionContext;
import dev.glasstrail.trail.SessionContext.Issuer;
import dev.glasstrail.trail.SessionContext.OnBehalfOf;
import java.util.HashMap;
import java.util.Map;

/// Holds each name once, however many records carry it.
final class Names {

    private final Map<String, String> known = new HashMap<>();

    String one(String name) {
        return known.computeIfAbsent(name, same -> same);
    }

    /// The identity with what links it to its own opening and to a person.
    Principal slim(Principal principal) {
        Identity identity = slim(principal.identity());
        String invokedBy = one(principal.invokedBy());
        return switch (principal) {
            case Principal.RoleSession session ->
                    new Principal.RoleSession(
                            identity,
                            slim(session.context()),
                            slim(session.onBehalfOf()),
                            invokedBy);
            case Principal.User user ->
                    new Principal.User(identity, slim(user.context()), invokedBy);
            case Principal.Root root ->
                    new Principal.Root(identity, slim(root.context()), invokedBy);
            case Principal.Federated federated ->
                    new Principal.Federated(identity, federated.context(), invokedBy);
            case Principal.External external ->
                    new Principal.External(identity, one(external.provider()), invokedBy);
            case Principal.IdentityCenterUser user -> user;
            case Principal.OtherAccount _ -> new Principal.OtherAccount(identity, invokedBy);
            case Principal.Service _ -> new Principal.Service(identity, invokedBy);
            case Principal.Unrecognised other ->
                    new Principal.Unrecognised(identity, slim(other.context()), invokedBy);
        };
    }

    private Identity slim(Identity identity) {
        return new Identity(
                one(identity.type()),
                one(identity.accountId()),
                identity.arn().isEmpty() ? one(identity.principalId()) : "",
                one(identity.arn()),
                one(identity.userName()),
                "");
    }

    private OnBehalfOf slim(OnBehalfOf user) {
        return new OnBehalfOf(one(user.userId()), one(user.identityStoreArn()));
    }

    private SessionContext slim(SessionContext context) {
        return new SessionContext(
                Issuer.NONE,
                context.created(),
                context.mfa(),
                one(context.sourceIdentity()),
                "",
                context.assumedRoot());
    }
}
