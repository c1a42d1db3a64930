package dev.glasstrail.settings;

/// How AWS is reached.
///
/// @param region where Athena, and by default everything else, is asked; `""` means what the
///   environment and the profile say
/// @param profile of the AWS configuration files; `""` means the usual chain of credentials
/// @param role ARN of a role to assume first, for everything; `""` means none
/// @param reader name or path of a role to assume in each account that is read by itself, such as
///   `audit/glasstrail-reader`; `""` means the credentials at hand
/// @param externalId what the reader roles want to be told when they are assumed; `""` means
///   nothing
/// @param endpoints other addresses of services, for endpoints inside a VPC
public record AwsSettings(
        String region,
        String profile,
        String role,
        String reader,
        String externalId,
        Endpoints endpoints) {

    /// Everything as the environment says.
    public static final AwsSettings DEFAULTS = new AwsSettings("", "", "", "", Endpoints.OF_AWS);

    /// Readers that want to be told nothing.
    public AwsSettings(
            String region, String profile, String role, String reader, Endpoints endpoints) {
        this(region, profile, role, reader, "", endpoints);
    }

    public AwsSettings {
        if (!region.isEmpty()) {
            Check.region("aws.region", region);
        }
        if (!role.isEmpty()) {
            Check.roleArn("aws.role", role);
        }
        if (!reader.isEmpty()) {
            Check.rolePath("aws.reader", reader);
        }
        if (!externalId.isEmpty()) {
            Check.externalId("aws.external-id", externalId);
        }
    }

    /// Addresses of services that are not reached where AWS has them; `""` for each that is.
    ///
    /// @param events of EventBridge, as AWS begins the names of its endpoints
    /// @param monitoring of CloudWatch, likewise
    public record Endpoints(
            String athena,
            String cloudtrail,
            String events,
            String monitoring,
            String s3,
            String sts) {

        /// Where AWS has them.
        public static final Endpoints OF_AWS = new Endpoints("", "", "", "", "", "");

        public Endpoints {
            check("athena", athena);
            check("cloudtrail", cloudtrail);
            check("events", events);
            check("monitoring", monitoring);
            check("s3", s3);
            check("sts", sts);
        }

        private static void check(String service, String url) {
            if (!url.isEmpty()) {
                Check.url("aws.endpoints." + service, url);
            }
        }
    }

    /// The same in another region.
    public AwsSettings withRegion(String other) {
        return new AwsSettings(other, profile, role, reader, externalId, endpoints);
    }

    /// The same without a role to assume first.
    public AwsSettings withoutRole() {
        return new AwsSettings(region, profile, "", reader, externalId, endpoints);
    }

    /// The same with another profile.
    public AwsSettings withProfile(String other) {
        return new AwsSettings(region, other, role, reader, externalId, endpoints);
    }
}
