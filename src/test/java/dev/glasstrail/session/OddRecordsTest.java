package dev.glasstrail.session;

import static dev.glasstrail.session.Identities.bareRole;
import static dev.glasstrail.session.Identities.forwarded;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Told.told;
import static dev.glasstrail.session.Trails.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Records that say less, or more often, than they should.
final class OddRecordsTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final String IN_SESSION = role(BOB, "10T09:00:00", "ASIA1");
    private static final LogRecord OPENING =
            assumeRole("10T09:00:00", user(HOME, "bob", "AKIABOB"), BOB, "ASIA1");

    @Test
    void aRecordWithoutSessionContextGoesToTheLatestSessionOfItsName() {
        assertThat(
                        told(
                                call(
                                        "10T08:30:00",
                                        "ec2",
                                        "RunInstances",
                                        role(BOB, "10T08:00:00", "ASIA0")),
                                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION),
                                call("10T09:30:00", "sso", "ListProfiles", bareRole(BOB)),
                                call(
                                        "10T20:00:00",
                                        "sso",
                                        "ListApplications",
                                        bareRole(BOB).replace("AssumedRole", "Unknown"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T08:00:00
                          not in the records; bob, session name only
                          RunInstances@10T08:30:00 by KEY
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          not in the records; bob, session name only
                          RunInstances@10T09:01:00 by KEY
                          ListProfiles@10T09:30:00 by TIME
                          ListApplications@10T20:00:00 by TIME
                        """);
    }

    @Test
    void aRecordWithoutSessionContextIsAnOrphanWhereNoSessionCouldRun() {
        assertThat(
                        told(
                                call("10T08:59:59", "sso", "ListProfiles", bareRole(BOB)),
                                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION),
                                call("10T21:00:00", "sso", "ListAtTheLastSecond", bareRole(BOB)),
                                call("10T21:00:01", "sso", "ListTooLate", bareRole(BOB)),
                                call(
                                        "10T09:02:00",
                                        "sso",
                                        "ListOther",
                                        bareRole(HOME + "/developers/bob"))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          not in the records; bob, session name only
                          RunInstances@10T09:01:00 by KEY
                          ListAtTheLastSecond@10T21:00:00 by TIME
                        orphan ListProfiles@10T08:59:59
                        orphan ListTooLate@10T21:00:01
                        """);
    }

    @Test
    void aRecordWithoutSessionContextMakesAnUnusedOpeningASession() {
        assertThat(told(OPENING, call("10T09:30:00", "sso", "ListProfiles", bareRole(BOB))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          unused keys [ASIA1]
                          ListProfiles@10T09:30:00 by TIME
                        """);
    }

    @Test
    void recordsWithoutAnAccessKeyOrWithAnEmptyOneBelongToTheirSession() {
        assertThat(
                        told(
                                OPENING,
                                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                                        .lacking("userIdentity", "accessKeyId"),
                                call(
                                        "10T09:02:00",
                                        "ec2",
                                        "RunInstances",
                                        role(BOB, "10T09:00:00", ""))))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          unused keys [ASIA1]
                          RunInstances@10T09:01:00 by KEY
                          RunInstances@10T09:02:00 by KEY
                        """);
    }

    @Test
    void recordsWithoutAnyIdentityOrTypeAreNobodys() {
        assertThat(
                        told(
                                call("10T09:01:00", "ec2", "RunInstances", "{}")
                                        .without("userIdentity"),
                                call(
                                        "10T09:01:01",
                                        "ec2",
                                        "RunInstances",
                                        "{\"accountId\":\"ANONYMOUS_PRINCIPAL\"}"),
                                call(
                                        "10T09:01:02",
                                        "kms",
                                        "RotateKey",
                                        "{\"accountId\":\"1\",\"invokedBy\":\"kms.amazonaws.com\"}")))
                .isEqualTo("\n");
    }

    @Test
    void aServiceThatActsForARoleSessionActsInIt() {
        assertThat(
                        told(
                                OPENING,
                                call("10T09:35:00", "kms", "Decrypt", forwarded(IN_SESSION, "rds"))
                                        .put("sourceIPAddress", "rds.amazonaws.com")))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          Decrypt@10T09:35:00 through rds.amazonaws.com by KEY
                        """);
    }

    @Test
    void aSessionWithoutItsNameInTheArnHasItBehindTheRolesId() {
        String damaged =
                IN_SESSION.replace(
                        "/break-glass-admin/bob\",\"accountId", "/break-glass-admin\",\"accountId");

        assertThat(told(call("10T09:01:00", "ec2", "RunInstances", damaged)))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          not in the records; bob, session name only
                          RunInstances@10T09:01:00 by KEY
                        """);
    }

    @Test
    void copiesOfARecordAreOne() {
        LogRecord action = call("10T09:01:00", "ec2", "RunInstances", IN_SESSION);

        assertThat(told(OPENING, action, action, OPENING)).isEqualTo(told(OPENING, action));
    }

    @Test
    void aRecordThatTwoAccountsReceivedUnderOneIdIsOneAction() {
        assertThat(
                        told(
                                OPENING,
                                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION),
                                call("10T09:01:00", "ec2", "RunInstances", IN_SESSION)
                                        .receivedBy("222222222222")))
                .isEqualTo(
                        """
                        session 111122223333/break-glass-admin/bob created 10T09:00:00
                          AssumeRole; bob, IAM user who asked for the credentials
                          opened by AssumeRole@10T09:00:00, key ASIA1
                          RunInstances@10T09:01:00 by KEY
                        """);
    }
}
