package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.settings.ExampleFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table that `setup` prints, whole.
final class SetupTableTest {

    private static final String COLUMNS =
            """
              `eventversion` string,
              `useridentity` struct<
                type:string,
                principalid:string,
                arn:string,
                accountid:string,
                invokedby:string,
                accesskeyid:string,
                username:string,
                onbehalfof:struct<
                  userid:string,
                  identitystorearn:string>,
                sessioncontext:struct<
                  attributes:struct<
                    mfaauthenticated:string,
                    creationdate:string>,
                  sessionissuer:struct<
                    type:string,
                    principalid:string,
                    arn:string,
                    accountid:string,
                    username:string>,
                  ec2roledelivery:string,
                  webidfederationdata:struct<
                    federatedprovider:string,
                    attributes:map<string,string>>,
                  sourceidentity:string,
                  assumedroot:string,
                  signinsessionarn:string>,
                identityprovider:string,
                credentialid:string,
                inscopeof:struct<
                  issuertype:string,
                  credentialsissuedto:string,
                  sourcearn:string,
                  sourceaccount:string>,
                invokedbydelegate:struct<
                  accountid:string>>,
              `eventtime` string,
              `eventsource` string,
              `eventname` string,
              `awsregion` string,
              `sourceipaddress` string,
              `useragent` string,
              `errorcode` string,
              `errormessage` string,
              `requestparameters` string,
              `responseelements` string,
              `additionaleventdata` string,
              `requestid` string,
              `eventid` string,
              `readonly` string,
              `resources` array<struct<
                arn:string,
                accountid:string,
                type:string>>,
              `eventtype` string,
              `apiversion` string,
              `recipientaccountid` string,
              `serviceeventdetails` string,
              `sharedeventid` string,
              `vpcendpointid` string,
              `vpcendpointaccountid` string,
              `eventcategory` string,
              `addendum` struct<
                reason:string,
                updatedfields:string,
                originalrequestid:string,
                originaleventid:string>,
              `sessioncredentialfromconsole` string,
              `edgedevicedetails` string,
              `tlsdetails` struct<
                tlsversion:string,
                ciphersuite:string,
                clientprovidedhostheader:string>,
              `managementevent` string
            )
            PARTITIONED BY (
              `account` string,
              `region` string,
              `timestamp` string
            )
            ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
            STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
              OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
            """;

    @TempDir Path folder;
    private Launch launch;

    @BeforeEach
    void prepare() {
        launch = new Launch(folder);
    }

    @Test
    void theTableHasTheExamplesAccountsRegionsAndBucket() throws IOException {
        launch.config(ExampleFile.text());

        Outcome outcome = launch.run("setup athena-table");

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: If the trail is an organization's, set source.bucket with its id, such as s3://your-trail-bucket/AWSLogs/o-exampleorgid.
                        """);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        -- The trail's table: the columns of AWS's own statement, and those that tell who stood
                        -- behind a session. Nothing is copied; the logs stay where they are.
                        -- For one account's trail: an organization's logs lie a folder further down, named for
                        -- its id, and this table would not see them.
                        CREATE EXTERNAL TABLE `default`.`cloudtrail_logs` (
                        """
                                + COLUMNS
                                + """
                                LOCATION 's3://your-trail-bucket/AWSLogs/'
                                TBLPROPERTIES (
                                  'projection.enabled'='true',
                                  'projection.account.type'='enum',
                                  'projection.account.values'='111122223333,444455556666',
                                  'projection.region.type'='enum',
                                  'projection.region.values'='eu-central-1,us-east-1',
                                  'projection.timestamp.type'='date',
                                  'projection.timestamp.format'='yyyy/MM/dd',
                                  'projection.timestamp.range'='2020/01/01,NOW',
                                  'projection.timestamp.interval'='1',
                                  'projection.timestamp.interval.unit'='DAYS',
                                  'storage.location.template'='s3://your-trail-bucket/AWSLogs/${account}/CloudTrail/${region}/${timestamp}'
                                );
                                """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void whatTheSettingsLeaveOpenStandsInAngleBrackets() {
        Outcome outcome = launch.run("setup athena-table --table audit.trail");

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: Fill in <bucket>, where the trail puts its logs, or set source.bucket.
                        glasstrail: Fill in <account> in projection.account.values with every account of the trail, with commas and no spaces between, or set source.accounts.
                        glasstrail: Fill in <region> in projection.region.values with every region of the trail, likewise, or set source.regions.
                        glasstrail: If there is no database audit yet, make it first: CREATE DATABASE `audit`
                        """);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        -- The trail's table: the columns of AWS's own statement, and those that tell who stood
                        -- behind a session. Nothing is copied; the logs stay where they are.
                        -- For one account's trail: an organization's logs lie a folder further down, named for
                        -- its id, and this table would not see them.
                        CREATE EXTERNAL TABLE `audit`.`trail` (
                        """
                                + COLUMNS
                                + """
                                LOCATION 's3://<bucket>/AWSLogs/'
                                TBLPROPERTIES (
                                  'projection.enabled'='true',
                                  'projection.account.type'='enum',
                                  'projection.account.values'='<account>',
                                  'projection.region.type'='enum',
                                  'projection.region.values'='<region>',
                                  'projection.timestamp.type'='date',
                                  'projection.timestamp.format'='yyyy/MM/dd',
                                  'projection.timestamp.range'='2020/01/01,NOW',
                                  'projection.timestamp.interval'='1',
                                  'projection.timestamp.interval.unit'='DAYS',
                                  'storage.location.template'='s3://<bucket>/AWSLogs/${account}/CloudTrail/${region}/${timestamp}'
                                );
                                """);
        assertThat(outcome.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "setup | setup prints athena-table, iam-policy, alarm or collect-alarm; say which",
                "setup policy | setup prints athena-table, iam-policy, alarm or collect-alarm, not \"policy\"; say which",
                "setup iam-policy --kms-key alias/logs | --kms-key is \"alias/logs\", which is no ARN of a key; give arn:aws:kms:REGION:ACCOUNT:key/ID",
                "setup iam-policy --in-account 12 | --in-account has \"12\", which is no account id; give its 12 digits",
            })
    void wrongArgumentsGiveOneLineAndAHint(String line, String message) {
        assertThat(launch.run(line))
                .isEqualTo(
                        new Outcome(
                                2,
                                "",
                                "glasstrail: " + message + "\nTry: glasstrail setup --help\n"));
    }
}
