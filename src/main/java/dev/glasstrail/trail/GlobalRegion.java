package dev.glasstrail.trail;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Where AWS records what belongs to no region: IAM, Organizations, STS's global endpoint and the
/// sign-ins of root.
///
/// Source: AWS CloudTrail User Guide, "About global service events", and AWS General Reference,
/// "Partitions".
public final class GlobalRegion {

    private static final Map<String, String> BY_PARTITION =
            Map.of("aws", "us-east-1", "aws-cn", "cn-north-1", "aws-us-gov", "us-gov-west-1");

    private GlobalRegion() {}

    /// The one of a partition.
    ///
    /// @param partition `aws`, `aws-cn` …
    /// @return empty for a partition that is not known
    public static Optional<String> of(String partition) {
        return Optional.ofNullable(BY_PARTITION.get(partition));
    }

    /// The one of the partition that regions lie in.
    ///
    /// @param regions of one partition; empty for none
    /// @return empty where there are none, or of a partition that is not known
    public static Optional<String> near(Collection<String> regions) {
        return regions.stream().sorted().findFirst().flatMap(region -> of(partition(region)));
    }

    private static String partition(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        if (region.startsWith("us-gov-")) {
            return "aws-us-gov";
        }
        // The closed partitions: us-iso-east-1, us-isob-east-1, eu-isoe-west-1 …
        return region.contains("-iso") ? "" : "aws";
    }
}
