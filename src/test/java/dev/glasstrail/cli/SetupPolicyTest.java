package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.cli.Launch.Outcome;
import dev.glasstrail.settings.ExampleFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The policies that `setup` prints, whole.
final class SetupPolicyTest {

    private static final String KEY =
            "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    @TempDir Path folder;
    private Launch launch;

    @BeforeEach
    void prepare() {
        launch = new Launch(folder);
    }

    @Test
    void athenaNeedsItsQueriesItsTableItsResultsAndTheLogs() throws IOException {
        launch.config(ExampleFile.whole());

        Outcome outcome =
                launch.run(
                        "setup iam-policy --source athena --kms-key "
                                + KEY
                                + " --output-key "
                                + KEY);

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: Where the bucket or a key is another account's, its bucket policy and its key policy must admit this identity too; where Lake Formation governs the table, grant SELECT there, and lakeformation:GetDataAccess here.
                        glasstrail: The role glasstrail-reader itself is in config/aws/audited-account.yaml, for each of these accounts.
                        glasstrail: The policy is for arn:aws:iam::111122223333:role/glasstrail; the identity that starts needs sts:AssumeRole on it.
                        """);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "RunQueries",
                              "Effect": "Allow",
                              "Action": [
                                "athena:StartQueryExecution",
                                "athena:GetQueryExecution",
                                "athena:GetQueryResults",
                                "athena:StopQueryExecution",
                                "athena:GetWorkGroup"
                              ],
                              "Resource": "arn:aws:athena:eu-central-1:111122223333:workgroup/primary"
                            },
                            {
                              "Sid": "DescribeTheTable",
                              "Effect": "Allow",
                              "Action": "athena:GetTableMetadata",
                              "Resource": "arn:aws:athena:eu-central-1:111122223333:datacatalog/AwsDataCatalog"
                            },
                            {
                              "Sid": "ReadTheTableInGlue",
                              "Effect": "Allow",
                              "Action": [
                                "glue:GetDatabase",
                                "glue:GetTable",
                                "glue:GetPartition",
                                "glue:GetPartitions",
                                "glue:BatchGetPartition"
                              ],
                              "Resource": [
                                "arn:aws:glue:eu-central-1:111122223333:catalog",
                                "arn:aws:glue:eu-central-1:111122223333:database/default",
                                "arn:aws:glue:eu-central-1:111122223333:table/default/cloudtrail_logs"
                              ]
                            },
                            {
                              "Sid": "FindTheResults",
                              "Effect": "Allow",
                              "Action": [
                                "s3:GetBucketLocation",
                                "s3:ListBucket",
                                "s3:ListBucketMultipartUploads"
                              ],
                              "Resource": "arn:aws:s3:::your-athena-results"
                            },
                            {
                              "Sid": "WriteAndReadResults",
                              "Effect": "Allow",
                              "Action": [
                                "s3:PutObject",
                                "s3:GetObject",
                                "s3:AbortMultipartUpload",
                                "s3:ListMultipartUploadParts"
                              ],
                              "Resource": "arn:aws:s3:::your-athena-results/glasstrail/*"
                            },
                            {
                              "Sid": "ListTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:ListBucket",
                              "Resource": "arn:aws:s3:::your-trail-bucket",
                              "Condition": {
                                "StringLike": {
                                  "s3:prefix": "AWSLogs/*"
                                }
                              }
                            },
                            {
                              "Sid": "LocateTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:GetBucketLocation",
                              "Resource": "arn:aws:s3:::your-trail-bucket"
                            },
                            {
                              "Sid": "ReadTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:GetObject",
                              "Resource": "arn:aws:s3:::your-trail-bucket/AWSLogs/*"
                            },
                            {
                              "Sid": "DoctorFindsTrails",
                              "Effect": "Allow",
                              "Action": "cloudtrail:DescribeTrails",
                              "Resource": "*"
                            },
                            {
                              "Sid": "DoctorLooksAtTrails",
                              "Effect": "Allow",
                              "Action": [
                                "cloudtrail:GetTrailStatus",
                                "cloudtrail:GetEventSelectors"
                              ],
                              "Resource": "arn:aws:cloudtrail:*:*:trail/*"
                            },
                            {
                              "Sid": "DecryptTheLogs",
                              "Effect": "Allow",
                              "Action": "kms:Decrypt",
                              "Resource": "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
                            },
                            {
                              "Sid": "EncryptTheResults",
                              "Effect": "Allow",
                              "Action": [
                                "kms:Decrypt",
                                "kms:GenerateDataKey"
                              ],
                              "Resource": "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
                            },
                            {
                              "Sid": "TakeTheReaderRoles",
                              "Effect": "Allow",
                              "Action": "sts:AssumeRole",
                              "Resource": "arn:aws:iam::444455556666:role/glasstrail-reader"
                            }
                          ]
                        }
                        """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void athenaOfUnknownPlacesHasPlaceholders() {
        Outcome outcome = launch.run("setup iam-policy --source athena");

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: Fill in <account>, where Athena is asked, or give --in-account.
                        glasstrail: Fill in <region>, where Athena is asked, or set aws.region.
                        glasstrail: Fill in <results-bucket>, where the workgroup puts results, or set source.athena.output; take both statements out if it manages them.
                        glasstrail: Fill in <bucket>, where the trail puts its logs, or set source.bucket.
                        glasstrail: If a KMS key encrypts the logs, give --kms-key with its ARN.
                        glasstrail: If a KMS key encrypts the results, give --output-key with its ARN.
                        glasstrail: Where the bucket or a key is another account's, its bucket policy and its key policy must admit this identity too; where Lake Formation governs the table, grant SELECT there, and lakeformation:GetDataAccess here.
                        """);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "RunQueries",
                              "Effect": "Allow",
                              "Action": [
                                "athena:StartQueryExecution",
                                "athena:GetQueryExecution",
                                "athena:GetQueryResults",
                                "athena:StopQueryExecution",
                                "athena:GetWorkGroup"
                              ],
                              "Resource": "arn:aws:athena:<region>:<account>:workgroup/primary"
                            },
                            {
                              "Sid": "DescribeTheTable",
                              "Effect": "Allow",
                              "Action": "athena:GetTableMetadata",
                              "Resource": "arn:aws:athena:<region>:<account>:datacatalog/AwsDataCatalog"
                            },
                            {
                              "Sid": "ReadTheTableInGlue",
                              "Effect": "Allow",
                              "Action": [
                                "glue:GetDatabase",
                                "glue:GetTable",
                                "glue:GetPartition",
                                "glue:GetPartitions",
                                "glue:BatchGetPartition"
                              ],
                              "Resource": [
                                "arn:aws:glue:<region>:<account>:catalog",
                                "arn:aws:glue:<region>:<account>:database/default",
                                "arn:aws:glue:<region>:<account>:table/default/cloudtrail_logs"
                              ]
                            },
                            {
                              "Sid": "FindTheResults",
                              "Effect": "Allow",
                              "Action": [
                                "s3:GetBucketLocation",
                                "s3:ListBucket",
                                "s3:ListBucketMultipartUploads"
                              ],
                              "Resource": "arn:aws:s3:::<results-bucket>"
                            },
                            {
                              "Sid": "WriteAndReadResults",
                              "Effect": "Allow",
                              "Action": [
                                "s3:PutObject",
                                "s3:GetObject",
                                "s3:AbortMultipartUpload",
                                "s3:ListMultipartUploadParts"
                              ],
                              "Resource": "arn:aws:s3:::<results-bucket>/*"
                            },
                            {
                              "Sid": "ListTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:ListBucket",
                              "Resource": "arn:aws:s3:::<bucket>",
                              "Condition": {
                                "StringLike": {
                                  "s3:prefix": "AWSLogs/*"
                                }
                              }
                            },
                            {
                              "Sid": "LocateTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:GetBucketLocation",
                              "Resource": "arn:aws:s3:::<bucket>"
                            },
                            {
                              "Sid": "ReadTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:GetObject",
                              "Resource": "arn:aws:s3:::<bucket>/AWSLogs/*"
                            },
                            {
                              "Sid": "DoctorFindsTrails",
                              "Effect": "Allow",
                              "Action": "cloudtrail:DescribeTrails",
                              "Resource": "*"
                            },
                            {
                              "Sid": "DoctorLooksAtTrails",
                              "Effect": "Allow",
                              "Action": [
                                "cloudtrail:GetTrailStatus",
                                "cloudtrail:GetEventSelectors"
                              ],
                              "Resource": "arn:aws:cloudtrail:*:*:trail/*"
                            }
                          ]
                        }
                        """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aBucketNeedsListingAndReading() {
        Outcome outcome =
                launch.run("setup iam-policy --logs s3://your-trail-bucket/AWSLogs/o-exampleorgid");

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: If a KMS key encrypts the logs, give --kms-key with its ARN.
                        glasstrail: Where the bucket or a key is another account's, its bucket policy and its key policy must admit this identity too.
                        """);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "ListTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:ListBucket",
                              "Resource": "arn:aws:s3:::your-trail-bucket",
                              "Condition": {
                                "StringLike": {
                                  "s3:prefix": "AWSLogs/o-exampleorgid/*"
                                }
                              }
                            },
                            {
                              "Sid": "LocateTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:GetBucketLocation",
                              "Resource": "arn:aws:s3:::your-trail-bucket"
                            },
                            {
                              "Sid": "ReadTheLogs",
                              "Effect": "Allow",
                              "Action": "s3:GetObject",
                              "Resource": "arn:aws:s3:::your-trail-bucket/AWSLogs/o-exampleorgid/*"
                            },
                            {
                              "Sid": "DoctorFindsTrails",
                              "Effect": "Allow",
                              "Action": "cloudtrail:DescribeTrails",
                              "Resource": "*"
                            },
                            {
                              "Sid": "DoctorLooksAtTrails",
                              "Effect": "Allow",
                              "Action": [
                                "cloudtrail:GetTrailStatus",
                                "cloudtrail:GetEventSelectors"
                              ],
                              "Resource": "arn:aws:cloudtrail:*:*:trail/*"
                            }
                          ]
                        }
                        """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void theEventHistoryOfOneAccountNeedsOneAction() {
        Outcome outcome = launch.run("setup iam-policy --source lookup");

        assertThat(outcome.err()).isEqualTo("");
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "ReadTheEventHistory",
                              "Effect": "Allow",
                              "Action": "cloudtrail:LookupEvents",
                              "Resource": "*"
                            }
                          ]
                        }
                        """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void theEventHistoryOfManyAccountsNeedsTheirReaders() throws IOException {
        launch.config(ExampleFile.whole());

        Outcome outcome = launch.run("setup iam-policy --source lookup");

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: The role glasstrail-reader itself is in config/aws/audited-account.yaml, for each of these accounts.
                        glasstrail: The policy is for arn:aws:iam::111122223333:role/glasstrail; the identity that starts needs sts:AssumeRole on it.
                        """);
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Sid": "ReadTheEventHistory",
                              "Effect": "Allow",
                              "Action": "cloudtrail:LookupEvents",
                              "Resource": "*"
                            },
                            {
                              "Sid": "TakeTheReaderRoles",
                              "Effect": "Allow",
                              "Action": "sts:AssumeRole",
                              "Resource": "arn:aws:iam::444455556666:role/glasstrail-reader"
                            }
                          ]
                        }
                        """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aFolderNeedsNothing() throws IOException {
        launch.config(ExampleFile.whole());

        Outcome outcome = launch.run("setup iam-policy");

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: Nothing in AWS is needed: the logs are read from a folder.
                        """);
        assertThat(outcome.out()).isEqualTo("");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void trinoNeedsNothing() throws IOException {
        launch.config(ExampleFile.whole());

        Outcome outcome = launch.run("setup iam-policy --source trino");

        assertThat(outcome.err())
                .isEqualTo(
                        """
                        glasstrail: Nothing in AWS is needed: Trino reads the logs with rights of its own.
                        """);
        assertThat(outcome.out()).isEqualTo("");
        assertThat(outcome.code()).isZero();
    }
}
