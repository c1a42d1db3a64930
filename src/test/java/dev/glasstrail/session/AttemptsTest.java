package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.SSO_ROLE;
import static dev.glasstrail.session.Identities.bareRole;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.saml;
import static dev.glasstrail.session.LogRecord.visit;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Refused attempts on a glass, and visits to the portal that came to nothing.
final class AttemptsTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final String REFUSAL =
            "User: arn:aws:iam::%s:user/bob is not authorized to perform: sts:AssumeRole on resource: %s";

    @Test
    void aRefusedAssumeRoleNamesItsRoleOnlyInTheMessage() {
        assertThat(
                        told(
                                refused(
                                        "10T09:00:00",
                                        "arn:aws:iam::" + HOME + ":role/ops/break-glass-admin"),
                                refused("10T09:00:05", "arn:aws:iam::" + HOME + ":role/developers"),
                                refused(
                                        "10T09:00:09",
                                        "arn:aws:iam::"
                                                + HOME
                                                + ":role/break-glass-admin\" because of a policy")))
                .isEqualTo(
                        """
                        denied 111122223333/break-glass-admin AssumeRole@10T09:00:00 AccessDenied; bob, IAM user who asked for the credentials
                        denied 111122223333/break-glass-admin AssumeRole@10T09:00:09 AccessDenied; bob, IAM user who asked for the credentials
                        """);
    }

    @Test
    void aRefusedSwitchOfRoleIsAnAttempt() {
        assertThat(
                        told(
                                call("10T09:00:00", "signin", "SwitchRole", bareRole(BOB))
                                        .response("{\"SwitchRole\":\"Failure\"}")))
                .isEqualTo(
                        """
                        denied 111122223333/break-glass-admin SwitchRole@10T09:00:00 Failure; bob, session name only
                        """);
    }

    @Test
    void aRefusedCallForATokenIsAnAttempt() {
        assertThat(
                        told(
                                call(
                                                "10T09:00:00",
                                                "sts",
                                                "GetSessionToken",
                                                user(HOME, "safe-user", "AKIASAFE"))
                                        .failed("AccessDenied", "no")))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by GetSessionToken@10T09:00:00
                          GetSessionToken@10T09:00:00 failed by ACCESS_KEY
                        denied 111122223333/safe-user GetSessionToken@10T09:00:00 AccessDenied; safe-user, IAM user who asked for the credentials
                        """);
    }

    @Test
    void aRefusedVisitToThePortalIsAnAttempt() {
        assertThat(
                        told(
                                visit(
                                                "10T09:00:00",
                                                "GetRoleCredentials",
                                                "u-mallory",
                                                HOME,
                                                "break-glass")
                                        .failed("ForbiddenException", "No access"),
                                visit("10T09:00:10", "Federate", "u-mallory", HOME, "break-glass")
                                        .failed("ForbiddenException", "No access"),
                                visit("10T09:00:20", "Federate", "u-mallory", HOME, "developers")
                                        .failed("ForbiddenException", "No access")))
                .isEqualTo(
                        """
                        denied 111122223333/break-glass GetRoleCredentials@10T09:00:00 ForbiddenException; u-mallory (u-mallory), Identity Center portal record of that time, account and permission set
                        denied 111122223333/break-glass Federate@10T09:00:10 ForbiddenException; u-mallory (u-mallory), Identity Center portal record of that time, account and permission set
                        """);
    }

    @Test
    void aVisitThatNoOpeningFollowsIsUnanswered() {
        assertThat(
                        told(
                                visit(
                                        "10T09:00:00",
                                        "GetRoleCredentials",
                                        "u-alice",
                                        HOME,
                                        "break-glass"),
                                saml("10T09:00:05", HOME + "/" + SSO_ROLE + "/alice", "ASIA1"),
                                visit(
                                        "10T10:00:00",
                                        "GetRoleCredentials",
                                        "u-alice",
                                        HOME,
                                        "break-glass"),
                                saml("10T10:00:06", HOME + "/" + SSO_ROLE + "/alice", "ASIA2"),
                                visit("10T11:00:00", "Federate", "u-alice", OTHER, "break-glass"),
                                visit("10T11:30:00", "Federate", "u-alice", OTHER, "developers")))
                .isEqualTo(
                        """
                        never used 111122223333/break-glass Identity Center, command line; alice (u-alice), SAML subject of the opening
                          opened by AssumeRoleWithSAML@10T09:00:05, key ASIA1
                        never used 111122223333/break-glass Identity Center; alice (u-alice), SAML subject of the opening
                          opened by AssumeRoleWithSAML@10T10:00:06, key ASIA2
                        unanswered GetRoleCredentials@10T10:00:00 alice (u-alice), Identity Center portal record of that time, account and permission set
                        unanswered Federate@10T11:00:00 alice (u-alice), Identity Center portal record of that time, account and permission set
                        """);
    }

    @Test
    void theVisitsOfARefusalAndOfTheOpeningAfterItAreToldApart() {
        assertThat(
                        told(
                                visit(
                                                "10T09:00:00",
                                                "GetRoleCredentials",
                                                "u-mallory",
                                                HOME,
                                                "break-glass")
                                        .failed("ForbiddenException", "No access"),
                                visit(
                                        "10T09:00:01",
                                        "GetRoleCredentials",
                                        "u-alice",
                                        HOME,
                                        "break-glass"),
                                saml("10T09:00:02", HOME + "/" + SSO_ROLE + "/alice", "ASIA1")))
                .isEqualTo(
                        """
                        never used 111122223333/break-glass Identity Center, command line; alice (u-alice), SAML subject of the opening
                          opened by AssumeRoleWithSAML@10T09:00:02, key ASIA1
                        denied 111122223333/break-glass GetRoleCredentials@10T09:00:00 ForbiddenException; u-mallory (u-mallory), Identity Center portal record of that time, account and permission set
                        """);
    }

    @Test
    void anAttemptByASessionNamesThePersonBehindIt() {
        String developer = HOME + "/developers/carol";
        assertThat(
                        told(
                                saml("10T08:00:00", developer, "ASIA0"),
                                call(
                                                "10T09:00:00",
                                                "sts",
                                                "AssumeRole",
                                                role(developer, "10T08:00:00", "ASIA0"))
                                        .failed(
                                                "AccessDenied",
                                                REFUSAL.formatted(
                                                        HOME,
                                                        "arn:aws:iam::"
                                                                + HOME
                                                                + ":role/break-glass-admin"))))
                .isEqualTo(
                        """
                        denied 111122223333/break-glass-admin AssumeRole@10T09:00:00 AccessDenied; carol, the calling role session's own opening
                        """);
    }

    @Test
    void anAttemptIsNoActionOfAnybodyAndAGrantedOpeningIsNoAttempt() {
        assertThat(
                        told(
                                refused(
                                        "10T08:59:00",
                                        "arn:aws:iam::" + HOME + ":role/break-glass-admin"),
                                assumeRole(
                                        "10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "RunInstances",
                                        role(BOB, "10T09:00:00", "ASIA1"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          RunInstances@10T09:01:00 by KEY
                        denied 111122223333/break-glass-admin AssumeRole@10T08:59:00 AccessDenied; bob, IAM user who asked for the credentials
                        """);
    }

    private static LogRecord refused(String time, String resource) {
        return call(time, "sts", "AssumeRole", user(HOME, "bob", "AKIABOB"))
                .failed("AccessDenied", REFUSAL.formatted(HOME, resource));
    }
}
