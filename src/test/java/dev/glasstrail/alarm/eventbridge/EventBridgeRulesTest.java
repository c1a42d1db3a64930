package dev.glasstrail.alarm.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.AwsEndpoint;
import dev.glasstrail.trail.Glob;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Reads rules from an endpoint that speaks EventBridge's JSON.
final class EventBridgeRulesTest {

    private static final String OWN = "111122223333 eu-central-1";
    private static final String OTHER = "444455556666 eu-central-1";
    private static final String PATTERN = "{\"source\":[\"aws.sts\"]}";
    private static final String SLACK =
            "arn:aws:events:eu-central-1:111122223333:api-destination/slack/0a1b";

    private final MadeRules rules = new MadeRules();
    private List<String> accounts = List.of();
    private List<String> regions = List.of("eu-central-1");
    private List<Glob> names = List.of(Glob.of("break-glass*"));
    private String reader = "glasstrail-reader";

    @Test
    void rulesAndTargetsAreReadPageByPageInTheirOrder() throws Exception {
        rules.with(OWN, "break-glass-root", "DISABLED", PATTERN)
                .with(OWN, "break-glass", "ENABLED", PATTERN, SLACK + " !", "arn:b", "arn:c")
                .with(OWN, "aaa-nightly", "ENABLED", "")
                .with(OWN, "break-glass-hourly", "ENABLED", "", "arn:a")
                .with(
                        OWN,
                        "break-glass-sso",
                        "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
                        PATTERN,
                        "arn:a");

        try (AwsEndpoint endpoint = new AwsEndpoint(rules)) {
            assertThat(read(endpoint))
                    .isEqualTo(
                            """
                            111122223333 eu-central-1 break-glass ENABLED {"source":["aws.sts"]}
                              target-1 arn:aws:events:eu-central-1:111122223333:api-destination/slack/0a1b, else arn:aws:sqs:::undelivered
                              target-2 arn:b
                              target-3 arn:c
                            111122223333 eu-central-1 break-glass-hourly ENABLED \n\
                              target-1 arn:a
                            111122223333 eu-central-1 break-glass-root DISABLED {"source":["aws.sts"]}
                            111122223333 eu-central-1 break-glass-sso ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS {"source":["aws.sts"]}
                              target-1 arn:a
                            looked at 111122223333 eu-central-1 at 2026-11-17T06:00:00Z
                            """);
            assertThat(endpoint.calls())
                    .containsOnly(
                            OWN + " ListRules", OWN + " DescribeRule", OWN + " ListTargetsByRule")
                    .hasSize(3 + 4 + 5);
        }
    }

    @Test
    void withoutNamesEveryRuleIsWantedAndWithoutPlacesTheOneAtHandAndTheGlobalOne()
            throws Exception {
        names = List.of();
        regions = List.of();
        rules.with(OWN, "aaa-nightly", "ENABLED", PATTERN)
                .with("111122223333 us-east-1", "root", "ENABLED", PATTERN);

        assertThat(read())
                .isEqualTo(
                        """
                        111122223333 eu-central-1 aaa-nightly ENABLED {"source":["aws.sts"]}
                        111122223333 us-east-1 root ENABLED {"source":["aws.sts"]}
                        looked at 111122223333 eu-central-1 at 2026-11-17T06:00:00Z
                        looked at 111122223333 us-east-1 at 2026-11-17T06:00:00Z
                        """);
    }

    @Test
    void aPlaceWithoutARuleIsKnownToHaveNone() throws Exception {
        assertThat(read())
                .isEqualTo("looked at 111122223333 eu-central-1 at 2026-11-17T06:00:00Z\n");
    }

    @Test
    void anAccountWhoseRoleIsRefusedIsNamedAndTheOtherIsRead() throws Exception {
        accounts = List.of("999900001111", "444455556666", "444455556666");
        rules.with(OTHER, "break-glass", "ENABLED", PATTERN);

        assertThat(read())
                .isEqualTo(
                        """
                        444455556666 eu-central-1 break-glass ENABLED {"source":["aws.sts"]}
                        looked at 444455556666 eu-central-1 at 2026-11-17T06:00:00Z
                        unread 999900001111 eu-central-1: the alert rules cannot be listed: access is denied; allow sts:AssumeRole of the role in aws.reader to the identity that `glasstrail doctor` names
                        """);
    }

    @Test
    void withoutAReaderOnlyTheOwnAccountIsRead() throws Exception {
        reader = "";
        accounts = List.of("111122223333", "444455556666");
        rules.with(OWN, "break-glass", "ENABLED", PATTERN)
                .with(OTHER, "break-glass", "ENABLED", PATTERN);

        assertThat(read())
                .isEqualTo(
                        """
                        111122223333 eu-central-1 break-glass ENABLED {"source":["aws.sts"]}
                        looked at 111122223333 eu-central-1 at 2026-11-17T06:00:00Z
                        unread 444455556666 eu-central-1: the alert rules cannot be listed: no role is named by which another account is read, and the credentials at hand are of account 111122223333; name one in aws.reader
                        """);
    }

    @Test
    void aListThatIsDeniedIsNamedAndTheOtherRegionIsRead() throws Exception {
        regions = List.of("us-east-1", "eu-central-1");
        rules.with("111122223333 us-east-1", "break-glass", "ENABLED", PATTERN)
                .refusing(OWN, "ListRules", "AccessDeniedException");

        assertThat(read())
                .isEqualTo(
                        """
                        111122223333 us-east-1 break-glass ENABLED {"source":["aws.sts"]}
                        looked at 111122223333 us-east-1 at 2026-11-17T06:00:00Z
                        unread 111122223333 eu-central-1: the alert rules cannot be listed: access is denied; allow events:ListRules to the identity that `glasstrail doctor` names
                        """);
    }

    @Test
    void aRegionThatIsNotEnabledIsCalledThat() throws Exception {
        rules.refusing(OWN, "ListRules", "UnrecognizedClientException");

        assertThat(read())
                .isEqualTo(
                        "unread 111122223333 eu-central-1: the alert rules cannot be listed: the account has not enabled the region eu-central-1; enable it there, or leave it out\n");
    }

    @Test
    void expiredCredentialsAreCalledThat() throws Exception {
        rules.refusing(OWN, "ListRules", "ExpiredTokenException");

        assertThat(read())
                .isEqualTo(
                        "unread 111122223333 eu-central-1: the alert rules cannot be listed: the credentials have expired; sign in again or renew them\n");
    }

    /// A rule that could not be read must not pass for one that is not there, so that its place was
    /// not looked at.
    @Test
    void aRuleThatCannotBeReadIsNamedAndItsPlaceWasNotLookedAt() throws Exception {
        rules.with(OWN, "break-glass", "ENABLED", PATTERN)
                .with(OWN, "break-glass-new", "PAUSED\u0007", PATTERN)
                .with(OWN, "break-glass-gone", "ENABLED", PATTERN)
                .deleting("break-glass-gone");

        assertThat(read())
                .isEqualTo(
                        """
                        111122223333 eu-central-1 break-glass ENABLED {"source":["aws.sts"]}
                        unread 111122223333 eu-central-1: the rule break-glass-gone was deleted while the rules were read; read them again
                        unread 111122223333 eu-central-1: the rule break-glass-new has the state "PAUSED", which this program does not know; look it up in EventBridge
                        """);
    }

    @Test
    void aRuleWhoseTargetsAreDeniedIsNotARuleWithoutTargets() throws Exception {
        rules.with(OWN, "break-glass", "ENABLED", PATTERN)
                .refusing(OWN, "ListTargetsByRule", "AccessDeniedException");

        assertThat(read())
                .isEqualTo(
                        "unread 111122223333 eu-central-1: the rule break-glass cannot be read: access is denied; allow events:DescribeRule and events:ListTargetsByRule to the identity that `glasstrail doctor` names\n");
    }

    @Test
    void aThrottledCallIsTriedAgain() throws Exception {
        rules.with(OWN, "break-glass", "ENABLED", PATTERN);

        try (AwsEndpoint endpoint = new AwsEndpoint(rules)) {
            endpoint.refusing(3, 400, "ThrottlingException", "Rate exceeded");

            assertThat(read(endpoint))
                    .isEqualTo(
                            """
                            111122223333 eu-central-1 break-glass ENABLED {"source":["aws.sts"]}
                            looked at 111122223333 eu-central-1 at 2026-11-17T06:00:00Z
                            """);
            assertThat(endpoint.calls().subList(0, 4)).containsOnly(OWN + " ListRules");
        }
    }

    @Test
    void aCallThatStaysThrottledIsNamedInOneLine() throws Exception {
        rules.refusing(OWN, "ListRules", "ThrottlingException");

        assertThat(read())
                .isEqualTo(
                        "unread 111122223333 eu-central-1: the alert rules cannot be listed: AWS answers ThrottlingException: said \"no\" to ann; look it up under this error code\n");
    }

    @Test
    void anEndpointThatIsDownIsNamed() throws Exception {
        try (AwsEndpoint endpoint = new AwsEndpoint(rules);
                AwsClients aws = endpoint.clients("", "http://127.0.0.1:9")) {
            assertThat(told(source(aws).read()))
                    .isEqualTo(
                            "unread 111122223333 eu-central-1: the alert rules cannot be listed: no connection (Connect to http://127.0.0.1:9 failed: Connection refused); check the endpoint, the proxy and the network\n");
        }
    }

    @Test
    void whereNobodyIsKnownNothingIsRead() throws Exception {
        try (AwsClients aws = AwsEndpoint.nowhere()) {
            assertThat(told(source(aws).read()))
                    .startsWith("unread  : no alert rule can be read: no connection (")
                    .hasLineCount(1);
        }
    }

    @Test
    void anInterruptionIsHandedOn() throws Exception {
        try (AwsEndpoint endpoint = new AwsEndpoint(rules);
                AwsClients aws = endpoint.clients("")) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> source(aws).read()).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    private String read() throws Exception {
        try (AwsEndpoint endpoint = new AwsEndpoint(rules)) {
            return read(endpoint);
        }
    }

    private String read(AwsEndpoint endpoint) throws InterruptedException {
        try (AwsClients aws = endpoint.clients(reader)) {
            return told(source(aws).read());
        }
    }

    private EventBridgeRules source(AwsClients aws) {
        return new EventBridgeRules(
                aws,
                accounts,
                regions,
                names,
                Clock.fixed(Instant.parse("2026-11-17T06:00:00Z"), ZoneOffset.UTC));
    }

    private static String told(RuleBook book) {
        StringBuilder told = new StringBuilder();
        for (AlertRule rule : book.rules()) {
            told.append(
                    "%s %s %s %s %s\n"
                            .formatted(
                                    rule.id().place().account(),
                                    rule.id().place().region(),
                                    rule.id(),
                                    rule.state(),
                                    rule.pattern()));
            rule.targets()
                    .forEach(target ->
                            told.append(
                                    "  %s %s%s\n"
                                            .formatted(
                                                    target.id(),
                                                    target.arn(),
                                                    target.deadLetters().isEmpty()
                                                            ? ""
                                                            : ", else " + target.deadLetters())));
        }
        book.looked()
                .forEach((place, at) ->
                        told.append(
                                "looked at %s %s at %s\n"
                                        .formatted(place.account(), place.region(), at)));
        book.unread()
                .forEach(one ->
                        told.append(
                                "unread %s %s: %s\n"
                                        .formatted(
                                                one.place().account(),
                                                one.place().region(),
                                                one.text())));
        return told.toString();
    }
}
