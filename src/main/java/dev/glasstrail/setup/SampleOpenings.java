package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.settings.GlassSettings;
import dev.glasstrail.setup.SampleOpening.Reach;
import dev.glasstrail.trail.Reading.Place;
import java.util.ArrayList;
import java.util.List;

/// A made-up event for each watched identity and each way to open it, all in one place.
///
/// What a pattern leaves open is filled in with the letter x: `*-break-glass` is tried as
/// `x-break-glass`.
final class SampleOpenings {

    private static final String HEX = "0123456789abcdef";

    private final List<SampleOpening> openings = new ArrayList<>();
    private final SampleEvent events;
    private final Place place;

    private SampleOpenings(Place place) {
        this.place = place;
        this.events = new SampleEvent(place);
    }

    /// In the order of the settings.
    static List<SampleOpening> of(GlassSettings glass, Place place) {
        SampleOpenings samples = new SampleOpenings(place);
        glass.roles().forEach(samples::role);
        glass.users().forEach(samples::user);
        if (glass.root()) {
            samples.root();
        }
        return samples.openings;
    }

    private void role(String glob) {
        String identity = "role " + glob;
        if (!isName(glob)) {
            roleItself(identity, arn(glob, "role"));
            return;
        }
        String name = filled(glob);
        roleItself(identity, events.arn("iam", "role/" + name));
        add(
                identity,
                "AssumeRole, role with a path",
                assumeRole("AssumeRole", events.arn("iam", "role/ops/" + name), false));
        String set = "AWSReservedSSO_" + name + "_" + HEX;
        String path = "role/aws-reserved/sso.amazonaws.com/";
        String inRegion = events.arn("iam", path + place.region() + "/" + set);
        add(identity, "Identity Center", assumeRole("AssumeRoleWithSAML", inRegion, false));
        add(
                identity,
                "Identity Center, role without a region",
                assumeRole("AssumeRoleWithSAML", events.arn("iam", path + set), false));
        add(
                identity,
                "ConsoleLogin from Identity Center",
                events.signIn("ConsoleLogin", events.session(inRegion)));
        openings.add(
                new SampleOpening(
                        identity,
                        "GetRoleCredentials on the portal",
                        Reach.ONE_PLACE,
                        true,
                        events.portal("GetRoleCredentials", name)));
        openings.add(
                new SampleOpening(
                        identity,
                        "Federate on the portal",
                        Reach.ONE_PLACE,
                        false,
                        events.portal("Federate", name)));
    }

    private void roleItself(String identity, String arn) {
        add(identity, "AssumeRole", assumeRole("AssumeRole", arn, false));
        add(identity, "AssumeRole, refused", assumeRole("AssumeRole", arn, true));
        add(identity, "AssumeRole, refused without the request", events.refusal(tester(), arn));
        for (String call : List.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity")) {
            add(identity, call, assumeRole(call, arn, false));
        }
        for (String call : List.of("ConsoleLogin", "SwitchRole", "CreateOAuth2Token")) {
            add(identity, call, events.signIn(call, events.session(arn)));
        }
    }

    private void user(String glob) {
        String identity = "user " + glob;
        String arn = isName(glob) ? events.arn("iam", "user/" + filled(glob)) : arn(glob, "user");
        ObjectNode user = events.user(arn.substring(arn.lastIndexOf('/') + 1), arn);
        for (String call : List.of("ConsoleLogin", "CreateOAuth2Token")) {
            add(identity, call, events.signIn(call, user));
        }
        if (isName(glob)) {
            // A refused sign-in has no arn.
            ObjectNode unknown = user.deepCopy().without(List.of("arn", "accessKeyId"));
            add(identity, "ConsoleLogin, refused", events.signIn("ConsoleLogin", unknown));
        }
        byKey(identity, user);
    }

    private void root() {
        openings.add(
                new SampleOpening(
                        "root",
                        "ConsoleLogin",
                        Reach.GLOBAL_REGION,
                        false,
                        events.signIn("ConsoleLogin", events.root().without("accessKeyId"))));
        byKey("root", events.root());
        ObjectNode caller = events.session(events.arn("iam", "role/admin"));
        openings.add(
                new SampleOpening(
                        "root",
                        "AssumeRoot",
                        Reach.ONE_PLACE,
                        false,
                        events.call("sts", "AssumeRoot", caller, false)));
    }

    private void byKey(String identity, ObjectNode user) {
        for (String call : List.of("GetFederationToken", "GetSessionToken")) {
            add(identity, call, events.call("sts", call, user, true));
        }
        add(identity, "long-term key", events.call("rds", "DeleteDBInstance", user, false));
    }

    private String assumeRole(String call, String roleArn, boolean refused) {
        ObjectNode caller =
                switch (call) {
                    case "AssumeRoleWithSAML" -> PatternJson.object().put("type", "SAMLUser");
                    case "AssumeRoleWithWebIdentity" ->
                            PatternJson.object().put("type", "WebIdentityUser");
                    default -> tester();
                };
        return events.assumeRole(call, caller, roleArn, refused);
    }

    private ObjectNode tester() {
        return events.user("tester", events.arn("iam", "user/tester"));
    }

    private void add(String identity, String kind, String event) {
        openings.add(new SampleOpening(identity, kind, Reach.EVERY_PLACE, false, event));
    }

    private static boolean isName(String glob) {
        return glob.indexOf(':') < 0 && glob.indexOf('/') < 0;
    }

    private static String filled(String glob) {
        return glob.replace('*', 'x').replace('?', 'x');
    }

    /// An arn that a pattern over arns watches.
    private String arn(String glob, String kind) {
        String[] parts = glob.split(":", 6);
        String last = glob.substring(glob.lastIndexOf(':') + 1);
        String resource = last.startsWith(kind + "/") ? last : kind + "/" + last;
        if (parts.length < 6) {
            return events.arn("iam", filled(resource));
        }
        String[] known = events.arn("iam", "").split(":", 6);
        return "arn:%s:iam::%s:%s"
                .formatted(
                        parts[1].contains("*") ? known[1] : parts[1],
                        parts[4].matches("[0-9]{12}") ? parts[4] : known[4],
                        filled(resource));
    }
}
