package dev.glasstrail.demo.cloudtrail;

/// Names of the organisation's one Identity Center instance.
public final class IdentityCenter {

    /// The account in which it runs.
    public static final Account ACCOUNT = Account.MANAGEMENT;

    /// Its home region, which is also a segment of the role paths.
    public static final Region REGION = Region.FRANKFURT;

    /// The store that knows its users.
    public static final String STORE_ARN =
            ACCOUNT.arn("identitystore", "", "identitystore/d-99example0");

    /// The name qualifier in front of every subject.
    public static final String NAME_QUALIFIER = "EXAMPLEq0Y4nameQualifier=";

    private IdentityCenter() {}

    /// The SAML provider that Identity Center keeps in a member account.
    public static String provider(Account account) {
        return account.arn("iam", "", "saml-provider/AWSSSO_fedcba9876543210_DO_NOT_DELETE");
    }
}
