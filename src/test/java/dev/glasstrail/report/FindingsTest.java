package dev.glasstrail.report;

import static dev.glasstrail.session.Identities.forwarded;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.root;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.session.LogRecord;
import dev.glasstrail.session.Trails;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every finding once where it must be made, and once where it must just not.
final class FindingsTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final String SESSION = role(BOB, "10T09:00:00", "ASIA1");
    private static final String BOB_KEY = user(HOME, "bob", "AKIABOB");
    private static final LogRecord OPENING = assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1");

    @Test
    void aQuietSessionGivesNoFinding() {
        assertThat(findings(OPENING, act("ec2", "DescribeInstances"))).isEqualTo("\n");
    }

    @Test
    void aChangedGuardIsCritical() {
        assertThat(
                        findings(
                                OPENING,
                                act("cloudtrail", "StopLogging"),
                                call("10T09:03:00", "cloudtrail", "StopLogging", SESSION),
                                act("cloudtrail", "DescribeTrails")))
                .isEqualTo(
                        """
                        GUARD_TOUCHED critical, session, use, 2026-11-10T09:02:00Z: What may watch the glass was changed. bob (break-glass-admin in 111122223333) called StopLogging (2). [StopLogging@10T09:02:00, StopLogging@10T09:03:00]
                        """);
    }

    @Test
    void aRefusedChangeOfAGuardIsHigh() {
        assertThat(findings(OPENING, act("events", "DisableRule").failed("AccessDenied", "no")))
                .isEqualTo(
                        """
                        GUARD_ATTEMPTED high, session, use, 2026-11-10T09:02:00Z: A change to what may watch the glass was refused. bob (break-glass-admin in 111122223333) called DisableRule and was refused. [DisableRule@10T09:02:00]
                        ACTIONS_REFUSED low, session, use, 2026-11-10T09:02:00Z: AWS refused some actions. bob (break-glass-admin in 111122223333) was refused DisableRule. [DisableRule@10T09:02:00]
                        """);
    }

    @Test
    void rootsUseIsHighAndARoleCalledRootIsNot() {
        String called = HOME + "/break-glass-x/root";
        assertThat(
                        findings(
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        root(HOME, "AKIAROOT")),
                                assumeRole("10T09:00:00", BOB_KEY, called, "ASIA1"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeVolumes",
                                        role(called, "10T09:00:00", "ASIA1"))))
                .isEqualTo(
                        """
                        ROOT_USED high, session, use, 2026-11-10T09:01:00Z: The root user was used. Root of account 111122223333 was used: long-term access key. [DescribeInstances@10T09:01:00]
                        PERSON_UNCERTAIN medium, session, use, 2026-11-10T09:01:00Z: The person is not certain. "root of 111122223333" is known by: root user, no person is recorded. [DescribeInstances@10T09:01:00]
                        """);
    }

    @Test
    void aSessionThatSeveralCallersOpenedIsHigh() {
        String shared = HOME + "/break-glass-x/ops";
        assertThat(
                        findings(
                                assumeRole("10T09:00:00", BOB_KEY, shared, "ASIA1"),
                                assumeRole(
                                                "10T09:00:00",
                                                user(HOME, "carol", "AKIACAROL"),
                                                shared,
                                                "ASIA2")
                                        .id("carol's"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DeleteVolume",
                                        role(shared, "10T09:00:00", "ASIA1"))))
                .contains(
                        "bob or another caller (break-glass-x in 111122223333) called DeleteVolume.")
                .contains(
                        "SEVERAL_CALLERS high, session, use, 2026-11-10T09:00:00Z: Several callers"
                                + " opened one session.");
    }

    @Test
    void changedIdentitiesAreHighUnlessTheCallFailed() {
        assertThat(
                        findings(
                                OPENING,
                                act("iam", "CreateUser"),
                                act("iam", "CreateAccessKey").failed("LimitExceeded", "no"),
                                act("iam", "GetUser")))
                .isEqualTo(
                        """
                        CREDENTIALS_CHANGED high, session, use, 2026-11-10T09:02:00Z: Identities or permissions were changed. bob (break-glass-admin in 111122223333) called CreateUser. [CreateUser@10T09:02:00]
                        """);
    }

    @Test
    void deletedThingsAreMedium() {
        assertThat(findings(OPENING, act("ec2", "TerminateInstances"), act("ec2", "StopInstances")))
                .isEqualTo(
                        """
                        THINGS_DELETED medium, session, use, 2026-11-10T09:02:00Z: Something was deleted. bob (break-glass-admin in 111122223333) called TerminateInstances. [TerminateInstances@10T09:02:00]
                        """);
    }

    @Test
    void secretsReadAreMediumUnlessAServiceReadThem() {
        assertThat(
                        findings(
                                OPENING,
                                act("secretsmanager", "GetSecretValue"),
                                call(
                                        "10T09:05:00",
                                        "kms",
                                        "Decrypt",
                                        forwarded(SESSION, "secretsmanager"))))
                .isEqualTo(
                        """
                        SENSITIVE_READ medium, session, use, 2026-11-10T09:02:00Z: Secrets or data were read. bob (break-glass-admin in 111122223333) called GetSecretValue. [GetSecretValue@10T09:02:00]
                        """);
    }

    @Test
    void severalAddressesAreMediumAndServicesAreNoAddresses() {
        assertThat(
                        findings(
                                OPENING,
                                from("10T09:01:00", "198.51.100.7"),
                                from("10T09:02:00", "203.0.113.9"),
                                from("10T09:03:00", "2001:db8::1")))
                .isEqualTo(
                        """
                        SEVERAL_ADDRESSES medium, session, use, 2026-11-10T09:01:00Z: One session came from several addresses. bob (break-glass-admin in 111122223333) acted from 198.51.100.7, 2001:db8::1, 203.0.113.9. [DescribeInstances@10T09:01:00, DescribeInstances@10T09:02:00, DescribeInstances@10T09:03:00]
                        """);
        assertThat(
                        findings(
                                OPENING,
                                from("10T09:01:00", "198.51.100.7"),
                                from("10T09:02:00", "AWS Internal"),
                                from("10T09:03:00", "rds.amazonaws.com"),
                                from("10T09:04:00", "ec2.amazonaws.com.cn"),
                                from("10T09:05:00", "")))
                .isEqualTo("\n");
    }

    @Test
    void actionsMoreThanFiveMinutesAfterTheEndAreHigh() {
        LogRecord opening =
                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1")
                        .expiring("Nov 10, 2026, 10:00:00 AM");
        assertThat(findings(opening, call("10T10:05:01", "ec2", "DescribeInstances", SESSION)))
                .isEqualTo(
                        """
                        ACTED_AFTER_EXPIRY high, session, use, 2026-11-10T10:05:01Z: Actions after the credentials should have ended. The credentials end at 2026-11-10T10:00:00Z by the opening's answer; 1 action came later. [DescribeInstances@10T10:05:01]
                        """);
        assertThat(findings(opening, call("10T10:05:00", "ec2", "DescribeInstances", SESSION)))
                .isEqualTo("\n");
    }

    @Test
    void aMissingOpeningAndAnUncertainPersonAreMedium() {
        assertThat(findings(act("ec2", "DescribeInstances")))
                .isEqualTo(
                        """
                        OPENING_NOT_IN_LOGS medium, session, use, 2026-11-10T09:02:00Z: The opening is not in the logs. bob (break-glass-admin in 111122223333) acted in a session created at 2026-11-10T09:00:00Z, and no record shows who asked for its credentials. [DescribeInstances@10T09:02:00]
                        PERSON_UNCERTAIN medium, session, use, 2026-11-10T09:02:00Z: The person is not certain. "bob" is known by: session name only. [DescribeInstances@10T09:02:00]
                        """);
    }

    @Test
    void aChildOfAChainIsNotAskedForItsOpeningAgain() {
        String deploy = Trails.OTHER + "/deploy/bob";
        assertThat(
                        findings(
                                OPENING,
                                assumeRole("10T09:10:00", SESSION, deploy, "ASIA2"),
                                call(
                                        "10T09:11:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(deploy, "10T09:10:00", "ASIA2"))))
                .isEqualTo("\n");
    }

    @Test
    void refusedActionsAreLowAndOtherErrorsAreNone() {
        assertThat(
                        findings(
                                OPENING,
                                act("ec2", "RunInstances")
                                        .failed("Client.UnauthorizedOperation", "no"),
                                act("ec2", "StopInstances")
                                        .failed("InvalidInstanceID.NotFound", "no")))
                .isEqualTo(
                        """
                        ACTIONS_REFUSED low, session, use, 2026-11-10T09:02:00Z: AWS refused some actions. bob (break-glass-admin in 111122223333) was refused RunInstances. [RunInstances@10T09:02:00]
                        """);
    }

    @Test
    void aSessionThatCouldStillRunIsTold() {
        AuditReport report =
                Assembling.report(
                        Trails.WEEK,
                        at("10T20:59:59"),
                        Assembling.READING,
                        Trails.events(List.of(OPENING, act("ec2", "DescribeInstances"))));

        assertThat(Assembling.findings(report))
                .isEqualTo(
                        """
                        SESSION_OPEN info, session, use, 2026-11-10T09:00:00Z: The session could still run. When its credentials end is not in the records; more actions may follow. []
                        """);
    }

    @Test
    void credentialsIssuedBesideTheUsedOnesAreLow() {
        assertThat(
                        findings(
                                OPENING,
                                assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA2").id("second"),
                                act("ec2", "DescribeInstances")))
                .isEqualTo(
                        """
                        OPENING_NEVER_USED low, session, use, 2026-11-10T09:00:00Z: Credentials were issued and never used. bob (break-glass-admin in 111122223333) was given several credentials in one second; 1 key never used. [second]
                        """);
    }

    @Test
    void theWorstComeFirstThenTheEarliestThoseWithoutATimeLast() {
        AuditReport report =
                Assembling.report(
                        Assembling.reading(
                                List.of(
                                        Assembling.unreadable(
                                                "a.json.gz",
                                                HOME,
                                                "eu-central-1",
                                                at("10T09:00:00")))),
                        OPENING,
                        act("iam", "CreateUser"),
                        act("cloudtrail", "StopLogging"),
                        call("10T09:01:00", "ec2", "DescribeInstances", root(HOME, "AKIAROOT")),
                        act("ec2", "TerminateInstances"));

        assertThat(report.findings())
                .extracting(Finding::code)
                .containsExactly(
                        "GUARD_TOUCHED",
                        "ROOT_USED",
                        "CREDENTIALS_CHANGED",
                        "INPUT_UNREADABLE",
                        "PERSON_UNCERTAIN",
                        "THINGS_DELETED");
    }

    @Test
    void whatCarriedSessionsDidIsNotFoundAgain() {
        assertThat(
                        findings(
                                call(
                                        "09T00:30:00",
                                        "iam",
                                        "CreateUser",
                                        role(BOB, "08T23:30:00", "ASIA1"))))
                .isEqualTo("\n");
    }

    private static LogRecord act(String service, String name) {
        return call("10T09:02:00", service, name, SESSION);
    }

    private static LogRecord from(String time, String ip) {
        return call(time, "ec2", "DescribeInstances", SESSION).put("sourceIPAddress", ip);
    }

    private static String findings(LogRecord... records) {
        return Assembling.findings(Assembling.report(records));
    }
}
