package dev.glasstrail.trail;

import static dev.glasstrail.trail.Member.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.trail.Principal.Identity;
import dev.glasstrail.trail.SessionContext.Created;
import dev.glasstrail.trail.SessionContext.Issuer;
import dev.glasstrail.trail.SessionContext.Mfa;
import dev.glasstrail.trail.SessionContext.OnBehalfOf;

/// Reads `userIdentity`, which may be missing, of no type, or of a type that its arn belies.
final class PrincipalParser {

    private PrincipalParser() {}

    static Principal parse(JsonNode node) {
        Identity identity = identity(node);
        SessionContext context = context(node.path("sessionContext"));
        String invokedBy = text(node, "invokedBy");
        if (AssumedRoleArn.parse(identity.arn()).isOne()) {
            return new Principal.RoleSession(identity, context, onBehalfOf(node), invokedBy);
        }
        return switch (identity.type()) {
            case "AssumedRole" ->
                    new Principal.RoleSession(identity, context, onBehalfOf(node), invokedBy);
            case "IAMUser" -> new Principal.User(identity, context, invokedBy);
            case "Root" -> new Principal.Root(identity, context, invokedBy);
            case "FederatedUser" -> new Principal.Federated(identity, context, invokedBy);
            case "SAMLUser", "WebIdentityUser" ->
                    new Principal.External(identity, text(node, "identityProvider"), invokedBy);
            case "IdentityCenterUser" ->
                    new Principal.IdentityCenterUser(
                            identity, onBehalfOf(node), text(node, "credentialId"), invokedBy);
            case "AWSAccount" -> new Principal.OtherAccount(identity, invokedBy);
            case "AWSService" -> new Principal.Service(identity, invokedBy);
            default -> new Principal.Unrecognised(identity, context, invokedBy);
        };
    }

    private static Identity identity(JsonNode node) {
        return new Identity(
                text(node, "type"),
                text(node, "accountId"),
                text(node, "principalId"),
                text(node, "arn"),
                text(node, "userName"),
                text(node, "accessKeyId"));
    }

    private static OnBehalfOf onBehalfOf(JsonNode node) {
        JsonNode user = node.path("onBehalfOf");
        return user.isObject()
                ? new OnBehalfOf(text(user, "userId"), text(user, "identityStoreArn"))
                : OnBehalfOf.NOBODY;
    }

    private static SessionContext context(JsonNode node) {
        if (!node.isObject()) {
            return SessionContext.NONE;
        }
        JsonNode attributes = node.path("attributes");
        return new SessionContext(
                issuer(node.path("sessionIssuer")),
                created(text(attributes, "creationDate")),
                mfa(text(attributes, "mfaAuthenticated")),
                text(node, "sourceIdentity"),
                text(node, "signInSessionArn"),
                text(node, "assumedRoot").equalsIgnoreCase("true"));
    }

    private static Issuer issuer(JsonNode node) {
        return node.isObject()
                ? new Issuer(
                        text(node, "type"),
                        text(node, "principalId"),
                        text(node, "arn"),
                        text(node, "accountId"),
                        text(node, "userName"))
                : Issuer.NONE;
    }

    private static Created created(String text) {
        return RecordTime.parse(text).<Created>map(Created.At::new).orElse(Created.UNKNOWN);
    }

    private static Mfa mfa(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Mfa.YES;
        }
        return text.equalsIgnoreCase("false") ? Mfa.NO : Mfa.UNKNOWN;
    }
}
