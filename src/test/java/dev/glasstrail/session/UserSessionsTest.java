package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.assumedRoot;
import static dev.glasstrail.session.Identities.federated;
import static dev.glasstrail.session.Identities.forwarded;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.root;
import static dev.glasstrail.session.Identities.signingIn;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Sessions of watched IAM users and of root.
final class UserSessionsTest {

    private static final String SAFE = "safe-user";
    private static final String SAFE_KEY = user(HOME, SAFE, "AKIASAFE");

    @Test
    void aUsersSignInOpensItsConsoleSession() {
        assertThat(
                        told(
                                signIn("10T09:00:00", signingIn(HOME, SAFE), "Success"),
                                call(
                                        "10T09:00:03",
                                        "ec2",
                                        "DescribeInstances",
                                        user(HOME, SAFE, "ASIA1", "10T09:00:00")),
                                call(
                                        "10T09:05:00",
                                        "ec2",
                                        "StopInstances",
                                        user(HOME, SAFE, "ASIA2", "10T09:00:00"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          console sign-in; safe-user, IAM user name
                          opened by ConsoleLogin@10T09:00:00
                          DescribeInstances@10T09:00:03 by KEY
                          StopInstances@10T09:05:00 by KEY
                        """);
    }

    @Test
    void aSignInWithoutAnyActionIsAnOpeningNeverUsed() {
        assertThat(told(signIn("10T09:00:00", signingIn(HOME, SAFE), "Success")))
                .isEqualTo(
                        """
                        never used 111122223333/safe-user console sign-in; safe-user, IAM user name
                          opened by ConsoleLogin@10T09:00:00
                        """);
    }

    @Test
    void aRefusedSignInIsAnAttemptEvenWithoutAnErrorCode() {
        assertThat(
                        told(
                                signIn("10T09:00:00", signingIn(HOME, SAFE), "Failure"),
                                signIn(
                                                "10T09:00:09",
                                                signingIn(HOME, SAFE)
                                                        .replace(
                                                                "\"arn\":\"arn:aws:iam::"
                                                                        + HOME
                                                                        + ":user/"
                                                                        + SAFE
                                                                        + "\",",
                                                                ""),
                                                "Failure")
                                        .put("errorMessage", "Failed authentication"),
                                signIn("10T09:00:12", root(HOME, ""), "Failure")))
                .isEqualTo(
                        """
                        denied 111122223333/safe-user ConsoleLogin@10T09:00:00 Failure; safe-user, IAM user who asked for the credentials
                        denied 111122223333/safe-user ConsoleLogin@10T09:00:09 Failure; safe-user, IAM user who asked for the credentials
                        denied 111122223333/root ConsoleLogin@10T09:00:12 Failure; root of 111122223333, root user, no person is recorded
                        """);
    }

    @Test
    void rootsSignInOpensItsConsoleSession() {
        assertThat(
                        told(
                                signIn("10T09:00:00", root(HOME, ""), "Success"),
                                call(
                                        "10T09:01:00",
                                        "iam",
                                        "CreateAccessKey",
                                        root(HOME, "ASIA1", "10T09:00:00"))))
                .isEqualTo(
                        """
                        session 111122223333/root created 10T09:00:00
                          console sign-in; root of 111122223333, root user, no person is recorded
                          opened by ConsoleLogin@10T09:00:00
                          CreateAccessKey@10T09:01:00 by KEY
                        """);
    }

    @Test
    void aSignInAndItsSessionMayBeFiveSecondsApartAndNoMore() {
        assertThat(
                        told(
                                signIn("10T09:00:05", signingIn(HOME, SAFE), "Success"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        user(HOME, SAFE, "ASIA1", "10T09:00:00")),
                                signIn("10T12:00:06", signingIn(HOME, SAFE), "Success"),
                                call(
                                        "10T12:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        user(HOME, SAFE, "ASIA2", "10T12:00:00"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          console sign-in; safe-user, IAM user name
                          opened by ConsoleLogin@10T09:00:05
                          DescribeInstances@10T09:01:00 by KEY
                        session 111122223333/safe-user created 10T12:00:00
                          not in the records; safe-user, IAM user name
                          DescribeInstances@10T12:01:00 by KEY
                        never used 111122223333/safe-user console sign-in; safe-user, IAM user name
                          opened by ConsoleLogin@10T12:00:06
                        """);
    }

    @Test
    void anUnwatchedUsersSignInIsNothing() {
        assertThat(told(signIn("10T09:00:00", signingIn(HOME, "bob"), "Success"))).isEqualTo("\n");
    }

    @Test
    void aLongTermKeyIsOneRunUntilItRestsForAnHour() {
        assertThat(
                        told(
                                call("10T09:00:00", "ec2", "DescribeInstances", SAFE_KEY),
                                call("10T09:59:59", "ec2", "DescribeInstances", SAFE_KEY),
                                call("10T10:59:59", "ec2", "DescribeInstances", SAFE_KEY)))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by DescribeInstances@10T09:00:00
                          DescribeInstances@10T09:00:00 by ACCESS_KEY
                          DescribeInstances@10T09:59:59 by ACCESS_KEY
                        session 111122223333/safe-user created 10T10:59:59
                          long-term access key; safe-user, IAM user name
                          opened by DescribeInstances@10T10:59:59
                          DescribeInstances@10T10:59:59 by ACCESS_KEY
                        """);
    }

    @Test
    void twoKeysOfOneUserAreTwoRuns() {
        assertThat(
                        told(
                                call("10T09:00:00", "ec2", "DescribeInstances", SAFE_KEY),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        user(HOME, SAFE, "AKIAOTHER"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by DescribeInstances@10T09:00:00
                          DescribeInstances@10T09:00:00 by ACCESS_KEY
                        session 111122223333/safe-user created 10T09:01:00
                          long-term access key; safe-user, IAM user name
                          opened by DescribeInstances@10T09:01:00
                          DescribeInstances@10T09:01:00 by ACCESS_KEY
                        """);
    }

    @Test
    void aSessionTokenHangsBelowTheRunThatAskedForIt() {
        assertThat(
                        told(
                                call("10T09:00:00", "sts", "GetSessionToken", SAFE_KEY)
                                        .response(
                                                "{\"credentials\":{\"accessKeyId\":\"ASIATOKEN\"}}"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "StopInstances",
                                        user(HOME, SAFE, "ASIATOKEN", "10T09:00:00"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by GetSessionToken@10T09:00:00
                          GetSessionToken@10T09:00:00 by ACCESS_KEY
                        session 111122223333/safe-user created 10T09:00:00
                          below 111122223333/safe-user@10T09:00:00, depth 1
                          GetSessionToken; safe-user, first session of the chain
                          opened by GetSessionToken@10T09:00:00, key ASIATOKEN
                          StopInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void aFederationTokenHangsBelowTheRunThatAskedForIt() {
        assertThat(
                        told(
                                call("10T09:00:00", "sts", "GetFederationToken", SAFE_KEY)
                                        .request("{\"name\":\"helper\"}")
                                        .response(
                                                """
                                                {"credentials":{"accessKeyId":"ASIAFED","expiration":"Nov 10, 2026, 9:00:00 PM"},
                                                 "federatedUser":{"federatedUserId":"%s:helper","arn":"arn:aws:sts::%s:federated-user/helper"}}
                                                """
                                                        .formatted(HOME, HOME)),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "StopInstances",
                                        federated(HOME, SAFE, "helper", "10T09:00:00"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00, expires 10T21:00:00
                          below 111122223333/safe-user@10T09:00:00, depth 1
                          GetFederationToken; safe-user, first session of the chain
                          opened by GetFederationToken@10T09:00:00, key ASIAFED
                          StopInstances@10T09:01:00 by KEY
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by GetFederationToken@10T09:00:00
                          GetFederationToken@10T09:00:00 by ACCESS_KEY
                        """);
    }

    @Test
    void assumeRootIsJoinedByItsKeyWhateverTheSecond() {
        assertThat(
                        told(
                                assumeRoot("10T09:00:00", "ASIAROOT"),
                                call(
                                        "10T09:02:00",
                                        "s3",
                                        "DeleteBucketPolicy",
                                        assumedRoot(OTHER, "ASIAROOT", "10T09:00:09"))))
                .isEqualTo(
                        """
                        session 444455556666/root created 10T09:00:09
                          AssumeRoot; carol, session name of the calling role session
                          opened by AssumeRoot@10T09:00:00, key ASIAROOT
                          DeleteBucketPolicy@10T09:02:00 by KEY
                        """);
    }

    @Test
    void assumeRootIsJoinedByItsSecondWhereTheKeyIsAnother() {
        assertThat(
                        told(
                                assumeRoot("10T09:00:00", "ASIAROOT"),
                                call(
                                        "10T09:02:00",
                                        "s3",
                                        "DeleteBucketPolicy",
                                        assumedRoot(OTHER, "ASIAELSE", "10T09:00:01"))))
                .isEqualTo(
                        """
                        session 444455556666/root created 10T09:00:01
                          AssumeRoot; carol, session name of the calling role session
                          opened by AssumeRoot@10T09:00:00, key ASIAROOT
                          unused keys [ASIAROOT]
                          DeleteBucketPolicy@10T09:02:00 by KEY
                        """);
    }

    @Test
    void assumeRootIsNotTheRootThatSignedInAtThatSecond() {
        assertThat(
                        told(
                                assumeRoot("10T09:00:00", "ASIAROOT"),
                                call(
                                        "10T09:02:00",
                                        "s3",
                                        "DeleteBucketPolicy",
                                        root(OTHER, "ASIAELSE", "10T09:00:00"))))
                .isEqualTo(
                        """
                        session 444455556666/root created 10T09:00:00
                          not in the records; root of 444455556666, root user, no person is recorded
                          DeleteBucketPolicy@10T09:02:00 by KEY
                        never used 444455556666/root AssumeRoot; carol, session name of the calling role session
                          opened by AssumeRoot@10T09:00:00, key ASIAROOT
                        """);
    }

    @Test
    void whatAServiceDoesForAUserGoesToItsOpenSession() {
        assertThat(
                        told(
                                call("10T09:00:00", "cloudformation", "CreateStack", SAFE_KEY),
                                call(
                                        "10T09:00:40",
                                        "ec2",
                                        "RunInstances",
                                        forwarded(
                                                user(HOME, SAFE, "ASIAMINTED", "10T09:00:38"),
                                                "cloudformation")),
                                call(
                                        "10T09:01:40",
                                        "ec2",
                                        "RunInstances",
                                        forwarded(
                                                user(HOME, SAFE, "ASIAMINTED2", "10T09:01:38"),
                                                "cloudformation"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by CreateStack@10T09:00:00
                          CreateStack@10T09:00:00 by ACCESS_KEY
                          RunInstances@10T09:00:40 through cloudformation.amazonaws.com by BY_SERVICE
                          RunInstances@10T09:01:40 through cloudformation.amazonaws.com by BY_SERVICE
                        """);
    }

    @Test
    void whatAServiceDoesForAUserWithoutAnySessionIsOneSessionOfItsOwn() {
        assertThat(
                        told(
                                call(
                                        "10T09:00:40",
                                        "ec2",
                                        "RunInstances",
                                        forwarded(
                                                user(HOME, SAFE, "ASIAMINTED", "10T09:00:38"),
                                                "cloudformation")),
                                call(
                                        "10T09:01:40",
                                        "ec2",
                                        "RunInstances",
                                        forwarded(
                                                user(HOME, SAFE, "ASIAMINTED2", "10T09:01:38"),
                                                "cloudformation"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:38
                          not in the records; safe-user, IAM user name
                          RunInstances@10T09:00:40 through cloudformation.amazonaws.com by KEY
                          RunInstances@10T09:01:40 through cloudformation.amazonaws.com by BY_SERVICE
                        """);
    }

    @Test
    void whatAServiceDoesLongAfterAKeyRestedIsNotOfItsRun() {
        assertThat(
                        told(
                                call("10T09:00:00", "cloudformation", "CreateStack", SAFE_KEY),
                                call(
                                        "10T11:00:40",
                                        "ec2",
                                        "RunInstances",
                                        forwarded(
                                                user(HOME, SAFE, "ASIAMINTED", "10T11:00:38"),
                                                "autoscaling"))))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          long-term access key; safe-user, IAM user name
                          opened by CreateStack@10T09:00:00
                          CreateStack@10T09:00:00 by ACCESS_KEY
                        session 111122223333/safe-user created 10T11:00:38
                          not in the records; safe-user, IAM user name
                          RunInstances@10T11:00:40 through autoscaling.amazonaws.com by KEY
                        """);
    }

    @Test
    void awsLoginOpensTheSessionThatItNames() {
        String session = user(HOME, SAFE, "ASIACLI", "10T09:00:00");
        assertThat(
                        told(
                                call(
                                        "10T09:00:00",
                                        "signin",
                                        "AuthorizeOAuth2Access",
                                        session.replace("\"accessKeyId\":\"ASIACLI\",", "")),
                                call(
                                        "10T09:00:02",
                                        "signin",
                                        "CreateOAuth2Token",
                                        session.replace("\"accessKeyId\":\"ASIACLI\",", "")),
                                call("10T09:01:00", "ec2", "StopInstances", session)))
                .isEqualTo(
                        """
                        session 111122223333/safe-user created 10T09:00:00
                          aws login; safe-user, IAM user name
                          opened by AuthorizeOAuth2Access@10T09:00:00
                          opened by CreateOAuth2Token@10T09:00:02
                          StopInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void awsLoginOfARoleSessionIsAnActionOfIt() {
        String session = role(HOME + "/break-glass-admin/bob", "10T09:00:00", "ASIA1");
        assertThat(
                        told(
                                call("10T09:00:02", "signin", "CreateOAuth2Token", session),
                                call("10T09:01:00", "ec2", "StopInstances", session)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          aws login; bob, session name only
                          opened by CreateOAuth2Token@10T09:00:02
                          CreateOAuth2Token@10T09:00:02 by KEY
                          StopInstances@10T09:01:00 by KEY
                        """);
    }

    private static LogRecord signIn(String time, String identity, String result) {
        return call(time, "signin", "ConsoleLogin", identity)
                .put("eventType", "AwsConsoleSignIn")
                .without("requestID")
                .response("{\"ConsoleLogin\":\"" + result + "\"}");
    }

    private static LogRecord assumeRoot(String time, String key) {
        return call(
                        time,
                        "sts",
                        "AssumeRoot",
                        role(HOME + "/admins/carol", "10T08:00:00", "ASIACAROL"))
                .request("{\"targetPrincipal\":\"" + OTHER + "\"}")
                .response("{\"credentials\":{\"accessKeyId\":\"" + key + "\"}}");
    }
}
