package dev.glasstrail.setup;

import dev.glasstrail.settings.GlassSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the settings watch, as EventBridge's wildcards over the texts that an event has of it.
///
/// They never watch less than the settings' own patterns. Where EventBridge cannot say the same,
/// they watch more, and a note says so.
///
/// @param roleArns over a role's arn with its path, as a request names it
/// @param sessionArns over a role session's arn, in which the role's path is lost
/// @param refusals over the message of a refusal, which names the role
/// @param permissionSets over the name of a permission set
/// @param userNames over the name of an IAM user
/// @param userArns over the arn of an IAM user
/// @param notes one sentence each
record WatchedTexts(
        List<String> roleArns,
        List<String> sessionArns,
        List<String> refusals,
        List<String> permissionSets,
        List<String> userNames,
        List<String> userArns,
        List<String> notes) {

    private static final String PERMISSION_SET_ROLE = "AWSReservedSSO_";
    private static final Pattern ONLY_WILDCARDS = Pattern.compile("[*]*");

    WatchedTexts {
        roleArns = List.copyOf(roleArns);
        sessionArns = List.copyOf(sessionArns);
        refusals = List.copyOf(refusals);
        permissionSets = List.copyOf(permissionSets);
        userNames = List.copyOf(userNames);
        userArns = List.copyOf(userArns);
        notes = List.copyOf(notes);
    }

    static WatchedTexts of(GlassSettings glass) {
        Collected collected = new Collected();
        glass.roles().forEach(collected::role);
        glass.users().forEach(collected::user);
        return new WatchedTexts(
                List.copyOf(collected.roleArns),
                List.copyOf(collected.sessionArns),
                List.copyOf(collected.refusals),
                List.copyOf(collected.permissionSets),
                List.copyOf(collected.userNames),
                List.copyOf(collected.userArns),
                collected.notes);
    }

    /// A pattern of the settings in EventBridge's language: it has no `?`, a backslash is written
    /// twice, and two asterisks in a row are refused.
    private static String wildcard(String glob) {
        return collapsed(glob.replace("\\", "\\\\").replace('?', '*'));
    }

    private static String collapsed(String wildcard) {
        return wildcard.replaceAll("[*]+", "*");
    }

    /// Whether it can be a name: names hold neither of these characters, and every arn does.
    private static boolean canBeName(String text) {
        return text.indexOf(':') < 0 && text.indexOf('/') < 0;
    }

    /// Whether an arn can begin as it does.
    private static boolean canBeArn(String text) {
        int star = text.indexOf('*');
        String head = star < 0 ? text : text.substring(0, star);
        return head.startsWith("arn:") || (star >= 0 && "arn:".startsWith(head));
    }

    private static final class Collected {

        private final Set<String> roleArns = new LinkedHashSet<>();
        private final Set<String> sessionArns = new LinkedHashSet<>();
        private final Set<String> refusals = new LinkedHashSet<>();
        private final Set<String> permissionSets = new LinkedHashSet<>();
        private final Set<String> userNames = new LinkedHashSet<>();
        private final Set<String> userArns = new LinkedHashSet<>();
        private final List<String> notes = new ArrayList<>();

        private void role(String glob) {
            String text = wildcard(glob);
            note("glass.roles", glob);
            // AWS may go on behind the role's name and say why. A permission set's role holds its
            // name.
            String named = canBeName(text) ? "*" + text : text;
            refusals.add(collapsed("* on resource: " + named + "*"));
            if (canBeArn(text)) {
                roleArns.add(text);
                // The settings' pattern may leave the path out; a request does not.
                roleArns.add(collapsed(text.replace(":role/", ":role/*/")));
            }
            if (canBeName(text)) {
                roleByName(text);
            } else {
                sessionsByArn(glob, text);
            }
        }

        /// The name stands behind the last slash, whatever path is before it.
        private void roleByName(String text) {
            if (!text.startsWith("*")) {
                roleArns.add("*/" + text);
            }
            sessionArns.add(sessionsOf(text));
            permissionSets.add(text);
            // Sixteen digits follow, behind an underscore.
            String setsRole = PERMISSION_SET_ROLE + text + "_*";
            if (!text.startsWith(PERMISSION_SET_ROLE)) {
                roleArns.add("*/" + collapsed(setsRole));
                sessionArns.add("*/" + collapsed(setsRole));
            }
        }

        private void sessionsByArn(String glob, String text) {
            String name =
                    text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
            if (ONLY_WILDCARDS.matcher(name).matches()) {
                notes.add(
                        "glass.roles has \"%s\", which names roles by their path alone; a sign-in does not tell the path, so the rule role-sign-in leaves them out."
                                .formatted(glob));
                return;
            }
            sessionArns.add(sessionsOf(name));
        }

        /// A role's name stands between the two slashes of a session's arn.
        private static String sessionsOf(String role) {
            return role.startsWith("*") ? role + "/*" : "*/" + role + "/*";
        }

        private void user(String glob) {
            String text = wildcard(glob);
            note("glass.users", glob);
            boolean isName = canBeName(text);
            if (isName) {
                userNames.add(text);
            }
            // A refused sign-in has the name alone, hence never the arn instead of it.
            boolean reachesIntoPath = text.indexOf('*') != text.lastIndexOf('*');
            if (canBeArn(text) && (!isName || reachesIntoPath || !text.startsWith("*"))) {
                userArns.add(text);
            }
        }

        private void note(String key, String glob) {
            if (glob.indexOf('?') >= 0) {
                notes.add(
                        "%s has \"%s\"; EventBridge has nothing like ?, so its rules take * there and ring for more."
                                .formatted(key, glob));
            }
            if (wildcard(glob).chars().filter(c -> c == '*').count() > 2) {
                notes.add(
                        "%s has \"%s\" with more than two wildcards; EventBridge may refuse its rules as too complex."
                                .formatted(key, glob));
            }
        }
    }
}
