package dev.glasstrail.trail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where AWS records what belongs to no region: IAM, Organizations, STS's global endpoint and the
/// sign-ins of root.
///
/// Source: AWS CloudTrail User Guide, "About global service events", and AWS General Reference,
/// "Partitions".
public final class GlobalRegion {

    private static final Map<String, String> BY_PARTITION =
            Map.of("aws", "us-east-1", "aws-cn", "cn-north-1", "aws-us-gov", "us-gov-west-1");

    /// What is recorded there, for people.
    public static final String RECORDS = "IAM, STS's global endpoint and root's sign-ins";

    private GlobalRegion() {}

    /// The one of a partition.
    ///
    /// @param partition `aws`, `aws-cn` …
    /// @return empty for a partition that is not known
    public static Optional<String> of(String partition) {
        return Optional.ofNullable(BY_PARTITION.get(partition));
    }

    /// A region and the one of its partition, each once: what is asked where no regions are named.
    ///
    /// @param partition `aws`, `aws-cn` …
    public static List<String> with(String partition, String region) {
        return Stream.of(region, of(partition).orElse(region)).distinct().toList();
    }

    /// The one of the partition that regions lie in, if it is not among them.
    ///
    /// @param regions of one partition; empty for none
    /// @return empty where there are none, or of a partition that is not known
    public static Optional<String> missingFrom(Collection<String> regions) {
        return regions.stream()
                .sorted()
                .findFirst()
                .flatMap(region -> of(partition(region)))
                .filter(global -> !regions.contains(global));
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
