package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;

/// It looks like theft: hours after the engineer finished, the same credentials come from another
/// address and another program, and read whatever is worth reading.
final class StolenSession implements Story {

    @Override
    public String name() {
        return "stolen-session";
    }

    @Override
    public void tell(Script script) {
        Session mara =
                Openings.commandLine(
                        script,
                        Cast.MARA,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.SATURDAY, "12:50:40"));
        mara.after(21, "rds", "DescribeDBInstances").request("dBInstanceIdentifier", "orders-prod");
        mara.after(35, "rds", "DescribeDBLogFiles").request("dBInstanceIdentifier", "orders-prod");
        mara.after(70, "rds", "DownloadDBLogFilePortion").set("readOnly", true);
        mara.until(Week.on(DayOfWeek.SATURDAY, "15:40:02")).from(Cast.STRANGER);
        read(mara);
        dig(mara);
    }

    private static void read(Session stranger) {
        stranger.after(0, "sts", "GetCallerIdentity");
        stranger.after(3, "s3", "ListBuckets");
        stranger.after(4, "secretsmanager", "ListSecrets").request("maxResults", 100);
        for (String secret : new String[] {"payments/provider", "orders/database", "mail/smtp"}) {
            stranger.after(2, "secretsmanager", "GetSecretValue").request("secretId", secret);
            stranger.after(0, "kms", "Decrypt")
                    .request(
                            "encryptionContext",
                            Json.object("SecretARN", secret),
                            "encryptionAlgorithm",
                            "SYMMETRIC_DEFAULT")
                    .forwardedBy("secretsmanager.amazonaws.com");
        }
        stranger.after(3, "ssm", "DescribeParameters").request("maxResults", 50);
        stranger.after(2, "ssm", "GetParameter")
                .request("name", "/checkout/stripe-key", "withDecryption", true);
        stranger.after(1, "ssm", "GetParametersByPath").request("path", "/", "recursive", true);
    }

    private static void dig(Session stranger) {
        stranger.global(9, "iam", "ListUsers").request("maxItems", 1000);
        stranger.global(2, "iam", "ListAccessKeys");
        stranger.global(6, "iam", "CreateAccessKey")
                .request("userName", "priya.nair")
                .error(
                        "AccessDenied",
                        "User is not authorized to perform: iam:CreateAccessKey with an explicit"
                                + " deny in a service control policy");
        stranger.after(12, "ec2", "DescribeInstances").request("maxResults", 1000);
        stranger.after(5, "s3", "ListObjects").request("bucketName", "example-parcels-invoices");
        stranger.after(8, "rds", "DescribeDBSnapshots");
    }
}
