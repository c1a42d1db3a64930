package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.IamUser;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.DayOfWeek;
import java.time.Instant;

/// The emergency user has a long-term key as well. It is used twice on Saturday evening, nearly two
/// hours apart, and nothing in the log opens either use but its first call.
final class SafeUserKey implements Story {

    @Override
    public String name() {
        return "safe-user-key";
    }

    @Override
    public void tell(Script script) {
        Session early = withKey(script, Week.on(DayOfWeek.SATURDAY, "21:15:00"));
        early.global(11, "sts", "GetCallerIdentity");
        early.after(34, "secretsmanager", "GetSecretValue").request("secretId", "backup/offsite");
        forwarded(script, early.now());
        early.after(50, "backup", "ListBackupVaults");
        early.after(90, "backup", "StartCopyJob").request("sourceBackupVaultName", "nightly");

        Session late = withKey(script, Week.on(DayOfWeek.SATURDAY, "23:10:00"));
        late.after(5, "backup", "ListCopyJobs");
        late.after(64, "backup", "DescribeCopyJob").error("ThrottlingException", "Rate exceeded");
        late.after(3, "backup", "DescribeCopyJob");
    }

    private static Session withKey(Script script, Instant start) {
        IamUser user = Cast.BREAK_GLASS_USER;
        return new Session(script, user.account(), Identity.iamUser(user), start, user.shell());
    }

    /// A call forwarded for a long-term key gets credentials of its own, seconds old.
    private static void forwarded(Script script, Instant time) {
        IamUser user = Cast.BREAK_GLASS_USER;
        String key = script.ids().accessKey("forwarded");
        script.event(time, user.account(), Region.FRANKFURT, "kms", "Decrypt")
                .by(Identity.iamUserSession(user, key, time.minusSeconds(1), false), user.shell())
                .request("encryptionAlgorithm", "SYMMETRIC_DEFAULT")
                .forwardedBy("secretsmanager.amazonaws.com");
    }
}
