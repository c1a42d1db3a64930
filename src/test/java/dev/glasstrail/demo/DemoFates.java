package dev.glasstrail.demo;

import java.util.List;

/// What the alarm of the made-up organisation did at each opening of the week: the stories, the
/// files of the CLI and the Slack export were written to tell exactly this.
public final class DemoFates {

    private static final String FRANKFURT = "eu-central-1";
    private static final String VIRGINIA = "us-east-1";
    private static final String MANAGEMENT = "111122223333";
    private static final String PRODUCTION = "444455556666";
    private static final String STAGING = "777788889999";

    /// What became of the alarm.
    public enum Fate {
        /// Counted, and the message came within a minute.
        RANG,
        /// The message came within a minute, and CloudWatch has no MatchedEvents for it.
        RANG_UNCOUNTED,
        /// The message came 7 min 20 s or a little more after the opening.
        RANG_LATE,
        /// The rule was off, from `alarm-tampering/DisableRule` to `alarm-tampering/EnableRule#2`.
        SILENT_DISABLED,
        /// Counted, but FailedInvocations and InvocationsSentToDlq too, and there is no message.
        SILENT_NOT_DELIVERED,
        /// The place has a rule that listens to the call, but its pattern has the role's path
        /// without the region segment.
        NOT_MATCHED_REGION_SEGMENT,
        /// The place has a rule, and it does not listen to this call.
        NOT_COVERED_CALL,
        /// The place was looked at and has no such rule.
        NOT_COVERED_PLACE
    }

    /// One opening.
    ///
    /// @param story for [DemoOrganisation#eventId], as is the label
    /// @param account whose trail has the record
    /// @param region in which it was recorded
    public record Row(String story, String label, String account, String region, Fate fate) {

        /// The `eventID` of the opening in the standard organisation.
        public String eventId() {
            return DemoOrganisation.standard().eventId(story, label);
        }
    }

    /// Every granted opening of a watched identity in the week, by time, and the first uses of its
    /// long-term key. Sessions that a break-glass session opened for roles that nobody watches are
    /// not here (`chain-across-accounts/AssumeRole-owner` and `#2`).
    public static final List<Row> OF_THE_WEEK =
            List.of(
                    saml("checkout-outage", "AssumeRoleWithSAML", Fate.RANG),
                    row(
                            "root-sign-in",
                            "ConsoleLogin",
                            MANAGEMENT,
                            VIRGINIA,
                            Fate.NOT_COVERED_PLACE),
                    plain("console-switch", "AssumeRole-owner", Fate.RANG),
                    saml("never-used", "AssumeRoleWithSAML", Fate.RANG),
                    saml("wrong-account", "AssumeRoleWithSAML", Fate.RANG),
                    row(
                            "wrong-account",
                            "AssumeRoleWithSAML#2",
                            STAGING,
                            FRANKFURT,
                            Fate.NOT_MATCHED_REGION_SEGMENT),
                    row(
                            "safe-user-tokens",
                            "GetSessionToken",
                            MANAGEMENT,
                            VIRGINIA,
                            Fate.NOT_COVERED_PLACE),
                    row(
                            "safe-user-tokens",
                            "GetFederationToken",
                            MANAGEMENT,
                            VIRGINIA,
                            Fate.NOT_COVERED_PLACE),
                    saml("database-restore", "AssumeRoleWithSAML", Fate.RANG),
                    saml("database-restore", "AssumeRoleWithSAML#2", Fate.RANG),
                    saml("made-and-undone", "AssumeRoleWithSAML", Fate.RANG_UNCOUNTED),
                    saml("chain-across-accounts", "AssumeRoleWithSAML", Fate.SILENT_NOT_DELIVERED),
                    plain("mfa-assumption", "AssumeRole", Fate.RANG),
                    saml("command-line-login", "AssumeRoleWithSAML", Fate.RANG_LATE),
                    plain("cross-account", "AssumeRole-owner", Fate.RANG),
                    plain("two-in-one-second", "AssumeRole", Fate.RANG),
                    plain("two-in-one-second", "AssumeRole#2", Fate.RANG),
                    saml("alarm-tampering", "AssumeRoleWithSAML", Fate.RANG),
                    row(
                            "safe-user-sign-in",
                            "ConsoleLogin",
                            MANAGEMENT,
                            VIRGINIA,
                            Fate.NOT_COVERED_PLACE),
                    saml("secrets-in-parameters", "AssumeRoleWithSAML", Fate.SILENT_DISABLED),
                    plain("self-assumption", "AssumeRole", Fate.RANG),
                    plain("self-assumption", "AssumeRole#2", Fate.RANG),
                    row("root-task", "AssumeRoot", MANAGEMENT, FRANKFURT, Fate.RANG),
                    saml("left-behind", "AssumeRoleWithSAML", Fate.SILENT_DISABLED),
                    plain("hostile-text", "AssumeRole-owner", Fate.RANG),
                    saml("stolen-session", "AssumeRoleWithSAML", Fate.SILENT_DISABLED),
                    row(
                            "safe-user-key",
                            "GetCallerIdentity",
                            MANAGEMENT,
                            VIRGINIA,
                            Fate.NOT_COVERED_PLACE),
                    row(
                            "safe-user-key",
                            "ListCopyJobs",
                            MANAGEMENT,
                            FRANKFURT,
                            Fate.NOT_COVERED_CALL),
                    plain("never-used", "AssumeRole", Fate.RANG),
                    saml("over-the-edge", "AssumeRoleWithSAML", Fate.RANG));

    /// Openings around the week that rules heard or could have heard.
    public static final List<Row> AROUND_THE_WEEK =
            List.of(
                    saml("outside-the-week", "AssumeRoleWithSAML", Fate.RANG),
                    saml("carried-over", "AssumeRoleWithSAML", Fate.RANG),
                    row(
                            "outside-the-week",
                            "AssumeRoleWithSAML#2",
                            STAGING,
                            FRANKFURT,
                            Fate.NOT_MATCHED_REGION_SEGMENT));

    /// A count, and a message, that no record explains: the opening of `lost-opening` is in none of
    /// the logs. In production's Virginia, on Saturday 2026-11-14 at 04:58.
    public static final Row SURPLUS = plain("lost-opening", "AssumeRole", Fate.RANG);

    private DemoFates() {}

    private static Row saml(String story, String label, Fate fate) {
        return row(story, label, PRODUCTION, FRANKFURT, fate);
    }

    private static Row plain(String story, String label, Fate fate) {
        return row(story, label, PRODUCTION, VIRGINIA, fate);
    }

    private static Row row(String story, String label, String account, String region, Fate fate) {
        return new Row(story, label, account, region, fate);
    }
}
