package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.forwarded;
import static dev.glasstrail.session.Identities.root;
import static dev.glasstrail.session.Identities.signingIn;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
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
    void aKeyHasRestedAfterAnHourAndNotASecondBefore() {
        LogRecord direct = call("10T09:00:00", "cloudformation", "CreateStack", SAFE_KEY);
        String minted = user(HOME, SAFE, "ASIAMINTED", "10T09:59:00");

        assertThat(
                        told(
                                direct,
                                call(
                                        "10T09:59:59",
                                        "ec2",
                                        "RunInstances",
                                        forwarded(minted, "autoscaling"))))
                .containsOnlyOnce("session ");
        assertThat(
                        told(
                                direct,
                                call(
                                        "10T10:00:00",
                                        "ec2",
                                        "RunInstances",
                                        forwarded(minted, "autoscaling"))))
                .contains("created 10T09:59:00");
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

    private static LogRecord signIn(String time, String identity, String result) {
        return call(time, "signin", "ConsoleLogin", identity)
                .put("eventType", "AwsConsoleSignIn")
                .without("requestID")
                .response("{\"ConsoleLogin\":\"" + result + "\"}");
    }
}
