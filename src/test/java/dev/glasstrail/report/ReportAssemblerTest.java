package dev.glasstrail.report;

import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.LogRecord.visit;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.session.LogRecord;
import dev.glasstrail.session.Trails;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rows of a report, compared whole.
final class ReportAssemblerTest {

    private static final String BOB = HOME + "/ops/break-glass-admin/bob";
    private static final String SESSION = role(BOB, "10T09:00:00", "ASIA1");
    private static final String BOB_KEY = user(HOME, "bob", "AKIABOB");
    private static final LogRecord OPENING =
            assumeRole("10T09:00:00", BOB_KEY, BOB, "ASIA1")
                    .expiring("Nov 10, 2026, 10:00:00 AM")
                    .with("requestParameters", "serialNumber", "arn:aws:iam::111122223333:mfa/bob");

    @Test
    void aSessionIsToldInOneRow() {
        AuditReport report =
                Assembling.report(
                        OPENING,
                        call("10T09:01:00", "ec2", "DescribeInstances", SESSION),
                        call("10T09:02:00", "ec2", "StopInstances", SESSION)
                                .failed("Client.UnauthorizedOperation", "no"),
                        call("10T09:03:00", "kms", "Unmarked", role(BOB, "10T09:00:00", "ASIA2"))
                                .without("readOnly"));

        assertThat(lines(report.sessions()))
                .isEqualTo(
                        """
                        SessionRow[id=dac7d8aaf0987274
                          useId=BG-2026-W46-49b6
                          glass=break-glass-admin
                          watched=true
                          account=111122223333
                          role=RoleRow[arn=arn:aws:iam::111122223333:role/ops/break-glass-admin
                          name=break-glass-admin
                          permissionSet=null]
                          person=PersonRow[name=bob
                          userId=null
                          email=null
                          source=IAM user who asked for the credentials]
                          principalId=AROABREAKGLASSADMIN:bob
                          arn=arn:aws:sts::111122223333:assumed-role/break-glass-admin/bob
                          channel=AssumeRole
                          createdAt=2026-11-10T09:00:00Z
                          openedAt=2026-11-10T09:00:00Z
                          openedBy=arn:aws:iam::111122223333:user/bob
                          openingEventIds=[AssumeRole@10T09:00:00]
                          openings=[OpeningRow[eventId=AssumeRole@10T09:00:00
                          copies=[]
                          at=2026-11-10T09:00:00Z
                          name=AssumeRole
                          region=eu-central-1
                          by=arn:aws:iam::111122223333:user/bob
                          ip=198.51.100.7
                          userAgent=aws-cli/2.27.0
                          issuedKey=ASIA1
                          used=true]]
                          issuedUnusedKeys=[]
                          sessionName=bob
                          sourceIdentity=null
                          signInSessionArn=null
                          mfa=yes
                          expiresAt=2026-11-10T10:00:00Z
                          open=false
                          carriedFrom=null
                          firstActionAt=2026-11-10T09:01:00Z
                          lastActionAt=2026-11-10T09:03:00Z
                          actions=3
                          reads=1
                          writes=1
                          unknownAccess=1
                          errors=1
                          forwarded=0
                          errorCodes={Client.UnauthorizedOperation=1}
                          accessKeyIds=[ASIA1
                          ASIA2]
                          sourceIps=[198.51.100.7]
                          userAgents=[aws-cli/2.27.0]
                          regions=[eu-central-1]
                          services={ec2.amazonaws.com=2
                          kms.amazonaws.com=1}
                          joins={principal
                          session name and creation date=3}
                          parentId=null
                          depth=0
                          alarm=[AlarmVerdictRow[eventId=AssumeRole@10T09:00:00
                          rule=null
                          account=111122223333
                          region=eu-central-1
                          verdict=NOT_CHECKED
                          cause=null
                          text=null
                          fix=null
                          delaySeconds=null
                          proof=null]]
                          explanation=ExplanationRow[status=not checked
                          text=null
                          ticket=null
                          author=null
                          at=null
                          source=null]
                          findings=[ACTIONS_REFUSED]]
                        """);
    }

    @Test
    void aUseIsToldInOneRow() {
        AuditReport report =
                Assembling.report(
                        OPENING,
                        call("10T09:01:00", "ec2", "DescribeInstances", SESSION),
                        call("10T09:02:00", "iam", "CreateUser", SESSION),
                        assumeRole("10T09:30:00", BOB_KEY, BOB, "ASIA9"),
                        refused("10T09:40:00"));

        assertThat(lines(report.uses()))
                .isEqualTo(
                        """
                        UseRow[id=BG-2026-W46-49b6
                          number=1
                          glass=break-glass-admin
                          person=PersonRow[name=bob
                          userId=null
                          email=null
                          source=IAM user who asked for the credentials]
                          account=111122223333
                          from=2026-11-10T09:00:00Z
                          to=2026-11-10T09:30:00Z
                          sessionIds=[dac7d8aaf0987274]
                          openings=2
                          unused=1
                          denied=1
                          classification=not checked
                          open=false
                          actions=2
                          reads=1
                          writes=1
                          errors=0
                          severity=high]
                        """);
    }

    @Test
    void anActionIsToldInOneRowWithItsSecretsMasked() {
        AuditReport report =
                Assembling.report(
                        OPENING,
                        call("10T09:02:00", "iam", "CreateLoginProfile", SESSION)
                                .request("{\"userName\":\"temp\",\"password\":\"Tr0ub4dor3\"}")
                                .resource("arn:aws:iam::111122223333:user/temp")
                                .failed("PasswordPolicyViolation", "bad: password=Tr0ub4dor3"));

        assertThat(report.actions().sessions()).hasSize(1);
        assertThat(lines(report.actions().sessions().iterator().next()))
                .isEqualTo(
                        """
                        ActionRow[sessionId=dac7d8aaf0987274
                          eventId=CreateLoginProfile@10T09:02:00
                          time=2026-11-10T09:02:00Z
                          source=iam.amazonaws.com
                          name=CreateLoginProfile
                          region=eu-central-1
                          account=111122223333
                          readOnly=false
                          errorCode=PasswordPolicyViolation
                          errorMessage=bad: password=***
                          ip=198.51.100.7
                          userAgent=aws-cli/2.27.0
                          accessKeyId=ASIA1
                          invokedBy=null
                          risk=credentials
                          join=principal
                          session name and creation date
                          resources=[arn:aws:iam::111122223333:user/temp]
                          parameters={"userName":"temp","password":"***"}]
                        """);
    }

    @Test
    void attemptsAreToldInOneRowEachWithTheirSecretsMasked() {
        AuditReport report =
                Assembling.report(
                        refused("10T09:00:00").put("userAgent", "x password=hunter2"),
                        visit("10T10:00:00", "Federate", "u-1", HOME, "break-glass")
                                .failed("ForbiddenException", "No access"));

        assertThat(lines(report.deniedOpenings()))
                .isEqualTo(
                        """
                        DeniedOpening[useId=null
                          account=111122223333
                          role=RoleRow[arn=arn:aws:iam::111122223333:role/break-glass-admin
                          name=break-glass-admin
                          permissionSet=null]
                          person=PersonRow[name=bob
                          userId=null
                          email=null
                          source=IAM user who asked for the credentials]
                          at=2026-11-10T09:00:00Z
                          eventId=AssumeRole@10T09:00:00
                          name=AssumeRole
                          errorCode=AccessDenied
                          errorMessage=not authorized on resource: arn:aws:iam::111122223333:role/break-glass-admin with token=***
                          region=eu-central-1
                          ip=198.51.100.7
                          userAgent=x password=***
                          alarm=[AlarmVerdictRow[eventId=AssumeRole@10T09:00:00
                          rule=null
                          account=111122223333
                          region=eu-central-1
                          verdict=NOT_CHECKED
                          cause=null
                          text=null
                          fix=null
                          delaySeconds=null
                          proof=null]]]
                        DeniedOpening[useId=null
                          account=111122223333
                          role=RoleRow[arn=
                          name=break-glass
                          permissionSet=break-glass]
                          person=PersonRow[name=u-1
                          userId=u-1
                          email=null
                          source=Identity Center portal record of that time
                          account and permission set]
                          at=2026-11-10T10:00:00Z
                          eventId=Federate@10T10:00:00
                          name=Federate
                          errorCode=ForbiddenException
                          errorMessage=No access
                          region=eu-central-1
                          ip=198.51.100.7
                          userAgent=aws-cli/2.27.0
                          alarm=[AlarmVerdictRow[eventId=Federate@10T10:00:00
                          rule=null
                          account=999988887777
                          region=eu-central-1
                          verdict=NOT_CHECKED
                          cause=null
                          text=null
                          fix=null
                          delaySeconds=null
                          proof=null]]]
                        """);
    }

    @Test
    void unusedOpeningsAreToldInOneRowEach() {
        assertThat(lines(Assembling.report(OPENING).unusedOpenings()))
                .isEqualTo(
                        """
                        UnusedOpening[useId=BG-2026-W46-49b6
                          account=111122223333
                          role=RoleRow[arn=arn:aws:iam::111122223333:role/ops/break-glass-admin
                          name=break-glass-admin
                          permissionSet=null]
                          person=PersonRow[name=bob
                          userId=null
                          email=null
                          source=IAM user who asked for the credentials]
                          openedAt=2026-11-10T09:00:00Z
                          channel=AssumeRole
                          eventIds=[AssumeRole@10T09:00:00]
                          accessKeyIds=[ASIA1]
                          openings=[OpeningRow[eventId=AssumeRole@10T09:00:00
                          copies=[]
                          at=2026-11-10T09:00:00Z
                          name=AssumeRole
                          region=eu-central-1
                          by=arn:aws:iam::111122223333:user/bob
                          ip=198.51.100.7
                          userAgent=aws-cli/2.27.0
                          issuedKey=ASIA1
                          used=false]]
                          alarm=[AlarmVerdictRow[eventId=AssumeRole@10T09:00:00
                          rule=null
                          account=111122223333
                          region=eu-central-1
                          verdict=NOT_CHECKED
                          cause=null
                          text=null
                          fix=null
                          delaySeconds=null
                          proof=null]]]
                        """);
    }

    @Test
    void aSecretInASessionsNameIsMaskedWhereverItStands() {
        String session = HOME + "/break-glass-admin/password=hunter2";

        AuditReport report =
                Assembling.report(
                        assumeRole("10T09:00:00", BOB_KEY, session, "ASIA1"),
                        call(
                                "10T09:01:00",
                                "ec2",
                                "DescribeInstances",
                                role(session, "10T09:00:00", "ASIA1")));

        assertThat(report.toString() + report.actions().sessions()).doesNotContain("hunter2");
    }

    @Test
    void guardsAreToldWithTheSessionThatTouchedThem() {
        AuditReport report =
                Assembling.report(
                        OPENING,
                        call("10T09:02:00", "cloudtrail", "StopLogging", SESSION)
                                .request("{\"name\":\"organisation-trail\"}"),
                        call("10T09:05:00", "events", "PutRule", BOB_KEY));

        assertThat(lines(report.guards()))
                .isEqualTo(
                        """
                        GuardTouch[at=2026-11-10T09:02:00Z
                          account=111122223333
                          region=eu-central-1
                          source=cloudtrail.amazonaws.com
                          name=StopLogging
                          by=arn:aws:sts::111122223333:assumed-role/break-glass-admin/bob
                          target=organisation-trail
                          errorCode=null
                          eventId=StopLogging@10T09:02:00
                          sessionId=dac7d8aaf0987274]
                        GuardTouch[at=2026-11-10T09:05:00Z
                          account=111122223333
                          region=eu-central-1
                          source=events.amazonaws.com
                          name=PutRule
                          by=arn:aws:iam::111122223333:user/bob
                          target=
                          errorCode=null
                          eventId=PutRule@10T09:05:00
                          sessionId=null]
                        """);
    }

    @Test
    void aSessionCarriedFromAnEarlierWindowNamesThatWindowAndIsNotCounted() {
        LogRecord carried =
                call("10T00:30:00", "ec2", "RunInstances", role(BOB, "08T23:30:00", "ASIA1"));

        assertThat(carriedFrom("2026-11-09", "2026-11-16", carried)).isEqualTo("2026-W45");
        assertThat(carriedFrom("2026-11-10", "2026-11-11", carried))
                .isEqualTo("2026-11-08--2026-11-09");
        assertThat(carriedFrom("2026-11-10T00:00:00Z", "2026-11-10T12:00:00Z", carried))
                .isEqualTo("2026-11-08T1200Z--2026-11-09T0000Z");
    }

    @Test
    void aReportIsProvisionalWhileAnythingMayStillHappen() {
        LogRecord action = call("10T09:01:00", "ec2", "DescribeInstances", SESSION);

        assertThat(because("2026-11-15T00:00:00Z", OPENING, action))
                .isEqualTo("The window 2026-W46 is not over before 2026-11-16T00:00:00Z.");
        assertThat(because("2026-11-16T00:59:59Z", OPENING, action))
                .isEqualTo("Records of the window 2026-W46 may arrive until 2026-11-16T01:00:00Z.");
        assertThat(because("2026-11-16T01:00:00Z", OPENING, action)).isEqualTo("null");
        assertThat(
                        because(
                                "2026-11-16T01:00:00Z",
                                call(
                                        "15T23:00:00",
                                        "ec2",
                                        "RunInstances",
                                        role(BOB, "15T22:00:00", "A")),
                                assumeRole(
                                        "15T23:00:00", BOB_KEY, OTHER + "/break-glass-x/y", "B")))
                .isEqualTo(
                        "1 session could still run and 1 unused opening could still be used"
                                + " when the report was made.");
    }

    @Test
    void aReportOfNothingHasEmptyListsAndNoWatermark() {
        AuditReport report = Assembling.report(Assembling.reading(0, List.of(), List.of()));

        assertThat(report.totals().toString())
                .isEqualTo(
                        """
                        Totals[uses=0, people=0, sessions=0, chained=0, open=0, carried=0, openings=0, unused=0, denied=0, actions=0, reads=0, writes=0, unknownAccess=0, errors=0, accounts=0, findings={critical=0, high=0, medium=0, low=0, info=0}]\
                        """);
        assertThat(report.window().watermark()).isNull();
        assertThat(report.uses()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(report.usesOverTime()).hasSize(7);
        assertThat(report.actions().size()).isZero();
    }

    private static String because(String asOf, LogRecord... records) {
        ReportWindow window =
                Assembling.report(
                                Trails.WEEK,
                                Instant.parse(asOf),
                                Assembling.READING,
                                Trails.events(List.of(records)))
                        .window();
        assertThat(window.provisional()).isEqualTo(window.provisionalBecause() != null);
        return String.valueOf(window.provisionalBecause());
    }

    private static String carriedFrom(String from, String to, LogRecord record) {
        AuditReport report =
                Assembling.report(
                        AuditWindow.between(from, to),
                        Trails.LATER,
                        Assembling.READING,
                        Trails.events(List.of(record)));
        assertThat(report.totals().sessions()).isZero();
        assertThat(report.totals().carried()).isEqualTo(1);
        assertThat(report.totals().actions()).isZero();
        assertThat(report.sessions().getFirst().useId()).isNull();
        return String.valueOf(report.sessions().getFirst().carriedFrom());
    }

    private static LogRecord refused(String time) {
        return call(time, "sts", "AssumeRole", BOB_KEY)
                .failed(
                        "AccessDenied",
                        "not authorized on resource: arn:aws:iam::"
                                + HOME
                                + ":role/break-glass-admin with token=abcdef0123456789");
    }

    /// Rows with one member on each line.
    private static String lines(List<?> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(String.valueOf(row).replace(", ", "\n  ")).append('\n'));
        return lines.toString();
    }
}
