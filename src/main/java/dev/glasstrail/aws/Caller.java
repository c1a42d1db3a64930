package dev.glasstrail.aws;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/// Who asks, as STS tells.
///
/// @param partition `aws`, `aws-cn` …
/// @param account its id
/// @param region at hand
public record Caller(String partition, String account, String region) {

    /// What asking STS needs, for messages; in truth it answers everybody.
    public static final String PERMISSION = "sts:GetCallerIdentity";

    /// Asks STS.
    ///
    /// @throws SdkException if nobody is known to AWS, or no region
    public static Caller of(AwsClients aws) {
        StsClient sts = aws.sts();
        String[] arn = sts.getCallerIdentity().arn().split(":", 6);
        return new Caller(arn[1], arn[4], sts.serviceClientConfiguration().region().id());
    }
}
