package dev.glasstrail.cli;

import dev.glasstrail.settings.AwsSettings;
import dev.glasstrail.settings.Values;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say how AWS is reached.
final class AwsOptions {

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description =
                    "The region of Athena and of the event history's owner. Default: what the profile or AWS_REGION says.")
    private @Nullable String region;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A profile of the AWS configuration files.")
    private @Nullable String profile;

    /// The file's way to AWS with these flags over it.
    AwsSettings over(AwsSettings file) {
        AwsSettings settings = file;
        if (region != null) {
            settings = settings.withRegion(Values.region("--region", region));
        }
        return profile == null
                ? settings
                : settings.withProfile(Values.filled("--profile", profile));
    }
}
