package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/// What a rule says to Slack.
///
/// EventBridge puts values in as they are, without escaping. Hence each path leads to a value in
/// which AWS allows no quote, backslash or control character; `src/docs/alarm.md` lists them with
/// AWS's own pattern. A role's arn, a user agent, an error message or the subject of a SAML
/// assertion is never among them: whoever breaks the glass writes those.
///
/// @param text Slack's mrkdwn, with variables in angle brackets
/// @param paths of the variables that not every rule has
record RuleMessage(String text, Map<String, String> paths) {

    /// What every event has, in the envelope of EventBridge or as CloudTrail's own.
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "account", "$.account",
                    "region", "$.region",
                    "time", "$.time",
                    "id", "$.detail.eventID");

    RuleMessage {
        paths = Map.copyOf(paths);
    }

    /// A message without variables of its own.
    static RuleMessage of(String text) {
        return new RuleMessage(text, Map.of());
    }

    /// Where each variable's value stands.
    Map<String, String> allPaths() {
        Map<String, String> all = new TreeMap<>(ALWAYS);
        all.putAll(paths);
        return all;
    }

    /// The body of a call to Slack's chat.postMessage. The event's id stands in the text and in the
    /// metadata, so that Glasstrail finds the message again.
    ///
    /// @param rule name without prefix
    String template(String rule) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("channel", PlannedRule.CHANNEL);
        body.put(
                "text",
                ":rotating_light: %s\nAt <time> in account <account>, <region>. Event `<id>`, rule %s."
                        .formatted(text, rule));
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        body.putObject("metadata")
                .put("event_type", "glasstrail_alarm")
                .putObject("event_payload")
                .put("event_id", "<id>")
                .put("account", "<account>")
                .put("region", "<region>")
                .put("rule", rule);
        return body.toString();
    }
}
