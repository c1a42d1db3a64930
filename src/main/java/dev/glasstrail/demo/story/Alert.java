package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Region;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The alert rule as it is deployed in one account and region.
///
/// There are four. Nobody thought of Virginia in the management account, where root and the
/// emergency user sign in; and the pattern in staging does not know that the path of Identity
/// Center's roles has its region in it.
///
/// @param calls that it listens to
/// @param roles whose ARNs it listens to, `*` being any run of characters; empty for whatever the
///   call is about
public record Alert(Account account, Region region, List<String> calls, List<String> roles) {

    /// The name that it has everywhere.
    public static final String RULE = "break-glass-alert";

    /// The one target's id.
    public static final String TARGET = "slack";

    private static final List<String> ROLE_CALLS = List.of("AssumeRole", "AssumeRoleWithSAML");
    private static final List<String> BREAK_GLASS =
            List.of(
                    "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_"
                            + Cast.BREAK_GLASS_SET
                            + "_*",
                    "arn:aws:iam::*:role/breakglass-*");

    static final Alert PRODUCTION =
            new Alert(Account.PRODUCTION, Region.FRANKFURT, ROLE_CALLS, BREAK_GLASS);
    static final Alert PRODUCTION_VIRGINIA =
            new Alert(Account.PRODUCTION, Region.VIRGINIA, ROLE_CALLS, BREAK_GLASS);
    static final Alert MANAGEMENT =
            new Alert(Account.MANAGEMENT, Region.FRANKFURT, List.of("AssumeRoot"), List.of());
    static final Alert STAGING =
            new Alert(
                    Account.STAGING,
                    Region.FRANKFURT,
                    ROLE_CALLS,
                    List.of(
                            Account.STAGING.arn(
                                    "iam",
                                    "",
                                    "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_"
                                            + Cast.BREAK_GLASS_SET
                                            + "_*")));

    /// All of them.
    public static final List<Alert> ALL =
            List.of(PRODUCTION, PRODUCTION_VIRGINIA, MANAGEMENT, STAGING);

    public Alert {
        calls = List.copyOf(calls);
        roles = List.copyOf(roles);
    }

    /// Whether it listens to a call to STS.
    ///
    /// @param roleArn that credentials were asked for; `""` for none
    public boolean hears(String call, String roleArn) {
        return calls.contains(call)
                && (roles.isEmpty()
                        || roles.stream().anyMatch(role -> roleArn.matches(regex(role))));
    }

    /// The event pattern, as it is deployed.
    public String pattern() {
        ObjectNode detail =
                Json.object(
                        "eventSource",
                        Json.list("sts.amazonaws.com"),
                        "eventName",
                        Json.list(calls.toArray()));
        if (!roles.isEmpty()) {
            ArrayNode matchers = Json.list(roles.stream().map(Alert::matcher).toArray());
            Json.put(detail, "requestParameters", Json.object("roleArn", matchers));
        }
        return Json.object(
                        "source", Json.list("aws.sts"),
                        "detail-type", Json.list("AWS API Call via CloudTrail"),
                        "detail", detail)
                .toString();
    }

    /// The ARN of the rule.
    public String arn() {
        return account.arn("events", region.id(), "rule/" + RULE);
    }

    /// The ARN of the API destination that posts to Slack.
    public String destination() {
        return account.arn("events", region.id(), "api-destination/slack/0example-0000");
    }

    /// The ARN of the role by which EventBridge calls the target.
    public String caller() {
        return account.arn("iam", "", "role/break-glass-alert-caller");
    }

    /// The ARN of the queue for events that could not be delivered.
    public String deadLetters() {
        return account.arn("sqs", region.id(), "break-glass-alert-dlq");
    }

    /// A pattern that has its star at the end is deployed as a prefix, any other as a wildcard.
    private static ObjectNode matcher(String role) {
        boolean isPrefix = role.indexOf('*') == role.length() - 1;
        return isPrefix
                ? Json.object("prefix", role.substring(0, role.length() - 1))
                : Json.object("wildcard", role);
    }

    private static String regex(String role) {
        return Arrays.stream(role.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
    }
}
