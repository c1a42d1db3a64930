package dev.glasstrail.demo.cloudtrail;

/// A user with a password or long-term keys.
public record IamUser(Account account, String name, Origin shell) {

    /// The ARN without a path: the organisation gives its users none.
    public String arn() {
        return account.arn("iam", "", "user/" + name);
    }

    /// The id that outlives no user.
    public String id() {
        return Ids.exampleId("AIDA", arn(), 10);
    }

    /// The one long-term access key.
    public String accessKeyId() {
        return Ids.exampleId("AKIA", arn(), 9);
    }

    /// The virtual MFA device.
    public String mfaSerial() {
        return account.arn("iam", "", "mfa/" + name);
    }
}
