package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.DayOfWeek;
import java.time.Instant;

/// A bucket policy in staging locks everybody out. The security engineer takes root of that account
/// for one task, from her everyday session in the management account.
final class RootTask implements Story {

    private static final int LONGEST_SECONDS = 900;
    private static final String BUCKET = "example-parcels-staging-uploads";

    @Override
    public String name() {
        return "root-task";
    }

    @Override
    public void tell(Script script) {
        Session salma =
                Openings.commandLine(
                        script,
                        Cast.SALMA,
                        Cast.SECURITY_MANAGEMENT,
                        Week.on(DayOfWeek.FRIDAY, "13:24:50"));
        salma.global(30, "iam", "ListOrganizationsFeatures");
        Instant time = salma.now().plusSeconds(290);
        String key = script.ids().accessKey("root-task");
        salma.until(time)
                .after(0, "sts", "AssumeRoot")
                .set("readOnly", false)
                .request(
                        "targetPrincipal", Account.STAGING.id(),
                        "taskPolicyArn",
                                Json.object(
                                        "arn",
                                        "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy"),
                        "durationSeconds", LONGEST_SECONDS)
                .response("credentials", Openings.credentials(key, time, LONGEST_SECONDS));
        Session root =
                new Session(
                                script,
                                Account.STAGING,
                                Identity.rootSession(Account.STAGING, key, time, false),
                                time,
                                Cast.SALMA.shell())
                        .withContext("assumedRoot", "true");
        root.in(Region.FRANKFURT, 41, "s3", "GetBucketPolicy").request("bucketName", BUCKET);
        root.in(Region.FRANKFURT, 55, "s3", "DeleteBucketPolicy").request("bucketName", BUCKET);
    }
}
