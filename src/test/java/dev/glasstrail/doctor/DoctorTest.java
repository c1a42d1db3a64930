package dev.glasstrail.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says, whole.
final class DoctorTest {

    private static final String ATHENA =
            """
            glass: {roles: ["*-break-glass"], root: true}
            source:
              kind: athena
              bucket: s3://your-trail-bucket
              accounts: ["111122223333", "444455556666"]
              regions: [eu-central-1, us-east-1]
              athena: {workgroup: audit}
            aws:
              region: eu-central-1
              role: arn:aws:iam::111122223333:role/glasstrail
              reader: glasstrail-reader
              external-id: your-company-glasstrail
              endpoints: {athena: AT_HAND, cloudtrail: AT_HAND, s3: AT_HAND, sts: AT_HAND}
            people: {file: people.csv}
            """;

    private static final String BUCKET =
            """
            glass: {roles: ["*-break-glass"], root: true}
            source: {kind: s3, bucket: "s3://your-trail-bucket", accounts: ["111122223333", "777788889999"]}
            aws:
              region: eu-central-1
              endpoints: {cloudtrail: AT_HAND, s3: AT_HAND, sts: AT_HAND}
            """;

    private static final String LOOKUP =
            """
            glass: {roles: ["*-break-glass"], root: true}
            source: {kind: lookup, accounts: ["111122223333", "444455556666"], regions: [us-east-1]}
            aws:
              region: eu-central-1
              endpoints: {cloudtrail: AT_HAND, sts: AT_HAND}
            """;

    private static final String HISTORIES =
            """
            source: {kind: lookup, accounts: ["444455556666"], regions: [us-east-1]}
            aws:
              region: eu-central-1
              reader: glasstrail-reader
              endpoints: {cloudtrail: AT_HAND, sts: AT_HAND}
            """;

    private static final String TRINO =
            """
            glass: {users: [emergency]}
            source: {kind: trino, trino: {url: "jdbc:trino://trino.example.com:8443"}}
            """;

    private static final String FOLDER =
            """
            source: {kind: files, logs: logs, bucket: "s3://your-trail-bucket"}
            aws:
              region: eu-central-1
              endpoints: {cloudtrail: AT_HAND, s3: AT_HAND, sts: AT_HAND}
            people: {file: nobody.csv}
            """;

    @TempDir Path folder;
    private Surgery surgery;

    @BeforeEach
    void open() throws IOException {
        surgery = new Surgery(folder);
    }

    @AfterEach
    void close() {
        surgery.close();
    }

    @Test
    void whereAllIsWellEveryLineIsOk() throws Exception {
        assertThat(surgery.examine(ATHENA))
                .isEqualTo(
                        """
                        ok       watched: 1 pattern of roles, 0 patterns of users, root
                        ok       people: people.csv, 2 people
                        ok       reports in reports/out: does not exist yet and can be made
                        ok       region: eu-central-1
                        ok       credentials: arn:aws:iam::111122223333:user/scheduler
                        ok       clock: less than 2 minutes off AWS
                        ok       role arn:aws:iam::111122223333:role/glasstrail: taken as arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        ok       role arn:aws:iam::444455556666:role/glasstrail-reader: taken as arn:aws:sts::444455556666:assumed-role/glasstrail-reader/glasstrail-doctor
                        ok       workgroup audit: is enabled
                        ok       query engine: Athena engine version 3
                        ok       bytes limit: 1,099,511,627,776 bytes a query
                        ok       place of results: s3://your-athena-results/glasstrail/
                        ok       bucket of results: your-athena-results is in eu-central-1; that it can be written shows with the first query
                        ok       table AwsDataCatalog.default.cloudtrail_logs: 33 columns
                        ok       columns of the table: all that a report wants
                        ok       partitions of the table: 2 accounts, 2 regions, from 2020-01-01 on
                        ok       logs in s3://your-trail-bucket/AWSLogs/: can be listed
                        ok       a log file: 111122223333_CloudTrail_eu-central-1_20261117T0835Z_new.json.gz can be read
                        ok       accounts in the bucket: all 2 that are named
                        ok       where the table looks: the log file lies there
                        ok       accounts of the table: all 2 in the bucket
                        ok       trails: everything, delivering into your-trail-bucket
                        ok       trails seen in 444455556666: everything, delivering into your-trail-bucket
                        ok       reach of everything: all accounts of the organization, every region
                        ok       digests of everything: log file validation is on
                        ok       logging of everything: it logs and delivered last at 2026-11-17T08:36:12Z
                        ok       events of everything: all management events, no data events
                        """);
    }

    @Test
    void deniedAccessNamesThePermissionAndWhoNeedsIt() throws Exception {
        surgery.aws()
                .refusing(
                        "AccessDeniedException",
                        "no",
                        "GetWorkGroup",
                        "GetTableMetadata",
                        "DescribeTrails")
                .refusing("AccessDenied", "no", "ListObjectsV2", "GetBucketLocation");

        assertThat(surgery.examine(ATHENA))
                .isEqualTo(
                        """
                        ok       watched: 1 pattern of roles, 0 patterns of users, root
                        ok       people: people.csv, 2 people
                        ok       reports in reports/out: does not exist yet and can be made
                        ok       region: eu-central-1
                        ok       credentials: arn:aws:iam::111122223333:user/scheduler
                        ok       clock: less than 2 minutes off AWS
                        ok       role arn:aws:iam::111122223333:role/glasstrail: taken as arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        ok       role arn:aws:iam::444455556666:role/glasstrail-reader: taken as arn:aws:sts::444455556666:assumed-role/glasstrail-reader/glasstrail-doctor
                        failed   workgroup audit: access is denied; allow athena:GetWorkGroup to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        skipped  query engine: the workgroup is not known
                        skipped  bytes limit: the workgroup is not known
                        skipped  place of results: the workgroup is not known
                        skipped  bucket of results: the workgroup is not known
                        failed   table AwsDataCatalog.default.cloudtrail_logs: access is denied; allow athena:GetTableMetadata and glue:GetTable to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        skipped  columns of the table: the table is not known
                        skipped  partitions of the table: the table is not known
                        failed   logs in s3://your-trail-bucket/: access is denied; allow s3:ListBucket to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        skipped  a log file: none was found
                        skipped  accounts in the bucket: no folder of an account was found
                        skipped  where the table looks: no log was found to compare with
                        skipped  accounts of the table: no log was found to compare with
                        warning  trails: access is denied; allow cloudtrail:DescribeTrails to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        warning  trails seen in 444455556666: access is denied; allow cloudtrail:DescribeTrails to arn:aws:iam::444455556666:role/glasstrail-reader
                        skipped  logging: no trail is known
                        skipped  event selectors: no trail is known
                        """);
    }

    @Test
    void aRoleThatIsNotTakenEndsTheQuestions() throws Exception {
        surgery.aws().refusing("AccessDenied", "no", "AssumeRole");

        assertThat(surgery.examine(ATHENA))
                .isEqualTo(
                        """
                        ok       watched: 1 pattern of roles, 0 patterns of users, root
                        ok       people: people.csv, 2 people
                        ok       reports in reports/out: does not exist yet and can be made
                        ok       region: eu-central-1
                        ok       credentials: arn:aws:iam::111122223333:user/scheduler
                        ok       clock: less than 2 minutes off AWS
                        failed   role arn:aws:iam::111122223333:role/glasstrail: access is denied; allow sts:AssumeRole on it, and in its trust policy, to arn:aws:iam::111122223333:user/scheduler
                        skipped  role arn:aws:iam::111122223333:role/glasstrail-reader: the role is not taken
                        skipped  role arn:aws:iam::444455556666:role/glasstrail-reader: the role is not taken
                        skipped  workgroup audit: the role is not taken
                        skipped  query engine: the role is not taken
                        skipped  bytes limit: the role is not taken
                        skipped  place of results: the role is not taken
                        skipped  bucket of results: the role is not taken
                        skipped  table AwsDataCatalog.default.cloudtrail_logs: the role is not taken
                        skipped  columns of the table: the role is not taken
                        skipped  partitions of the table: the role is not taken
                        skipped  logs in s3://your-trail-bucket/: the role is not taken
                        skipped  a log file: the role is not taken
                        skipped  accounts in the bucket: the role is not taken
                        skipped  where the table looks: the role is not taken
                        skipped  accounts of the table: the role is not taken
                        skipped  trails: the role is not taken
                        skipped  trails seen in 111122223333: the role is not taken
                        skipped  trails seen in 444455556666: the role is not taken
                        skipped  logging: the role is not taken
                        skipped  event selectors: the role is not taken
                        """);
    }

    @Test
    void expiredCredentialsEndTheQuestions() throws Exception {
        surgery.aws()
                .refusing(
                        "ExpiredToken",
                        "The security token included in the request is expired",
                        "GetCallerIdentity",
                        "AssumeRole");

        assertThat(surgery.examine(ATHENA))
                .isEqualTo(
                        """
                        ok       watched: 1 pattern of roles, 0 patterns of users, root
                        ok       people: people.csv, 2 people
                        ok       reports in reports/out: does not exist yet and can be made
                        ok       region: eu-central-1
                        failed   credentials: the credentials have expired; sign in again or renew them
                        ok       clock: less than 2 minutes off AWS
                        skipped  role arn:aws:iam::111122223333:role/glasstrail: no usable credentials
                        skipped  role arn:aws:iam::111122223333:role/glasstrail-reader: no usable credentials
                        skipped  role arn:aws:iam::444455556666:role/glasstrail-reader: no usable credentials
                        skipped  workgroup audit: no usable credentials
                        skipped  query engine: no usable credentials
                        skipped  bytes limit: no usable credentials
                        skipped  place of results: no usable credentials
                        skipped  bucket of results: no usable credentials
                        skipped  table AwsDataCatalog.default.cloudtrail_logs: no usable credentials
                        skipped  columns of the table: no usable credentials
                        skipped  partitions of the table: no usable credentials
                        skipped  logs in s3://your-trail-bucket/: no usable credentials
                        skipped  a log file: no usable credentials
                        skipped  accounts in the bucket: no usable credentials
                        skipped  where the table looks: no usable credentials
                        skipped  accounts of the table: no usable credentials
                        skipped  trails: no usable credentials
                        skipped  trails seen in 111122223333: no usable credentials
                        skipped  trails seen in 444455556666: no usable credentials
                        skipped  logging: no usable credentials
                        skipped  event selectors: no usable credentials
                        """);
    }

    @Test
    void aClockThatIsTenMinutesOffIsToldInMinutes() throws Exception {
        surgery.aheadBy(Duration.ofMinutes(10));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "clock"))
                .isEqualTo(
                        """
                        failed   clock: this machine is 10.0 minutes ahead of AWS; set its clock, best by NTP; AWS refuses what is signed 5 minutes off
                        """);
    }

    @Test
    void aBucketIsLookedIntoOnTheWayToItsNewestLog() throws Exception {
        assertThat(surgery.examine(BUCKET))
                .isEqualTo(
                        """
                        ok       watched: 1 pattern of roles, 0 patterns of users, root
                        ok       reports in reports/out: does not exist yet and can be made
                        ok       region: eu-central-1
                        ok       credentials: arn:aws:iam::111122223333:user/scheduler
                        ok       clock: less than 2 minutes off AWS
                        ok       logs in s3://your-trail-bucket/: can be listed
                        ok       a log file: 111122223333_CloudTrail_eu-central-1_20261117T0835Z_new.json.gz can be read
                        warning  accounts in the bucket: nothing of 777788889999; see whether the trail is an organization's, and correct source.accounts
                        ok       trails: everything, delivering into your-trail-bucket
                        ok       reach of everything: all accounts of the organization, every region
                        ok       digests of everything: log file validation is on
                        ok       logging of everything: it logs and delivered last at 2026-11-17T08:36:12Z
                        ok       events of everything: all management events, no data events
                        """);
    }

    @Test
    void theEventHistoryOfAnotherAccountNeedsAReader() throws Exception {
        assertThat(surgery.examine(LOOKUP))
                .isEqualTo(
                        """
                        ok       watched: 1 pattern of roles, 0 patterns of users, root
                        ok       reports in reports/out: does not exist yet and can be made
                        ok       region: eu-central-1
                        ok       credentials: arn:aws:iam::111122223333:user/scheduler
                        ok       clock: less than 2 minutes off AWS
                        ok       event history of 111122223333 in us-east-1: can be read; the last event is of 2026-11-17T08:30:00Z
                        failed   event history of 444455556666: the credentials are of account 111122223333; set aws.reader, and deploy config/aws/audited-account.yaml there
                        """);
    }

    @Test
    void trinoNeedsNothingOfAws() throws Exception {
        assertThat(surgery.examine(TRINO))
                .isEqualTo(
                        """
                        ok       watched: 0 patterns of roles, 1 pattern of users, not root
                        ok       reports in reports/out: does not exist yet and can be made
                        ok       Trino: answers and has the table; Reads the days of delivery.
                        """);
    }

    @Test
    void whatTheSourceDoesNotUseIsAWarningAtTheMost() throws Exception {
        surgery.aws().refusing("InvalidClientTokenId", "no", "GetCallerIdentity");

        assertThat(surgery.examine(FOLDER))
                .isEqualTo(
                        """
                        warning  watched: nothing is watched; set glass.roles, glass.users or glass.root, or give --role, --user or --root
                        failed   logs in logs: does not exist; name the folder that holds AWSLogs, or make it with aws s3 sync
                        failed   people: nobody.csv:1: there is no such file of people; name one in people.file
                        ok       reports in reports/out: does not exist yet and can be made
                        ok       region: eu-central-1
                        warning  credentials: AWS does not know these credentials; check the profile and the access key
                        ok       clock: less than 2 minutes off AWS
                        skipped  logs in s3://your-trail-bucket/: no usable credentials
                        skipped  a log file: no usable credentials
                        skipped  trails: no usable credentials
                        skipped  logging: no usable credentials
                        skipped  event selectors: no usable credentials
                        """);
    }

    @Test
    void whatIsDeniedFurtherInIsToldToo() throws Exception {
        surgery.aws()
                .refusing("AccessDenied", "no", "GetBucketLocation", "GetObject")
                .refusing("AccessDeniedException", "no", "GetTrailStatus", "GetEventSelectors");

        assertThat(
                        Surgery.lines(
                                surgery.examine(ATHENA),
                                "bucket of",
                                "logs",
                                "a log",
                                "trails:",
                                "reach",
                                "logging",
                                "events"))
                .isEqualTo(
                        """
                        failed   bucket of results: access is denied; allow s3:GetBucketLocation to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        ok       logs in s3://your-trail-bucket/AWSLogs/: can be listed
                        failed   a log file: access is denied; allow s3:GetObject, and kms:Decrypt if a key encrypts it, to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        ok       trails: everything, delivering into your-trail-bucket
                        ok       reach of everything: all accounts of the organization, every region
                        warning  logging of everything: access is denied; allow cloudtrail:GetTrailStatus to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        warning  events of everything: access is denied; allow cloudtrail:GetEventSelectors to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        """);
    }

    @Test
    void theEventHistoryIsReadThroughTheAccountsOwnRole() throws Exception {
        surgery.aws().refusing("AccessDeniedException", "no", "LookupEvents");

        assertThat(Surgery.lines(surgery.examine(HISTORIES), "role", "event history"))
                .isEqualTo(
                        """
                        ok       role arn:aws:iam::444455556666:role/glasstrail-reader: taken as arn:aws:sts::444455556666:assumed-role/glasstrail-reader/glasstrail-doctor
                        failed   event history of 444455556666 in us-east-1: access is denied; allow cloudtrail:LookupEvents to arn:aws:iam::444455556666:role/glasstrail-reader
                        """);
    }

    @Test
    void theTableTellsWhereTheLogsAreIfTheSettingsDoNot() throws Exception {
        assertThat(
                        Surgery.lines(
                                surgery.examine(
                                        ATHENA.replace("  bucket: s3://your-trail-bucket\n", "")),
                                "logs",
                                "trails:"))
                .isEqualTo(
                        """
                        ok       logs in s3://your-trail-bucket/AWSLogs/: can be listed
                        ok       trails: everything, delivering into your-trail-bucket
                        """);
    }

    @Test
    void theEventHistoryThatIsDeniedIsAFailure() throws Exception {
        surgery.aws().refusing("AccessDeniedException", "no", "LookupEvents");

        assertThat(Surgery.lines(surgery.examine(LOOKUP), "event history"))
                .isEqualTo(
                        """
                        failed   event history of 111122223333 in us-east-1: access is denied; allow cloudtrail:LookupEvents to arn:aws:iam::111122223333:user/scheduler
                        failed   event history of 444455556666: the credentials are of account 111122223333; set aws.reader, and deploy config/aws/audited-account.yaml there
                        """);
    }

    @Test
    void itOnlyReadsAndTellsTheExternalIdToReadersAlone() throws Exception {
        surgery.examine(ATHENA);

        assertThat(surgery.aws().asked().stream().distinct())
                .containsExactly(
                        "GetCallerIdentity",
                        "AssumeRole arn:aws:iam::111122223333:role/glasstrail",
                        "AssumeRole arn:aws:iam::444455556666:role/glasstrail-reader"
                                + " your-company-glasstrail",
                        "GetWorkGroup",
                        "GetBucketLocation",
                        "GetTableMetadata",
                        "ListObjectsV2",
                        "GetObject",
                        "DescribeTrails",
                        "GetTrailStatus",
                        "GetEventSelectors");
    }

    @Test
    void everyRegionThatARunAsksIsAskedAndAnEmptyPageSaysNoMoreThanItIs() throws Exception {
        surgery.aws().answering("LookupEvents", "{\"Events\": [], \"NextToken\": \"t\"}");

        assertThat(
                        Surgery.lines(
                                surgery.examine(
                                        """
                                        glass: {root: true}
                                        source: {kind: lookup}
                                        aws:
                                          region: eu-central-1
                                          endpoints: {cloudtrail: AT_HAND, sts: AT_HAND}
                                        """),
                                "event history"))
                .isEqualTo(
                        """
                        ok       event history in eu-central-1: can be read; the last event is not on its first page
                        ok       event history in us-east-1: can be read; the last event is not on its first page
                        """);
    }

    @Test
    void whoeverIsInterruptedStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> surgery.examine(ATHENA)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
