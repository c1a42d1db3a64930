package dev.glasstrail.setup;

import static dev.glasstrail.setup.PatternJson.any;
import static dev.glasstrail.setup.PatternJson.exists;
import static dev.glasstrail.setup.PatternJson.missingOrBroken;
import static dev.glasstrail.setup.PatternJson.noneOf;
import static dev.glasstrail.setup.PatternJson.object;
import static dev.glasstrail.setup.PatternJson.prefix;
import static dev.glasstrail.setup.PatternJson.texts;
import static dev.glasstrail.setup.PatternJson.unbroken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.settings.GlassSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The rules that ring for every opening of what the settings watch.
///
/// There is one rule for each family of events, so that every path of its message is in every event
/// that it matches: a path that is missing would spoil the message. Refused attempts ring too.
/// Whose account a role is in is not looked at: an attempt from elsewhere is recorded elsewhere.
final class RulePlan {

    private static final String CALL = "AWS API Call via CloudTrail";

    /// Both spellings that AWS uses, and what calls of the sign-in service may come as.
    private static final String[] SIGN_IN = {
        "AWS Console Sign In via CloudTrail",
        "AWS Console Signin via CloudTrail",
        CALL,
        "AWS Service Event via CloudTrail"
    };

    private static final String[] SIGN_IN_CALLS = {
        "ConsoleLogin", "SwitchRole", "AuthorizeOAuth2Access", "CreateOAuth2Token"
    };
    private static final String[] ROLE_CALLS = {
        "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"
    };
    private static final String[] TOKEN_CALLS = {"GetFederationToken", "GetSessionToken"};

    private final List<PlannedRule> rules = new ArrayList<>();
    private final WatchedTexts watched;

    private RulePlan(WatchedTexts watched) {
        this.watched = watched;
    }

    /// @param watched what `glass` watches
    /// @throws IllegalArgumentException if nothing is watched, or a pattern is too long for a rule
    static List<PlannedRule> of(GlassSettings glass, WatchedTexts watched) {
        if (glass.watchesNothing()) {
            throw new IllegalArgumentException(
                    "nothing is watched, so there is nothing to ring for; set glass.roles, glass.users or glass.root");
        }
        RulePlan plan = new RulePlan(watched);
        plan.roles();
        plan.users("userName", "", watched.userNames());
        plan.users("arn", "-by-arn", watched.userArns());
        if (glass.root()) {
            plan.root();
        }
        plan.guards();
        return plan.rules;
    }

    private void roles() {
        RuleMessage opened =
                new RuleMessage(
                        "*Break glass*: <call> gave `<session>`.",
                        Map.of(
                                "call", "$.detail.eventName",
                                "session", "$.detail.responseElements.assumedRoleUser.arn"));
        add(
                "role-opened",
                "A watched role or permission set was taken.",
                opened,
                watched.roleArns(),
                roles -> assumeRole(roles, unbroken()));
        add(
                "role-asked",
                "A watched role was asked for and not given, or not in a way that can be told.",
                new RuleMessage(
                        "*Break glass, refused*: <call> for a watched role.",
                        Map.of("call", "$.detail.eventName")),
                watched.roleArns(),
                roles -> assumeRole(roles, missingOrBroken()));
        deniedRoles();
        add(
                "role-sign-in",
                "A session of a watched role signed in to the console or the command line.",
                new RuleMessage(
                        "*Break glass*: <call> by session `<session>` of a watched role.",
                        Map.of(
                                "call", "$.detail.eventName",
                                "session", "$.detail.userIdentity.principalId")),
                watched.sessionArns(),
                sessions -> signIn(identity("AssumedRole").set("arn", sessions)));
        portal("portal", "Identity Center's user `<user>`", exists(true));
        portal("portal-unnamed", "somebody on Identity Center's portal", exists(false));
    }

    /// Many records of refused attempts are without the request.
    private void deniedRoles() {
        add(
                "role-denied",
                "A watched role was refused, and the refusal's message alone names it.",
                new RuleMessage(
                        "*Break glass, refused*: <call> for a watched role.",
                        Map.of("call", "$.detail.eventName")),
                watched.refusals(),
                messages -> sts(asking(exists(false)).set("errorMessage", messages)));
    }

    private static ObjectNode assumeRole(ArrayNode roles, ArrayNode session) {
        ObjectNode detail = asking(roles);
        detail.putObject("responseElements").putObject("assumedRoleUser").set("arn", session);
        return sts(detail);
    }

    private static ObjectNode asking(ArrayNode roles) {
        ObjectNode detail = object().set("eventName", texts(ROLE_CALLS));
        detail.putObject("requestParameters").set("roleArn", roles);
        return detail;
    }

    private static ObjectNode sts(ObjectNode detail) {
        return pattern("sts", texts(CALL), detail);
    }

    /// Nothing that the visitor asked for is told: of a refused request AWS has no pattern.
    private void portal(String name, String who, ArrayNode user) {
        boolean named = user.equals(exists(true));
        add(
                name,
                "Identity Center's portal was asked for a watched permission set.",
                new RuleMessage(
                        "*Break glass*: <call> by %s, for a watched permission set.".formatted(who),
                        named
                                ? Map.of(
                                        "call", "$.detail.eventName",
                                        "user", "$.detail.userIdentity.onBehalfOf.userId")
                                : Map.of("call", "$.detail.eventName")),
                watched.permissionSets(),
                sets -> {
                    ObjectNode detail =
                            object().set("eventName", texts("GetRoleCredentials", "Federate"));
                    detail.putObject("serviceEventDetails").set("role_name", sets);
                    detail.putObject("userIdentity").putObject("onBehalfOf").set("userId", user);
                    return pattern("sso", texts("AWS Service Event via CloudTrail", CALL), detail);
                });
    }

    /// @param field of `userIdentity` that tells the user
    /// @param suffix of the rules' names
    private void users(String field, String suffix, List<String> wildcards) {
        Function<ArrayNode, ObjectNode> user =
                names -> {
                    ObjectNode identity = identity("IAMUser").set(field, names);
                    // The message names the user.
                    return identity.has("userName")
                            ? identity
                            : identity.set("userName", unbroken());
                };
        Map<String, String> paths =
                Map.of("call", "$.detail.eventName", "user", "$.detail.userIdentity.userName");
        add(
                "user-sign-in" + suffix,
                "A watched user signed in, or failed to.",
                new RuleMessage("*Break glass*: <call> by watched user `<user>`.", paths),
                wildcards,
                names -> signIn(user.apply(names)));
        add(
                "user-token" + suffix,
                "A watched user asked for temporary credentials.",
                new RuleMessage("*Break glass*: <call> by watched user `<user>`.", paths),
                wildcards,
                names -> token(user.apply(names)));
        add(
                "user-key" + suffix,
                "Every call with a long-term key of a watched user: no event says which is the first.",
                new RuleMessage(
                        "*Break glass*: a call with a long-term key of watched user `<user>`.",
                        Map.of("user", "$.detail.userIdentity.userName")),
                wildcards,
                names -> key(user.apply(names)));
    }

    private void root() {
        RuleMessage byRoot =
                new RuleMessage(
                        "*Break glass*: <call> by root.", Map.of("call", "$.detail.eventName"));
        add("root-sign-in", "Root signed in, or failed to.", byRoot, signIn(identity("Root")));
        add("root-token", "Root asked for temporary credentials.", byRoot, token(identity("Root")));
        add(
                "root-key",
                "Every call with a long-term key of root.",
                RuleMessage.of("*Break glass*: a call with a long-term key of root."),
                key(identity("Root")));
        add(
                "assume-root",
                "Somebody asked to act as root of a member account.",
                RuleMessage.of("*Break glass*: AssumeRoot, for root of a member account."),
                sts(object().set("eventName", texts("AssumeRoot"))));
    }

    private void guards() {
        Map<String, String> paths = Map.of("call", "$.detail.eventName");
        ArrayNode ours = prefix(PlannedRule.PREFIX + "-");
        ObjectNode ofRules =
                object().set(
                                "eventName",
                                texts(
                                        "PutRule",
                                        "DisableRule",
                                        "EnableRule",
                                        "DeleteRule",
                                        "PutTargets",
                                        "RemoveTargets",
                                        "UpdateConnection",
                                        "DeauthorizeConnection",
                                        "DeleteConnection",
                                        "UpdateApiDestination",
                                        "DeleteApiDestination"));
        ofRules.putObject("requestParameters")
                .set(
                        "$or",
                        any(
                                List.of(
                                        object().set("name", ours),
                                        object().set("rule", ours.deepCopy()))));
        add(
                "guard-alarm",
                "A part of this alarm was touched.",
                new RuleMessage("*The alarm itself*: <call> on a part of it.", paths),
                pattern("events", texts(CALL), ofRules));
        add(
                "guard-trail",
                "A trail was stopped or made to record less; without one, nothing rings.",
                new RuleMessage("*The trail*: <call>.", paths),
                pattern(
                        "cloudtrail",
                        texts(CALL),
                        object().set(
                                        "eventName",
                                        texts(
                                                "StopLogging",
                                                "DeleteTrail",
                                                "UpdateTrail",
                                                "PutEventSelectors"))));
    }

    private static ObjectNode identity(String type) {
        return object().set("type", texts(type));
    }

    private static ObjectNode signIn(ObjectNode identity) {
        ObjectNode detail = object().set("eventName", texts(SIGN_IN_CALLS));
        detail.set("userIdentity", identity);
        return pattern("signin", texts(SIGN_IN), detail);
    }

    private static ObjectNode token(ObjectNode identity) {
        ObjectNode detail = object().set("eventName", texts(TOKEN_CALLS));
        detail.set("userIdentity", identity);
        return sts(detail);
    }

    /// Temporary keys begin with other letters. The token's calls have a rule of their own.
    private static ObjectNode key(ObjectNode identity) {
        identity.set("accessKeyId", prefix("AKIA"));
        ObjectNode detail = object().set("eventName", noneOf(TOKEN_CALLS));
        detail.set("userIdentity", identity);
        ObjectNode pattern = object().set("source", prefix("aws."));
        pattern.set("detail-type", texts(CALL));
        return pattern.set("detail", detail);
    }

    private static ObjectNode pattern(String service, ArrayNode detailTypes, ObjectNode detail) {
        ObjectNode pattern = object().set("source", texts("aws." + service));
        pattern.set("detail-type", detailTypes);
        ObjectNode whole = object().set("eventSource", texts(service + ".amazonaws.com"));
        return pattern.set("detail", whole.setAll(detail));
    }

    private void add(String name, String about, RuleMessage message, ObjectNode pattern) {
        rules.add(
                new PlannedRule(name, about, pattern, message.allPaths(), message.template(name)));
    }

    /// As many rules as it takes to keep each pattern short enough; none for no wildcards.
    private void add(
            String name,
            String about,
            RuleMessage message,
            List<String> wildcards,
            Function<ArrayNode, ObjectNode> pattern) {
        List<List<JsonNode>> parts = PatternParts.of(PatternJson.wildcards(wildcards), pattern);
        for (int part = 0; part < parts.size(); part++) {
            String numbered = part == 0 ? name : name + "-" + (part + 1);
            add(numbered, about, message, pattern.apply(any(parts.get(part))));
        }
    }
}
