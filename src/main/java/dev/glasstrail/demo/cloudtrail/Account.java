package dev.glasstrail.demo.cloudtrail;

/// The three accounts of the made-up organisation.
public enum Account {
    /// Pays the bills, owns the organisation and hosts Identity Center.
    MANAGEMENT("111122223333"),
    /// Serves the customers.
    PRODUCTION("444455556666"),
    /// Staging and the services that all teams share.
    STAGING("777788889999");

    private final String id;

    Account(String id) {
        this.id = id;
    }

    /// The twelve digits.
    public String id() {
        return id;
    }

    /// The ARN of something in this account, such as `iam`, ``, `user/tomas.novak`.
    ///
    /// @param region empty for a global service
    public String arn(String service, String region, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + id + ":" + resource;
    }
}
