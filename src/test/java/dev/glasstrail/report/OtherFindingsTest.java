package dev.glasstrail.report;

import static dev.glasstrail.session.Identities.SSO_ROLE;
import static dev.glasstrail.session.Identities.bareRole;
import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.root;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.saml;
import static dev.glasstrail.session.LogRecord.visit;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.session.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Findings about attempts, about others and about the input.
final class OtherFindingsTest {

    private static final String BOB = HOME + "/break-glass-admin/bob";
    private static final String SESSION = role(BOB, "10T09:00:00", "ASIA1");
    private static final String BOB_KEY = user(HOME, "bob", "AKIABOB");
    private static final LogRecord OPENING = assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1");

    @Test
    void aRootSignInWithNothingAfterItIsHigh() {
        assertThat(findings(call("10T09:00:00", "signin", "ConsoleLogin", root(HOME, ""))))
                .contains("ROOT_USED high", "The root user signed in.")
                .doesNotContain("OPENING_NEVER_USED");
    }

    @Test
    void guardsThatOthersTouchAreToldApartFromThoseThatTheyTriedTo() {
        assertThat(
                        findings(
                                call("10T09:01:00", "events", "PutRule", BOB_KEY),
                                call("10T09:02:00", "events", "DeleteRule", BOB_KEY)
                                        .failed("AccessDenied", "no"),
                                call("16T09:02:00", "events", "DeleteRule", BOB_KEY)))
                .isEqualTo(
                        """
                        GUARD_TOUCHED_OUTSIDE medium, 2026-11-10T09:01:00Z: Somebody outside these sessions changed what may watch the glass. arn:aws:iam::111122223333:user/bob called PutRule. [PutRule@10T09:01:00]
                        GUARD_ATTEMPTED_OUTSIDE low, 2026-11-10T09:02:00Z: Somebody outside these sessions tried to change what may watch the glass. arn:aws:iam::111122223333:user/bob called DeleteRule and was refused. [DeleteRule@10T09:02:00]
                        """);
    }

    @Test
    void unusedCredentialsAreLow() {
        assertThat(findings(OPENING))
                .isEqualTo(
                        """
                        OPENING_NEVER_USED low, use, 2026-11-10T09:00:00Z: Credentials were issued and never used. bob opened break-glass-admin in 111122223333, and no action with these credentials is in the logs. [AssumeRole@10T09:00:00]
                        """);
    }

    @Test
    void refusedAttemptsAreOneFindingForAPersonAGlassAndAUse() {
        assertThat(
                        findings(
                                refused("10T08:30:00", "bob"),
                                OPENING,
                                act("ec2", "DescribeInstances"),
                                refused("10T09:30:00", "bob"),
                                refused("11T09:30:00", "bob"),
                                refused("11T09:31:00", "carol")))
                .isEqualTo(
                        """
                        ATTEMPT_REFUSED medium, use, 2026-11-10T08:30:00Z: An attempt on a glass was refused. bob tried break-glass-admin in 111122223333, 2 times. [AssumeRole@10T08:30:00, AssumeRole@10T09:30:00]
                        ATTEMPT_REFUSED medium, 2026-11-11T09:30:00Z: An attempt on a glass was refused. bob tried break-glass-admin in 111122223333, 1 time. [AssumeRole@11T09:30:00]
                        ATTEMPT_REFUSED medium, 2026-11-11T09:31:00Z: An attempt on a glass was refused. carol tried break-glass-admin in 111122223333, 1 time. [AssumeRole@11T09:31:00]
                        """);
    }

    @Test
    void aVisitToThePortalWithoutAnOpeningIsHigh() {
        assertThat(
                        findings(
                                visit(
                                        "10T09:00:00",
                                        "GetRoleCredentials",
                                        "u-alice",
                                        HOME,
                                        "break-glass")))
                .isEqualTo(
                        """
                        OPENING_MISSING high, 2026-11-10T09:00:00Z: Identity Center gave credentials that the account's log does not show. u-alice asked for break-glass in 111122223333; no AssumeRoleWithSAML follows there within seconds. [GetRoleCredentials@10T09:00:00]
                        """);
        assertThat(
                        findings(
                                visit(
                                        "10T09:00:00",
                                        "GetRoleCredentials",
                                        "u-alice",
                                        HOME,
                                        "break-glass"),
                                saml("10T09:00:02", HOME + "/" + SSO_ROLE + "/alice", "ASIA1"),
                                call(
                                        "10T09:01:00",
                                        "ec2",
                                        "DescribeInstances",
                                        role(
                                                HOME + "/" + SSO_ROLE + "/alice",
                                                "10T09:00:02",
                                                "ASIA1",
                                                "u-alice"))))
                .isEqualTo("\n");
    }

    @Test
    void recordsOfAGlassWithoutASessionAreMedium() {
        assertThat(findings(call("10T09:00:00", "sso", "ListProfiles", bareRole(BOB))))
                .isEqualTo(
                        """
                        RECORDS_WITHOUT_SESSION medium, 2026-11-10T09:00:00Z: Records of a glass belong to no session. 1 record of a watched role name no session, and none was open at that time. [ListProfiles@10T09:00:00]
                        """);
    }

    @Test
    void copiesThatDifferAreCritical() {
        assertThat(
                        findings(
                                OPENING,
                                act("ec2", "DescribeInstances"),
                                act("ec2", "DescribeInstances")
                                        .put("sourceIPAddress", "198.51.100.8")))
                .contains("COPIES_DIFFER critical");
        assertThat(
                        findings(
                                OPENING,
                                act("ec2", "DescribeInstances"),
                                act("ec2", "DescribeInstances")))
                .isEqualTo("\n");
    }

    @Test
    void unreadableInputIsHigh() {
        AuditReport report =
                Assembling.report(
                        Assembling.reading(
                                List.of(
                                        Assembling.unreadable(
                                                "a.json.gz",
                                                HOME,
                                                "eu-central-1",
                                                at("10T09:00:00")))));

        assertThat(Assembling.findings(report))
                .isEqualTo(
                        """
                        INPUT_UNREADABLE high: Some of the logs could not be read. 1 file or record could not be read whole; the coverage section names each. []
                        """);
    }

    private static LogRecord act(String service, String name) {
        return call("10T09:02:00", service, name, SESSION);
    }

    private static LogRecord refused(String time, String name) {
        return call(time, "sts", "AssumeRole", user(HOME, name, "AKIA1"))
                .failed(
                        "AccessDenied",
                        "on resource: arn:aws:iam::" + HOME + ":role/break-glass-admin");
    }

    private static String findings(LogRecord... records) {
        return Assembling.findings(Assembling.report(records));
    }
}
