package dev.glasstrail.demo.cloudtrail;

/// An IAM role.
///
/// @param path begins and ends with a slash
/// @param permissionSet of a role that Identity Center made; empty for any other
public record Role(Account account, String path, String name, String permissionSet) {

    /// A role that somebody made by hand.
    public static Role plain(Account account, String name) {
        return new Role(account, "/", name, "");
    }

    /// The role behind a permission set.
    ///
    /// @param suffix sixteen hex digits, another one in each account
    public static Role permissionSet(Account account, String permissionSet, String suffix) {
        String path = "/aws-reserved/sso.amazonaws.com/" + IdentityCenter.REGION.id() + "/";
        String name = "AWSReservedSSO_" + permissionSet + "_" + suffix;
        return new Role(account, path, name, permissionSet);
    }

    /// The ARN with the path, as IAM and the session issuer write it.
    public String arn() {
        return account.arn("iam", "", "role" + path + name);
    }

    /// The ARN of a session of this role; the path is lost in it.
    public String sessionArn(String sessionName) {
        return account.arn("sts", "", "assumed-role/" + name + "/" + sessionName);
    }

    /// The id that outlives no role: one made again under this name has another.
    public String id() {
        return Ids.exampleId("AROA", arn(), 10);
    }
}
