package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.otherAccount;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.service;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.opening;
import static dev.glasstrail.session.LogRecord.saml;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How sessions of roles open and how their records find them.
final class OpeningsTest {

    private static final String BOB = HOME + "/ops/break-glass-admin/bob-INC7";
    private static final String BOB_KEY = user(HOME, "bob", "AKIABOB");

    @Test
    void aPlainAssumeRoleIsOneSession() {
        assertThat(
                        told(
                                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1")
                                        .with("responseElements", "packedPolicySize", "4"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA1")),
                                call(
                                                "10T09:02:00",
                                                "ec2",
                                                "StopInstances",
                                                role(BOB, "10T09:00:00", "ASIA1"))
                                        .failed("Client.UnauthorizedOperation", "no")))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          DescribeInstances@10T09:01:00 by KEY
                          StopInstances@10T09:02:00 failed by KEY
                        """);
    }

    @Test
    void aCrossAccountAssumeRoleIsOneOpeningInTwoRecords() {
        assertThat(
                        told(
                                assumeRole(
                                                "10T09:00:00",
                                                user(OTHER, "bob", "AKIABOB"),
                                                BOB,
                                                "ASIA1")
                                        .id("z-caller")
                                        .shared("s-1"),
                                assumeRole(
                                                "10T09:00:00",
                                                otherAccount(OTHER, "AIDABOB"),
                                                BOB,
                                                "ASIA1")
                                        .id("a-owner")
                                        .shared("s-1")
                                        .receivedBy(HOME),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA1"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by z-caller [a-owner], key ASIA1
                          DescribeInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void theOwnersCopyAloneOpensTheSessionAndNamesNobody() {
        assertThat(
                        told(
                                assumeRole(
                                                "10T09:00:00",
                                                otherAccount(OTHER, "AIDABOB"),
                                                BOB,
                                                "ASIA1")
                                        .id("a-owner")
                                        .shared("s-1")
                                        .receivedBy(HOME),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA1"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          AssumeRole; bob-INC7, session name only
                          opened by a-owner, key ASIA1
                          DescribeInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void theCallersCopyAloneOpensTheSession() {
        assertThat(
                        told(
                                assumeRole(
                                                "10T09:00:00",
                                                user(OTHER, "bob", "AKIABOB"),
                                                BOB,
                                                "ASIA1")
                                        .shared("s-1"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA1"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          DescribeInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void twoOpeningsInOneSecondAreOneSessionThatNamesTheUnusedKey() {
        assertThat(
                        told(
                                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1").id("first"),
                                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA2").id("second"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA2"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by first, key ASIA1, not used
                          opened by second, key ASIA2
                          unused keys [ASIA1]
                          DescribeInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void unusedOpeningsOfOneSecondAreOneAndOfTheNextSecondAnother() {
        assertThat(
                        told(
                                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1").id("first"),
                                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA2").id("second"),
                                assumeRole("10T09:00:01", BOB_KEY, BOB, "ASIA3").id("third")))
                .isEqualTo(
                        """
                        never used 111122223333/break-glass-admin AssumeRole; bob, IAM user who asked for the credentials
                          opened by first, key ASIA1
                          opened by second, key ASIA2
                        never used 111122223333/break-glass-admin AssumeRole; bob, IAM user who asked for the credentials
                          opened by third, key ASIA3
                        """);
    }

    @Test
    void openingAndCreationMayDifferByASecondAndNoMore() {
        assertThat(
                        told(
                                assumeRole("10T09:00:01", BOB_KEY, BOB, "ASIA1"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA1")),
                                assumeRole("10T10:00:02", BOB_KEY, BOB, "ASIA2"),
                                call(
                                        "10T10:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T10:00:00", "ASIA2"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:01, key ASIA1
                          DescribeInstances@10T09:01:00 by KEY
                        session 111122223333/break-glass-admin/bob-INC7 created 10T10:00:00
                          not in the records; bob-INC7, session name only
                          DescribeInstances@10T10:01:00 by KEY
                        never used 111122223333/break-glass-admin AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T10:00:02, key ASIA2
                        """);
    }

    @Test
    void anOpeningWithoutAssumedRoleUserJoinsByTheSessionName() {
        assertThat(
                        told(
                                assumeRole(
                                                "10T09:00:00",
                                                service("ec2"),
                                                HOME + "/break-glass-ec2/i-0abc",
                                                "ASIA1")
                                        .lacking("responseElements", "assumedRoleUser")
                                        .receivedBy(HOME),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(
                                                HOME + "/break-glass-ec2/i-0abc",
                                                "10T09:00:00",
                                                "ASIA1")),
                                call(
                                        "10T09:01:30",
                                        "ec2",
                                        "DescribeInstances",
                                        role(
                                                HOME + "/break-glass-ec2/i-0def",
                                                "10T09:00:00",
                                                "ASIA9"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-ec2/i-0def created 10T09:00:00
                          not in the records; i-0def, session name only
                          DescribeInstances@10T09:01:30 by KEY
                        session 111122223333/break-glass-ec2/i-0abc created 10T09:00:00
                          AWS service; ec2.amazonaws.com, AWS service, no person is recorded
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          DescribeInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void aRoleThatWasMadeAgainUnderTheSameNameIsAnotherSession() {
        String again = role(BOB, "10T09:00:00", "ASIA1").replace("AROABREAK", "AROANEW");
        assertThat(
                        told(
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(BOB, "10T09:00:00", "ASIA1")),
                                call("10T09:02:00", "ec2", "DescribeInstances", again)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          not in the records; bob-INC7, session name only
                          DescribeInstances@10T09:02:00 by KEY
                        session 111122223333/break-glass-admin/bob-INC7 created 10T09:00:00
                          not in the records; bob-INC7, session name only
                          DescribeInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void theRoleIsFoundInTheResourcesWhereTheRequestWasOmitted() {
        LogRecord opening =
                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1").without("requestParameters");
        assertThat(told(opening.resource("arn:aws:iam::" + HOME + ":role/ops/break-glass-admin")))
                .isEqualTo(
                        """
                        never used 111122223333/break-glass-admin AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                        """);
    }

    @Test
    void whatIsNotWatchedIsNotThere() {
        String other = HOME + "/developers/bob";
        assertThat(
                        told(
                                saml("10T08:00:00", other, "ASIA0"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(other, "10T08:00:00", "ASIA1")),
                                call("10T09:01:00", "ec2", "RunInstances", BOB_KEY),
                                call("10T09:01:01", "ec2", "RunInstances", service("autoscaling"))))
                .isEqualTo("\n");
    }
}
