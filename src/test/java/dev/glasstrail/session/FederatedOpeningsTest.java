package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.SSO_ROLE;
import static dev.glasstrail.session.Identities.bareRole;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.Identities.webIdentity;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.opening;
import static dev.glasstrail.session.LogRecord.saml;
import static dev.glasstrail.session.LogRecord.visit;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Sessions that an identity provider, or the console on its behalf, opens.
final class FederatedOpeningsTest {

    private static final String ALICE = HOME + "/" + SSO_ROLE + "/alice@example.com";
    private static final String BOB = HOME + "/ops/break-glass-admin/bob-INC7";
    private static final String BOB_KEY = user(HOME, "bob", "AKIABOB");

    @Test
    void identityCenterNeverUsesTheKeyThatItIssued() {
        assertThat(
                        told(
                                visit(
                                        "10T02:08:19",
                                        "GetRoleCredentials",
                                        "u-alice",
                                        HOME,
                                        "break-glass"),
                                saml("10T02:08:20", ALICE, "ASIAISSUED"),
                                call(
                                        "10T02:11:42",
                                        "iam",
                                        "CreateUser",
                                        role(ALICE, "10T02:08:20", "ASIAUSED", "u-alice"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass/alice@example.com created 10T02:08:20
                          Identity Center, command line; alice@example.com (u-alice), Identity Center user id in the session's records
                          opened by AssumeRoleWithSAML@10T02:08:20, key ASIAISSUED
                          unused keys [ASIAISSUED]
                          CreateUser@10T02:11:42 by KEY
                        """);
    }

    @Test
    void identityCenterByTheConsoleIsToldByItsSignIn() {
        assertThat(
                        told(
                                saml("10T02:08:20", ALICE, "ASIAISSUED"),
                                call(
                                                "10T02:08:22",
                                                "signin",
                                                "ConsoleLogin",
                                                role(ALICE, "10T02:08:20", "ASIAC1"))
                                        .response("{\"ConsoleLogin\":\"Success\"}"),
                                call(
                                        "10T02:09:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(ALICE, "10T02:08:20", "ASIAC2"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass/alice@example.com created 10T02:08:20
                          Identity Center, console; alice@example.com, SAML subject of the opening
                          opened by AssumeRoleWithSAML@10T02:08:20, key ASIAISSUED
                          unused keys [ASIAISSUED]
                          ConsoleLogin@10T02:08:22 by KEY
                          DescribeInstances@10T02:09:00 by KEY
                        """);
    }

    @Test
    void identityCenterByFederateIsTheConsole() {
        assertThat(
                        told(
                                visit("10T02:08:19", "Federate", "u-alice", HOME, "break-glass"),
                                saml("10T02:08:20", ALICE, "ASIAISSUED"),
                                call(
                                        "10T02:09:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(ALICE, "10T02:08:20", "ASIAC2"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass/alice@example.com created 10T02:08:20
                          Identity Center, console; alice@example.com (u-alice), SAML subject of the opening
                          opened by AssumeRoleWithSAML@10T02:08:20, key ASIAISSUED
                          unused keys [ASIAISSUED]
                          DescribeInstances@10T02:09:00 by KEY
                        """);
    }

    @Test
    void samlOfAnotherProviderNamesItsSubject() {
        assertThat(
                        told(
                                saml("10T09:00:00", HOME + "/break-glass-admin/s1", "ASIA1")
                                        .with("responseElements", "subject", "carol@idp"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(
                                                HOME + "/break-glass-admin/s1",
                                                "10T09:00:00",
                                                "ASIA1"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/s1 created 10T09:00:00
                          SAML federation; carol@idp, SAML subject of the opening
                          opened by AssumeRoleWithSAML@10T09:00:00, key ASIA1
                          DescribeInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void webIdentityNamesItsSubject() {
        assertThat(
                        told(
                                opening(
                                                "AssumeRoleWithWebIdentity",
                                                "10T09:00:00",
                                                webIdentity("dora"),
                                                HOME + "/break-glass-admin/ci",
                                                "ASIA1")
                                        .with(
                                                "responseElements",
                                                "subjectFromWebIdentityToken",
                                                "repo:infra"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(
                                                HOME + "/break-glass-admin/ci",
                                                "10T09:00:00",
                                                "ASIA1"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/ci created 10T09:00:00
                          web identity federation; repo:infra, web identity subject of the opening
                          opened by AssumeRoleWithWebIdentity@10T09:00:00, key ASIA1
                          DescribeInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void aSwitchOfRoleIsOneOpeningAndOneActionWithoutKeyOrContext() {
        String session = HOME + "/break-glass-admin/bob";
        assertThat(
                        told(
                                assumeRole(
                                                "10T09:00:00",
                                                user(HOME, "bob", "ASIACONSOLE", "10T08:00:00"),
                                                session,
                                                "ASIA1")
                                        .put("sourceIPAddress", "AWS Internal"),
                                call("10T09:00:01", "signin", "SwitchRole", bareRole(session))
                                        .response("{\"SwitchRole\":\"Success\"}"),
                                call(
                                        "10T09:03:00",
                                        "ec2",
                                        "StopInstances",
                                        role(session, "10T09:00:00", "ASIA2"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          console, switch role; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          unused keys [ASIA1]
                          SwitchRole@10T09:00:01 by TIME
                          StopInstances@10T09:03:00 by KEY
                        """);
    }

    @Test
    void aConsoleSessionWithAFreshKeyForEachRequestIsOneSession() {
        assertThat(
                        told(
                                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA2")),
                                call(
                                        "10T09:02:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA3")),
                                call(
                                        "10T09:03:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", ""))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          unused keys [ASIA1]
                          DescribeInstances@10T09:01:00 by KEY
                          DescribeInstances@10T09:02:00 by KEY
                          DescribeInstances@10T09:03:00 by KEY
                        """);
    }
}
