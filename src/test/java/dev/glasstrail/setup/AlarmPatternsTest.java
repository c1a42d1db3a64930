package dev.glasstrail.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.settings.GlassSettings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;

/// Which events the rules of the alarm ring for, by the library that EventBridge itself matches
/// with.
final class AlarmPatternsTest {

    private static final GlassSettings GLASS =
            new GlassSettings(
                    List.of("*-break-glass", "breakglass-admin", "arn:aws:iam::*:role/ops/rescue"),
                    List.of("break-glass-*", "arn:aws:iam::*:user/emergency/*"),
                    true,
                    List.of());
    private static final DeployedAlarm ALARM = DeployedAlarm.of(GLASS);

    private static final String SETS_PATH = "role/aws-reserved/sso.amazonaws.com/";
    private static final String SET = "AWSReservedSSO_devops-break-glass_0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::111122223333:" + SETS_PATH + "ap-southeast-2/" + SET + ", role-opened",
        "arn:aws:iam::111122223333:" + SETS_PATH + SET + ", role-opened",
        "arn:aws-cn:iam::111122223333:" + SETS_PATH + "cn-north-1/" + SET + ", role-opened",
        "arn:aws-us-gov:iam::111122223333:" + SETS_PATH + "us-gov-west-1/" + SET + ", role-opened",
        "arn:aws:iam::111122223333:role/devops-break-glass, role-opened",
        "arn:aws:iam::111122223333:role/team/devops-break-glass, role-opened",
        "arn:aws-us-gov:iam::111122223333:role/breakglass-admin, role-opened",
        "arn:aws:iam::111122223333:role/a/b/breakglass-admin, role-opened",
        "arn:aws:iam::111122223333:"
                + SETS_PATH
                + "eu-central-1/AWSReservedSSO_breakglass-admin_0123456789abcdef, role-opened",
        "arn:aws:iam::111122223333:role/ops/rescue, role-opened",
        "arn:aws:iam::111122223333:role/ops/deep/rescue, ''",
        "arn:aws:iam::111122223333:role/rescue, ''",
        "arn:aws:iam::111122223333:role/my-breakglass-admin, ''",
        "arn:aws:iam::111122223333:role/breakglass-admin2, ''",
        "arn:aws:iam::111122223333:role/Devops-Break-Glass, ''",
        "arn:aws:iam::111122223333:"
                + SETS_PATH
                + "eu-central-1/AWSReservedSSO_devops_0123456789abcdef, ''",
    })
    void aRoleIsWatchedInWhateverWayItsArnIsSpelled(String arn, String rules) {
        assertThat(families(assumed("AssumeRoleWithSAML", arn)))
                .isEqualTo(rules.isEmpty() ? List.of() : List.of(rules));
    }

    @ParameterizedTest
    @CsvSource({
        "AssumeRole, role-opened",
        "AssumeRoleWithSAML, role-opened",
        "AssumeRoleWithWebIdentity, role-opened",
        "GetCallerIdentity, ''",
        "assumerole, ''",
    })
    void everyWayIntoARoleRings(String call, String rules) {
        assertThat(families(assumed(call, "arn:aws:iam::111122223333:role/x-break-glass")))
                .isEqualTo(rules.isEmpty() ? List.of() : List.of(rules));
    }

    @Test
    void aRefusedAttemptRingsByARuleThatNamesNothingOfIt() {
        String event =
                BridgedEvent.of(
                        """
                        {'eventName':'AssumeRole','eventSource':'sts.amazonaws.com','eventTime':'2026-07-01T09:00:00Z',
                         'awsRegion':'us-east-1','eventID':'e-1','eventType':'AwsApiCall','readOnly':true,
                         'errorCode':'AccessDenied','errorMessage':'no','recipientAccountId':'444455556666',
                         'userIdentity':{'type':'IAMUser','arn':'arn:aws:iam::444455556666:user/bob','userName':'bob'},
                         'requestParameters':{'roleArn':'arn:aws:iam::111122223333:role/breakglass-admin'},
                         'responseElements':null}
                        """);

        assertThat(families(event)).containsExactly("role-asked");
        assertThat(ALARM.missing("role-asked", event)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            emptyValue = "",
            value = {
                "'errorMessage':'User: x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/breakglass-admin' | role-denied",
                "'errorMessage':'User: x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/x-break-glass because no policy allows it' | role-denied",
                "'errorMessage':'User: x is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/other' | ``",
            })
    void aRecordWithoutTheRequestRingsByWhateverNamesTheRole(String member, String rule) {
        String event =
                BridgedEvent.of(
                        """
                        {'eventName':'AssumeRole','eventSource':'sts.amazonaws.com','eventTime':'2026-07-01T09:00:00Z',
                         'awsRegion':'us-east-1','eventID':'e-1','eventType':'AwsApiCall','recipientAccountId':'444455556666',
                         'requestParameters':null,'responseElements':null,%s}
                        """
                                .formatted(member));

        assertThat(families(event)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
        if (!rule.isEmpty()) {
            assertThat(ALARM.missing(rule, event)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // The role owner's copy of a call from another account, and a service's call.
        "'{\"type\":\"AWSAccount\",\"principalId\":\"AIDAEXAMPLE\",\"accountId\":\"444455556666\"}'",
        "'{\"type\":\"AWSService\",\"invokedBy\":\"ssm.amazonaws.com\"}'",
        "'{\"type\":\"SAMLUser\",\"principalId\":\"q0Y=:alice\",\"userName\":\"alice\"}'",
        "'{\"type\":\"WebIdentityUser\",\"principalId\":\"x\",\"userName\":\"y\"}'",
        "'{\"type\":\"Unknown\"}'",
        "'{}'",
    })
    void theMessageOfAnOpeningIsWholeWhoeverAsked(String identity) throws IOException {
        ObjectNode event =
                (ObjectNode)
                        DeployedAlarm.JSON.readTree(
                                assumed(
                                        "AssumeRole",
                                        "arn:aws:iam::111122223333:role/x-break-glass"));
        ((ObjectNode) event.path("detail"))
                .set("userIdentity", DeployedAlarm.JSON.readTree(identity));

        assertThat(families(event.toString())).containsExactly("role-opened");
        assertThat(ALARM.missing("role-opened", event.toString())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GetRoleCredentials, devops-break-glass, true, portal",
        "Federate, devops-break-glass, true, portal",
        "GetRoleCredentials, devops-break-glass, false, portal-unnamed",
        "GetRoleCredentials, devops, true, ''",
        "ListAccounts, devops-break-glass, true, ''",
    })
    void identityCentersPortalRingsForThePermissionSet(
            String call, String set, boolean named, String rule) {
        String event =
                BridgedEvent.of(
                        """
                        {'eventSource':'sso.amazonaws.com','eventName':'%s','awsRegion':'ap-southeast-2',
                         'eventTime':'2026-07-01T00:08:20Z','eventID':'e-1','eventType':'AwsServiceEvent','readOnly':true,
                         'userIdentity':{'type':'%s'},'requestParameters':null,'responseElements':null,
                         'recipientAccountId':'999988887777',
                         'serviceEventDetails':{'role_name':'%s','account_id':'111122223333'}}
                        """
                                .formatted(
                                        call,
                                        named
                                                ? "IdentityCenterUser','onBehalfOf':{'userId':'97674b9c-00d1-70b0-0000-000000000001'},'x':'"
                                                : "Unknown",
                                        set));

        assertThat(families(event)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
        if (!rule.isEmpty()) {
            assertThat(ALARM.missing(rule, event)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // A federated session, which has the role's name and no path; SwitchRole has no issuer.
        "ConsoleLogin, 'AssumedRole|arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_devops-break-glass_0123456789abcdef/alice@example.com|', role-sign-in",
        "SwitchRole, 'AssumedRole|arn:aws:sts::111122223333:assumed-role/breakglass-admin/bob|', role-sign-in",
        "SwitchRole, 'AssumedRole|arn:aws:sts::111122223333:assumed-role/rescue/bob|', role-sign-in",
        "AuthorizeOAuth2Access, 'AssumedRole|arn:aws:sts::111122223333:assumed-role/x-break-glass/bob|', role-sign-in",
        "CreateOAuth2Token, 'AssumedRole|arn:aws:sts::111122223333:assumed-role/x-break-glass/bob|', role-sign-in",
        "ConsoleLogin, 'AssumedRole|arn:aws:sts::111122223333:assumed-role/other/x-break-glass|', ''",
        "ConsoleLogin, 'IAMUser||break-glass-1', user-sign-in",
        "ConsoleLogin, 'IAMUser|arn:aws:iam::111122223333:user/emergency/eve|eve', user-sign-in-by-arn",
        "ConsoleLogin, 'IAMUser||HIDDEN_DUE_TO_SECURITY_REASONS', ''",
        "ConsoleLogin, 'IAMUser|arn:aws:iam::111122223333:user/bob|bob', ''",
        // A subject of SAML that looks like the user's name.
        "ConsoleLogin, 'SAMLUser||break-glass-1', ''",
        "ConsoleLogin, 'Root|arn:aws:iam::111122223333:root|', root-sign-in",
        "ConsoleLogin, 'Root|arn:aws:iam::111122223333:root|account-alias', root-sign-in",
    })
    void aSignInRingsForAWatchedIdentity(String call, String who, String rule) throws IOException {
        String[] parts = who.split("[|]", -1);
        ObjectNode record =
                (ObjectNode)
                        DeployedAlarm.JSON.readTree(
                                """
                                {"eventSource":"signin.amazonaws.com","eventName":"%s","awsRegion":"us-east-1",
                                 "eventTime":"2026-07-01T00:09:01Z","eventID":"e-1","eventType":"AwsConsoleSignIn",
                                 "recipientAccountId":"111122223333","responseElements":{"ConsoleLogin":"Failure"}}
                                """
                                        .formatted(call));
        ObjectNode identity = record.putObject("userIdentity").put("type", parts[0]);
        identity.put("principalId", "AROAEXAMPLEROLEID0001:alice@example.com");
        if (!parts[1].isEmpty()) {
            identity.put("arn", parts[1]);
        }
        if (!parts[2].isEmpty()) {
            identity.put("userName", parts[2]);
        }
        String event = BridgedEvent.of(record);

        for (String spelled : List.of(event, event.replace("Console Sign In", "Console Signin"))) {
            assertThat(families(spelled)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
        }
        if (!rule.isEmpty()) {
            assertThat(ALARM.missing(rule, event)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sts, GetSessionToken, IAMUser, break-glass-1, AKIAEXAMPLE, user-token",
        "sts, GetFederationToken, IAMUser, break-glass-1, AKIAEXAMPLE, user-token",
        "sts, GetFederationToken, IAMUser, break-glass-1, '', user-token",
        "rds, DescribeDBInstances, IAMUser, break-glass-1, AKIAEXAMPLE, user-key",
        "rds, DescribeDBInstances, IAMUser, break-glass-1, ASIAEXAMPLE, ''",
        "rds, DescribeDBInstances, IAMUser, bob, AKIAEXAMPLE, ''",
        "sts, GetSessionToken, Root, '', AKIAEXAMPLE, root-token",
        "s3, ListBuckets, Root, '', AKIAEXAMPLE, root-key",
        "s3, ListBuckets, Root, '', ASIAEXAMPLE, ''",
        "sts, AssumeRoot, AssumedRole, '', ASIAEXAMPLE, assume-root",
    })
    void aLongTermKeyAndItsTokensRing(
            String service, String call, String type, String name, String key, String rule)
            throws IOException {
        ObjectNode record =
                (ObjectNode)
                        DeployedAlarm.JSON.readTree(
                                """
                                {"eventSource":"%s.amazonaws.com","eventName":"%s","awsRegion":"eu-central-1",
                                 "eventTime":"2026-07-01T00:09:01Z","eventID":"e-1","eventType":"AwsApiCall",
                                 "recipientAccountId":"111122223333"}
                                """
                                        .formatted(service, call));
        ObjectNode identity = record.putObject("userIdentity").put("type", type);
        if (!name.isEmpty()) {
            identity.put("userName", name);
        }
        if (!key.isEmpty()) {
            identity.put("accessKeyId", key);
        }
        String event = BridgedEvent.of(record);

        assertThat(families(event)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
        if (!rule.isEmpty()) {
            assertThat(ALARM.missing(rule, event)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "events, DisableRule, name, glasstrail-role-opened, guard-alarm",
        "events, PutTargets, rule, glasstrail-role-opened, guard-alarm",
        "events, UpdateConnection, name, glasstrail-slack, guard-alarm",
        "events, DisableRule, name, nightly-backup, ''",
        "cloudtrail, StopLogging, name, org-trail, guard-trail",
        "cloudtrail, DescribeTrails, name, org-trail, ''",
    })
    void whoTouchesTheAlarmOrATrailRings(
            String service, String call, String parameter, String value, String rule) {
        String event =
                BridgedEvent.of(
                        """
                        {'eventSource':'%s.amazonaws.com','eventName':'%s','awsRegion':'eu-central-1',
                         'eventTime':'2026-07-01T00:09:01Z','eventID':'e-1','eventType':'AwsApiCall',
                         'recipientAccountId':'111122223333','requestParameters':{'%s':'%s'}}
                        """
                                .formatted(service, call, parameter, value));

        assertThat(families(event)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
        if (!rule.isEmpty()) {
            assertThat(ALARM.missing(rule, event)).isEmpty();
        }
    }

    @Test
    void anEventOfAnotherSourceRingsForNothing() {
        String event = assumed("AssumeRole", "arn:aws:iam::111122223333:role/x-break-glass");

        assertThat(families(event.replace("\"source\":\"aws.sts\"", "\"source\":\"my.app\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*-break-glass,breakglass-admin,arn:aws:iam::*:role/ops/rescue",
                "break-glass-1,break-glass-2,break-glass-3,break-glass-4,break-glass-5",
                "break-glass-*,*-emergency,*rescue*,a*,admin-*-emergency",
                "arn:aws:iam::111122223333:role/*/rescue,arn:aws:iam::*:role/rescue-*,*:role/ops/*",
                "AWSReservedSSO_*_0123456789abcdef,*",
            })
    void everyPatternIsOneThatEventBridgeTakes(String globs) throws Exception {
        List<String> both = List.of(globs.split(",", -1));
        DeployedAlarm alarm = DeployedAlarm.of(new GlassSettings(both, both, true, List.of()));
        for (String name : alarm.names()) {
            String pattern = alarm.pattern(name);

            assertThat(JsonRuleCompiler.check(pattern)).as(name).isNull();
            assertThat(pattern.length()).as(name).isLessThanOrEqualTo(2048);
            assertThat(DeployedAlarm.JSON.readTree(pattern).has("source")).as(name).isTrue();
            Machine machine = Machine.builder().build();
            machine.addRule(name, pattern);
            assertThat(machine.evaluateComplexity(new MachineComplexityEvaluator(100)))
                    .as(name + " " + pattern)
                    .isLessThanOrEqualTo(9);
        }
    }

    /// The rules that ring, without the numbers of their parts.
    private static List<String> families(String event) {
        return ALARM.ringing(event).stream()
                .map(rule -> rule.replaceFirst("-[0-9]+$", ""))
                .distinct()
                .toList();
    }

    /// A granted call for a role, by Identity Center.
    private static String assumed(String call, String roleArn) {
        String name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
        JsonNode event;
        try {
            event =
                    DeployedAlarm.JSON.readTree(
                            """
                            {"eventVersion":"1.11","eventTime":"2026-07-01T00:08:20Z","eventSource":"sts.amazonaws.com",
                             "eventName":"%s","awsRegion":"ap-southeast-2","userIdentity":{"type":"SAMLUser",
                               "principalId":"q0Y4EXAMPLE=:alice@example.com","userName":"alice@example.com"},
                             "requestParameters":{"roleSessionName":"alice@example.com","roleArn":"%s"},
                             "responseElements":{"assumedRoleUser":{"assumedRoleId":"AROAEXAMPLEROLEID0001:alice@example.com",
                               "arn":"arn:aws:sts::111122223333:assumed-role/%s/alice@example.com"}},
                             "eventID":"22222222-2222-4222-8222-222222222222","readOnly":true,
                             "eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333"}
                            """
                                    .formatted(call, roleArn, name));
        } catch (IOException e) {
            throw new AssertionError("the test's own record is no JSON", e);
        }
        return BridgedEvent.of(event);
    }
}
