package dev.glasstrail.setup;

import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.settings.AwsSettings;

/// Names of things in AWS, with placeholders for what the settings leave open.
///
/// @param partition `aws`, `aws-cn` …
/// @param region of Athena, or `<region>`
/// @param account that Athena and its table are in, or `<account>`
record Arns(String partition, String region, String account) {

    static final String UNKNOWN_REGION = "<region>";
    static final String UNKNOWN_ACCOUNT = "<account>";

    /// The account is that of the role to assume; of another identity the settings do not say it.
    ///
    /// @param account that somebody has named; `""` for none
    static Arns of(AwsSettings aws, String account) {
        String[] role = aws.role().split(":", 6);
        boolean hasRole = role.length == 6;
        String known = account.isEmpty() && hasRole ? role[4] : account;
        return new Arns(
                hasRole ? role[1] : partition(aws.region()),
                aws.region().isEmpty() ? UNKNOWN_REGION : aws.region(),
                known.isEmpty() ? UNKNOWN_ACCOUNT : known);
    }

    /// The partition that a region lies in.
    static String partition(String region) {
        String prefix = region.replaceFirst("-[a-z]+-[0-9]+$", "");
        return switch (prefix) {
            case "cn" -> "aws-cn";
            case "us-gov" -> "aws-us-gov";
            case "us-iso" -> "aws-iso";
            case "us-isob" -> "aws-iso-b";
            case "eu-isoe" -> "aws-iso-e";
            case "us-isof" -> "aws-iso-f";
            case "eusc-de" -> "aws-eusc";
            default -> "aws";
        };
    }

    String athena(String resource) {
        return regional("athena", resource);
    }

    String glue(String resource) {
        return regional("glue", resource);
    }

    /// Everything in a folder.
    String objects(BucketFolder folder) {
        return "arn:%s:s3:::%s/%s*".formatted(partition, folder.bucket(), literal(folder.prefix()));
    }

    String bucket(String name) {
        return "arn:%s:s3:::%s".formatted(partition, name);
    }

    String role(String inAccount, String path) {
        return "arn:%s:iam::%s:role/%s".formatted(partition, inAccount, path);
    }

    /// A text in which IAM finds neither a pattern nor a variable.
    static String literal(String text) {
        return text.replace("$", "${$}").replace("*", "${*}").replace("?", "${?}");
    }

    private String regional(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, account, resource);
    }
}
