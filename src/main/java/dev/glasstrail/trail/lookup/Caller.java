package dev.glasstrail.trail.lookup;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.trail.GlobalRegion;
import dev.glasstrail.trail.TrailException;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/// Who asks, as STS tells.
///
/// @param partition `aws`, `aws-cn` …
/// @param account its id
/// @param region at hand
record Caller(String partition, String account, String region) {

    /// Asks STS, which answers everybody.
    ///
    /// @throws TrailException if nobody is known to AWS, or no region
    static Caller of(AwsClients aws) throws TrailException, InterruptedException {
        try {
            StsClient sts = aws.sts();
            String[] arn = sts.getCallerIdentity().arn().split(":", 6);
            return new Caller(arn[1], arn[4], sts.serviceClientConfiguration().region().id());
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            throw new TrailException(
                    AwsFailures.line(
                            "the event history cannot be asked", "sts:GetCallerIdentity", failure),
                    failure);
        }
    }

    /// The regions to ask where none are named.
    List<String> regions() {
        return GlobalRegion.with(partition, region);
    }
}
