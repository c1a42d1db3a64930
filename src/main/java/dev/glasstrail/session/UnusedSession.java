package dev.glasstrail.session;

import dev.glasstrail.session.Draft.Kind;
import dev.glasstrail.trail.SessionContext.Created;
import java.time.Instant;

/// The session that an opening made and that no record tells of.
final class UnusedSession {

    private UnusedSession() {}

    static SessionKey keyOf(Opening opening) {
        Opening.Target target = opening.target();
        return SessionKey.of(
                target.account(),
                target.principalId().isEmpty() ? target.sessionName() : target.principalId(),
                target.sessionArn().isEmpty() ? likelyArn(opening) : target.sessionArn(),
                created(opening));
    }

    static Draft.Identity identityOf(Opening opening) {
        Kind kind =
                switch (opening.way()) {
                    case ASSUME_ROLE, SAML, WEB_IDENTITY -> Kind.ROLE;
                    case ASSUME_ROOT -> Kind.ROOT;
                    case FEDERATION_TOKEN,
                            SESSION_TOKEN,
                            CONSOLE_LOGIN,
                            SWITCH_ROLE,
                            AWS_LOGIN,
                            PORTAL,
                            FIRST_USE_OF_KEY ->
                            Draft.identityOf(opening.caller()).kind();
                };
        return new Draft.Identity(kind, opening.target().arn(), opening.target().name());
    }

    /// Whether somebody signed in, whose own record may say when the session was created.
    static boolean isSignIn(Opening opening) {
        return opening.way() == Opening.Way.CONSOLE_LOGIN || opening.way() == Opening.Way.AWS_LOGIN;
    }

    private static Instant created(Opening opening) {
        return opening.caller().context().created() instanceof Created.At at && isSignIn(opening)
                ? at.time()
                : opening.call().at();
    }

    private static String likelyArn(Opening opening) {
        Opening.Target target = opening.target();
        return switch (opening.way()) {
            case ASSUME_ROLE, SAML, WEB_IDENTITY ->
                    "arn:aws:sts::"
                            + target.account()
                            + ":assumed-role/"
                            + target.name()
                            + "/"
                            + target.sessionName();
            case FEDERATION_TOKEN,
                    SESSION_TOKEN,
                    ASSUME_ROOT,
                    CONSOLE_LOGIN,
                    SWITCH_ROLE,
                    AWS_LOGIN,
                    PORTAL,
                    FIRST_USE_OF_KEY ->
                    target.arn();
        };
    }
}
