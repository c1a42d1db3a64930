package dev.glasstrail.session;

import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.Watch;
import java.util.List;

/// How a session was entered, in words for people.
public enum Channel {
    IDENTITY_CENTER_CONSOLE("Identity Center, console"),
    IDENTITY_CENTER_CLI("Identity Center, command line"),
    IDENTITY_CENTER("Identity Center"),
    SAML("SAML federation"),
    WEB_IDENTITY("web identity federation"),
    SWITCH_ROLE("console, switch role"),
    ASSUME_ROLE("AssumeRole"),
    CHAIN("role chain"),
    SERVICE("AWS service"),
    CONSOLE("console sign-in"),
    AWS_LOGIN("aws login"),
    ACCESS_KEY("long-term access key"),
    SESSION_TOKEN("GetSessionToken"),
    FEDERATION_TOKEN("GetFederationToken"),
    ASSUME_ROOT("AssumeRoot"),
    UNKNOWN("not in the records");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }

    /// The way into a session, by its first opening.
    static Channel of(Draft draft, PortalVisits portal) {
        if (draft.openings.isEmpty()) {
            return UNKNOWN;
        }
        Opening first = draft.openings.getFirst();
        return switch (first.way()) {
            case ASSUME_ROLE -> ofAssumeRole(draft, first);
            case SAML -> ofSaml(first, draft, portal);
            case WEB_IDENTITY -> WEB_IDENTITY;
            case FEDERATION_TOKEN -> FEDERATION_TOKEN;
            case SESSION_TOKEN -> SESSION_TOKEN;
            case ASSUME_ROOT -> ASSUME_ROOT;
            case CONSOLE_LOGIN -> CONSOLE;
            case SWITCH_ROLE -> SWITCH_ROLE;
            case AWS_LOGIN -> AWS_LOGIN;
            case PORTAL -> IDENTITY_CENTER;
            case FIRST_USE_OF_KEY -> ACCESS_KEY;
        };
    }

    private static Channel ofAssumeRole(Draft draft, Opening opening) {
        if (opening.origin().ip().equals("AWS Internal") || did(draft, "SwitchRole")) {
            return SWITCH_ROLE;
        }
        if (opening.caller() instanceof Principal.Service) {
            return SERVICE;
        }
        return draft.parent == null ? ASSUME_ROLE : CHAIN;
    }

    private static Channel ofSaml(Opening opening, Draft draft, PortalVisits portal) {
        if (Watch.permissionSet(opening.target().name()).isEmpty()) {
            return SAML;
        }
        List<PortalVisit> visits = portal.before(opening);
        if (did(draft, "ConsoleLogin") || visits.stream().anyMatch(PortalVisit::console)) {
            return IDENTITY_CENTER_CONSOLE;
        }
        return visits.isEmpty() ? IDENTITY_CENTER : IDENTITY_CENTER_CLI;
    }

    private static boolean did(Draft draft, String name) {
        return draft.acts.stream().anyMatch(act -> act.event().call().name().equals(name));
    }
}
