package dev.glasstrail.setup;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.settings.AthenaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes the statements of a policy, each for one thing that a person can say yes or no to.
///
/// @param arns the names of things in AWS
record Grants(Arns arns) {

    List<Statement> queries(String workgroup) {
        return List.of(
                new Statement(
                        "RunQueries",
                        List.of(
                                "athena:StartQueryExecution",
                                "athena:GetQueryExecution",
                                "athena:GetQueryResults",
                                "athena:StopQueryExecution",
                                "athena:GetWorkGroup"),
                        List.of(arns.athena("workgroup/" + Arns.literal(workgroup)))));
    }

    List<Statement> table(AthenaSettings athena) {
        Statement metadata =
                new Statement(
                        "DescribeTheTable",
                        List.of("athena:GetTableMetadata"),
                        List.of(arns.athena("datacatalog/" + Arns.literal(athena.catalog()))));
        if (!isOfGlue(athena)) {
            return List.of(metadata);
        }
        List<String> resources = new ArrayList<>();
        resources.add(arns.glue("catalog"));
        // Athena looks into this one too, whatever database is asked for.
        resources.add(arns.glue("database/default"));
        // Glue keeps names in lower case.
        String database = athena.database().toLowerCase(Locale.ROOT);
        String table = athena.table().toLowerCase(Locale.ROOT);
        if (!database.equals("default")) {
            resources.add(arns.glue("database/" + database));
        }
        resources.add(arns.glue("table/%s/%s".formatted(database, table)));
        return List.of(
                metadata,
                new Statement(
                        "ReadTheTableInGlue",
                        // The last three are asked of a table whose partitions are not projected.
                        List.of(
                                "glue:GetDatabase",
                                "glue:GetTable",
                                "glue:GetPartition",
                                "glue:GetPartitions",
                                "glue:BatchGetPartition"),
                        resources));
    }

    /// Whether the table's rights are Glue's in the same account.
    static boolean isOfGlue(AthenaSettings athena) {
        return athena.catalog().equals(AthenaSettings.DEFAULTS.catalog());
    }

    List<Statement> results(BucketFolder folder) {
        return List.of(
                new Statement(
                        "FindTheResults",
                        List.of(
                                "s3:GetBucketLocation",
                                "s3:ListBucket",
                                "s3:ListBucketMultipartUploads"),
                        List.of(arns.bucket(folder.bucket()))),
                new Statement(
                        "WriteAndReadResults",
                        List.of(
                                "s3:PutObject",
                                "s3:GetObject",
                                "s3:AbortMultipartUpload",
                                "s3:ListMultipartUploadParts"),
                        List.of(arns.objects(folder))));
    }

    /// A listing is allowed below the folder alone; asking for a bucket's region names no folder
    /// and so cannot be in the same statement.
    List<Statement> logs(BucketFolder folder) {
        List<String> prefixes =
                folder.prefix().isEmpty()
                        ? List.of()
                        : List.of(Arns.literal(folder.prefix()) + "*");
        return List.of(
                new Statement(
                        "ListTheLogs",
                        List.of("s3:ListBucket"),
                        List.of(arns.bucket(folder.bucket())),
                        prefixes),
                new Statement(
                        "LocateTheLogs",
                        List.of("s3:GetBucketLocation"),
                        List.of(arns.bucket(folder.bucket()))),
                new Statement(
                        "ReadTheLogs", List.of("s3:GetObject"), List.of(arns.objects(folder))));
    }

    /// AWS knows no resource for the event history.
    List<Statement> eventHistory() {
        return List.of(
                new Statement(
                        "ReadTheEventHistory", List.of("cloudtrail:LookupEvents"), List.of("*")));
    }

    /// AWS knows no resource for finding trails, and which there are the settings do not say.
    List<Statement> trailsForTheDoctor() {
        return List.of(
                new Statement(
                        "DoctorFindsTrails", List.of("cloudtrail:DescribeTrails"), List.of("*")),
                new Statement(
                        "DoctorLooksAtTrails",
                        List.of("cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors"),
                        List.of("arn:%s:cloudtrail:*:*:trail/*".formatted(arns.partition()))));
    }

    List<Statement> readers(List<String> accounts, String role) {
        return List.of(
                new Statement(
                        "TakeTheReaderRoles",
                        List.of("sts:AssumeRole"),
                        accounts.stream().map(account -> arns.role(account, role)).toList()));
    }

    List<Statement> keysOfLogs(List<String> keys) {
        return List.of(new Statement("DecryptTheLogs", List.of("kms:Decrypt"), keys));
    }

    List<Statement> keysOfResults(List<String> keys) {
        return List.of(
                new Statement(
                        "EncryptTheResults", List.of("kms:Decrypt", "kms:GenerateDataKey"), keys));
    }
}
