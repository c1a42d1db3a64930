package dev.glasstrail.session;

import dev.glasstrail.trail.Watch;

/// Which openings are of a watched identity.
final class Glasses {

    private Glasses() {}

    static boolean opens(Watch watch, Opening opening) {
        return switch (opening.way()) {
            case ASSUME_ROLE, SAML, WEB_IDENTITY -> watch.watchesRole(opening.target().arn());
            case PORTAL ->
                    watch.watchesPermissionSet(opening.target().name(), opening.target().account());
            case ASSUME_ROOT -> watch.watchesRoot(opening.target().account());
            case FEDERATION_TOKEN,
                    SESSION_TOKEN,
                    CONSOLE_LOGIN,
                    SWITCH_ROLE,
                    AWS_LOGIN,
                    FIRST_USE_OF_KEY ->
                    watch.watches(opening.caller());
        };
    }

    /// What people call the glass: the permission set where there is one, else the name.
    static String label(String name) {
        return Watch.permissionSet(name).orElse(name);
    }
}
