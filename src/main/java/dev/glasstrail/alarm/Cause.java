package dev.glasstrail.alarm;

/// Why an alarm did not ring, or why nobody can say. The names are the report's.
public enum Cause {
    // SILENT
    RULE_DISABLED("the rule was disabled", "enable it, and deny events:DisableRule to the glass"),
    NO_TARGET("the rule had no target", "put the target back, and deny events:RemoveTargets"),
    EVENT_TOO_LARGE(
            "the record is larger than the 256 KB that EventBridge takes",
            "watch the account's other records of the session too"),
    NOT_SEEN_BY_EVENTBRIDGE(
            "the record never reached EventBridge, which CloudTrail does not promise",
            "ask AWS Support with the event id, and rely on the report"),
    NOT_INVOKED(
            "the rule matched and called no target",
            "look at the target's permissions and at the rule's dead-letter queue"),
    DELIVERY_FAILED(
            "the call of the target failed for good",
            "look at the connection's state, its token and the dead-letter queue"),
    REFUSED_BY_CHANNEL(
            "the target was called without a failure, and the message is not in the channel",
            "look whether the bot is in the channel and its token holds: Slack answers 200 all the same"),
    NO_MESSAGE(
            "the message is not in the channel, and the metrics do not tell where it was lost",
            "send a test event and follow it"),

    // NOT_COVERED
    NO_RULE_HERE(
            "no alert rule is in this account and region",
            "deploy the alarm there; glasstrail setup alarm prints it"),
    NO_RULE_THEN("the rule did not exist then", "find out who deleted it"),
    PATTERN_MISSES("no rule's pattern matches the record", "widen the pattern"),
    READ_ONLY_LEFT_OUT(
            "a rule in the state ENABLED does not receive this read-only call",
            "set the state ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"),
    NOT_ON_DEFAULT_BUS(
            "the rule is on a bus that CloudTrail's events do not come to",
            "move the rule to the default bus"),

    // UNPROVABLE
    RULES_NOT_READ(
            "the rules of this account and region were not read",
            "name the account and region in alarm, and let the reader describe rules"),
    RULE_STATE_UNKNOWN(
            "what the rule was at that time cannot be told",
            "read rules while the trail still tells their changes"),
    PATTERN_UNREADABLE("the rule's pattern cannot be applied", "look at the pattern"),
    RECORD_NOT_READ(
            "the record of the opening was not among those held against the rules",
            "read the logs of its account and region"),
    METRICS_NOT_READ(
            "the metrics of that time were not read",
            "let the reader get metric data, and audit while CloudWatch keeps them"),
    METRICS_MISSING(
            "no metric was published around that time, and an absent point is no zero",
            "look for the message in the channel"),
    METRIC_GAP(
            "a target was called and the match was not counted: metrics are best effort",
            "look for the message in the channel"),
    ONE_OF_SEVERAL(
            "fewer matches were counted than records that could have made them",
            "look for the message in the channel"),
    DELIVERY_UNCLEAR(
            "some of several deliveries failed, and the metrics do not tell which",
            "look at the dead-letter queue"),
    THROTTLED("the rule was throttled, and its calls came later", "look for the message later on"),
    CHANNEL_NOT_READ(
            "the target was called, and only the channel can prove that it took the message",
            "name the channel in alarm.channel"),
    MESSAGES_NAMELESS(
            "the channel's messages name no event, and this one cannot be told from others",
            "put the event id into the message, as config/aws/alarm.yaml does");

    private final String words;
    private final String fix;

    Cause(String words, String fix) {
        this.words = words;
        this.fix = fix;
    }

    /// One clause for people.
    public String words() {
        return words;
    }

    /// What to do about it: one clause that tells somebody to do it.
    public String fix() {
        return fix;
    }
}
