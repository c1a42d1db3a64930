package dev.glasstrail.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor makes of a workgroup and a table.
final class AthenaTest {

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
    void aTableThatLacksColumnsIsToldWhichAndHowToMendIt() throws Exception {
        surgery.aws()
                .answering(
                        "GetTableMetadata",
                        Answers.table(
                                List.of("111122223333", "444455556666"),
                                Set.of("eventid", "serviceeventdetails")));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "table", "columns", "partitions"))
                .isEqualTo(
                        """
                        ok       table AwsDataCatalog.default.cloudtrail_logs: 31 columns
                        failed   columns of the table: the table "default"."cloudtrail_logs" lacks eventid, without which no report can be right; run ALTER TABLE `default`.`cloudtrail_logs` ADD COLUMNS (eventid string)
                        ok       partitions of the table: 2 accounts, 2 regions, from 2020-01-01 on
                        """);
    }

    @Test
    void aTableThatLacksOnlyWantedColumnsIsAWarning() throws Exception {
        surgery.aws()
                .answering(
                        "GetTableMetadata",
                        Answers.table(
                                List.of("111122223333", "444455556666"),
                                Set.of("addendum", "serviceeventdetails")));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "columns"))
                .isEqualTo(
                        """
                        warning  columns of the table: it has no serviceeventdetails, addendum, so that a report says less; make it anew with `glasstrail setup athena-table`, which leaves the logs as they are
                        """);
    }

    @Test
    void aProjectionThatLacksAnAccountIsMendedByOneStatement() throws Exception {
        surgery.aws()
                .answering("GetTableMetadata", Answers.table(List.of("111122223333"), Set.of()));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "partitions"))
                .isEqualTo(
                        """
                        failed   partitions of the table: they lack the account 444455556666, whose records are not read, without an error; run ALTER TABLE `default`.`cloudtrail_logs` SET TBLPROPERTIES ('projection.account.values'='111122223333,444455556666')
                        """);
    }

    @Test
    void aTableWithoutProjectionIsAWarning() throws Exception {
        surgery.aws()
                .answering(
                        "GetTableMetadata",
                        Answers.TABLE.replace("projection.enabled", "projection.disabled"));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "partitions"))
                .isEqualTo(
                        """
                        warning  partitions of the table: they are not projected, so that a missing one is not noticed; make the table with `glasstrail setup athena-table`, or see to it that the partitions of each day are added
                        """);
    }

    @Test
    void aProjectionThatHasEndedIsAFailure() throws Exception {
        surgery.aws()
                .answering(
                        "GetTableMetadata",
                        Answers.TABLE.replace("2020/01/01,NOW", "2020/01/01,2025/12/31"));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "partitions"))
                .isEqualTo(
                        """
                        failed   partitions of the table: they end with 2025-12-31; let projection.timestamp.range end with NOW
                        """);
    }

    @Test
    void aTableThatIsNotThereIsMadeBySetup() throws Exception {
        surgery.aws()
                .refusing(
                        "MetadataException",
                        "EntityNotFoundException: Entity Not Found",
                        "GetTableMetadata");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "table", "columns", "partitions"))
                .isEqualTo(
                        """
                        failed   table AwsDataCatalog.default.cloudtrail_logs: AWS answers MetadataException: EntityNotFoundException: Entity Not Found; name it in source.athena.database and table, or make it with `glasstrail setup athena-table`
                        skipped  columns of the table: the table is not known
                        skipped  partitions of the table: the table is not known
                        """);
    }

    @Test
    void aDenialThatTheCatalogHandsOnIsADenial() throws Exception {
        surgery.aws()
                .refusing(
                        "MetadataException",
                        "AccessDeniedException: User is not authorized to perform glue:GetTable",
                        "GetTableMetadata");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "table"))
                .isEqualTo(
                        """
                        failed   table AwsDataCatalog.default.cloudtrail_logs: AWS answers MetadataException: AccessDeniedException: User is not authorized to perform glue:GetTable; allow athena:GetTableMetadata and glue:GetTable to arn:aws:sts::111122223333:assumed-role/glasstrail/glasstrail
                        """);
    }

    @Test
    void anotherEngineIsAFailureAndNoLimitAWarning() throws Exception {
        surgery.aws()
                .answering(
                        "GetWorkGroup",
                        """
                        {"WorkGroup": {"Name": "audit", "State": "DISABLED", "Configuration": {
                          "EngineVersion": {"EffectiveEngineVersion": "Athena engine version 2"}}}}
                        """);

        assertThat(
                        Surgery.lines(
                                surgery.examine(ATHENA),
                                "workgroup",
                                "query",
                                "bytes",
                                "place",
                                "bucket of results"))
                .isEqualTo(
                        """
                        failed   workgroup audit: is DISABLED; enable it: aws athena update-work-group --state ENABLED --work-group audit
                        failed   query engine: Athena engine version 2; the SQL is made for Athena engine version 3; choose it in the workgroup
                        warning  bytes limit: audit lets a query scan any amount; source.athena.budget stops one only once Athena tells what it scanned; set BytesScannedCutoffPerQuery in the workgroup
                        failed   place of results: neither the workgroup nor the settings name one; give source.athena.output, or set the workgroup's
                        skipped  bucket of results: no place in S3 is used
                        """);
    }

    @Test
    void somethingThatIsNotAwsIsToldApart() throws Exception {
        surgery.aws().refusing("", "", "GetWorkGroup");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "workgroup"))
                .isEqualTo(
                        """
                        failed   workgroup audit: something answers with status 400 and without an error code of AWS; check the endpoint, the proxy and the network
                        """);
    }

    @Test
    void resultsInAnotherRegionAreAFailure() throws Exception {
        surgery.aws().answering("GetBucketLocation", "<LocationConstraint/>");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "bucket of results"))
                .isEqualTo(
                        """
                        failed   bucket of results: your-athena-results is in us-east-1, and Athena is asked in eu-central-1; name a bucket in eu-central-1
                        """);
    }

    /// The organization's id is missing in the table's place, and queries would give no rows.
    @Test
    void aTableThatLooksBesideTheLogsIsAFailure() throws Exception {
        surgery.aws()
                .holding(
                        "AWSLogs/o-abcd1234ef/111122223333/CloudTrail/eu-central-1/2026/11/17/111122223333_CloudTrail_eu-central-1_20261117T0835Z_new.json.gz");

        assertThat(Surgery.lines(surgery.examine(ATHENA), "logs in", "where"))
                .isEqualTo(
                        """
                        ok       logs in s3://your-trail-bucket/AWSLogs/: can be listed
                        failed   where the table looks: it looks in s3://your-trail-bucket/AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/17/, and the log file is s3://your-trail-bucket/AWSLogs/o-abcd1234ef/111122223333/CloudTrail/eu-central-1/2026/11/17/111122223333_CloudTrail_eu-central-1_20261117T0835Z_new.json.gz, so that queries give no rows, without an error; make it anew with `glasstrail setup athena-table`, with source.bucket naming s3://your-trail-bucket/AWSLogs/o-abcd1234ef
                        """);
    }

    @Test
    void accountsInTheBucketThatTheTableLacksAreNamed() throws Exception {
        List<String> keys = new ArrayList<>(Answers.KEYS);
        keys.add(
                "AWSLogs/777788889999/CloudTrail/us-east-1/2026/11/17/777788889999_CloudTrail_us-east-1_20261117T0830Z_new.json.gz");
        surgery.aws().holding(keys.toArray(String[]::new));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "accounts of the table"))
                .isEqualTo(
                        """
                        warning  accounts of the table: logs of 777788889999 lie in the bucket, and the table does not read them; add them to source.accounts and to projection.account.values, unless no glass is there
                        """);
    }

    @Test
    void accountsOfTheGlassesAreExpectedOfTheTable() throws Exception {
        assertThat(
                        Surgery.lines(
                                surgery.examine(
                                        ATHENA.replace(
                                                "root: true",
                                                "root: true, accounts: [\"777788889999\"]")),
                                "partitions"))
                .startsWith(
                        "failed   partitions of the table: they lack the account 777788889999,");
    }

    @Test
    void theRegionOfTheGlobalServicesIsExpected() throws Exception {
        surgery.aws()
                .answering(
                        "GetTableMetadata",
                        Answers.TABLE.replace("eu-central-1,us-east-1", "eu-central-1"));

        assertThat(
                        Surgery.lines(
                                surgery.examine(ATHENA.replace(", us-east-1]", "]")),
                                "partitions",
                                "regions"))
                .isEqualTo(
                        """
                        warning  regions that are read: they lack us-east-1, where IAM, STS's global endpoint and root's sign-ins are recorded; add it to source.regions
                        warning  partitions of the table: they lack us-east-1, where IAM, STS's global endpoint and root's sign-ins are recorded; add it to projection.region.values
                        """);
    }

    @Test
    void aTableThatTheOldSerDeReadsIsWarnedOf() throws Exception {
        surgery.aws()
                .answering(
                        "GetTableMetadata",
                        Answers.TABLE.replace(
                                "\"Parameters\":{",
                                "\"Parameters\":{\"serde.serialization.lib\":\"com.amazon.emr.hive.serde.CloudTrailSerde\","));

        assertThat(Surgery.lines(surgery.examine(ATHENA), "columns"))
                .isEqualTo(
                        """
                        warning  columns of the table: they are read by com.amazon.emr.hive.serde.CloudTrailSerde, which leaves the newer ones empty, such as sourceidentity; make it anew with `glasstrail setup athena-table`, which leaves the logs as they are
                        """);
    }

    @Test
    void aReaderWithoutAccountsIsWarnedOf() throws Exception {
        assertThat(
                        Surgery.lines(
                                surgery.examine(
                                        ATHENA.replace(
                                                "accounts: [\"111122223333\", \"444455556666\"]",
                                                "accounts: []")),
                                "role glasstrail-reader"))
                .isEqualTo(
                        """
                        warning  role glasstrail-reader: no other account is named that has it; name the accounts in source.accounts, or take aws.reader out
                        """);
    }
}
