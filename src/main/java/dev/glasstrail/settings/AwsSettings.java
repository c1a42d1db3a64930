package dev.glasstrail.settings;

import java.util.Map;

/// How AWS is reached.
///
/// @param region where Athena, and by default everything else, is asked; `""` means what the
///   environment and the profile say
/// @param profile of the AWS configuration files; `""` means the usual chain of credentials
/// @param role ARN of a role to assume first, for everything; `""` means none
/// @param reader name or path of a role to assume in each account that is read by itself, such as
///   `audit/glasstrail-reader`; `""` means the credentials at hand
/// @param endpoints other addresses by service, such as `s3`; for endpoints inside a VPC
public record AwsSettings(
        String region, String profile, String role, String reader, Map<String, String> endpoints) {

    /// Everything as the environment says.
    public static final AwsSettings DEFAULTS = new AwsSettings("", "", "", "", Map.of());

    public AwsSettings {
        endpoints = Map.copyOf(endpoints);
        if (!region.isEmpty()) {
            Check.region("aws.region", region);
        }
        if (!role.isEmpty()) {
            Check.roleArn("aws.role", role);
        }
        if (!reader.isEmpty()) {
            Check.rolePath("aws.reader", reader);
        }
        endpoints.forEach((service, url) -> Check.url("aws.endpoints." + service, url));
    }

    /// The services that can have an address of their own.
    public static final java.util.List<String> SERVICES =
            java.util.List.of("athena", "cloudtrail", "s3", "sts");

    /// The same in another region.
    public AwsSettings withRegion(String other) {
        return new AwsSettings(other, profile, role, reader, endpoints);
    }

    /// The same with another profile.
    public AwsSettings withProfile(String other) {
        return new AwsSettings(region, other, role, reader, endpoints);
    }
}
