package dev.glasstrail.alarm.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.aws.AwsFailures;
import java.util.Set;

/// An answer of Slack that says no: status 200, `ok` false and a word for why.
///
/// Source: the errors of conversations.history in Slack's reference.
///
/// @param code the word
/// @param needed scopes that are wanted; `""` where they are not why
/// @param provided scopes that the token has; `""` likewise
record Refusal(String code, String needed, String provided) {

    private static final Set<String> OF_TOKEN =
            Set.of(
                    "invalid_auth",
                    "not_authed",
                    "account_inactive",
                    "token_expired",
                    "token_revoked",
                    "not_allowed_token_type");
    private static final Set<String> OF_WORKSPACE =
            Set.of(
                    "access_denied",
                    "ekm_access_denied",
                    "enterprise_is_restricted",
                    "no_permission",
                    "org_login_required",
                    "restricted_action",
                    "team_access_not_granted",
                    "two_factor_setup_required");
    private static final Set<String> PASSING =
            Set.of(
                    "fatal_error",
                    "internal_error",
                    "rate_limited",
                    "ratelimited",
                    "request_timeout",
                    "service_unavailable",
                    "team_added_to_org");

    static Refusal of(JsonNode answer) {
        return new Refusal(
                AwsFailures.shown(answer.path("error").asText("no error code")),
                AwsFailures.shown(answer.path("needed").asText("")),
                AwsFailures.shown(answer.path("provided").asText("")));
    }

    /// Whether another attempt may fare better.
    boolean isPassing() {
        return PASSING.contains(code);
    }

    /// @param channel as it was asked for
    UnreadException of(String channel) {
        return new UnreadException(reason(channel), code, needed);
    }

    private String reason(String channel) {
        if (code.equals("missing_scope")) {
            return "the token has the scopes %s and lacks %s; add it to the app, install the app again and give its token"
                    .formatted(provided.isEmpty() ? "none" : provided, needed);
        }
        if (code.equals("not_in_channel")) {
            return "the bot is not in it; invite it there";
        }
        if (code.equals("channel_not_found")) {
            return "the bot sees no channel of the id %s; check the id, and invite the bot if the channel is private"
                    .formatted(channel);
        }
        if (OF_TOKEN.contains(code)) {
            return "Slack refuses the token (%s); give a bot token that is in force"
                    .formatted(code);
        }
        if (OF_WORKSPACE.contains(code)) {
            return "the workspace forbids it (%s); ask its administrators".formatted(code);
        }
        return "Slack answers %s; look it up under this error code".formatted(code);
    }
}
