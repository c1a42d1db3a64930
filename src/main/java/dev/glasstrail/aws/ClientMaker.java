package dev.glasstrail.aws;

import dev.glasstrail.settings.AwsSettings;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/// Makes the client of any service alike: the same connections, patience and eye on the clock.
///
/// @param http asked for when a client is made
record ClientMaker(
        AwsSettings settings,
        Patience patience,
        ClockWatch clockWatch,
        Supplier<SdkHttpClient> http) {

    /// @param endpoint `""` for AWS's own
    /// @param region `""` for the one at hand
    /// @param by who signs
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C make(
            B builder, String endpoint, String region, AwsCredentialsProvider by) {
        if (!region.isEmpty()) {
            builder.region(Region.of(region));
        }
        if (!endpoint.isEmpty()) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder.credentialsProvider(by)
                .httpClient(http.get())
                .overrideConfiguration(
                        ClientOverrideConfiguration.builder()
                                .defaultProfileName(profile())
                                .retryStrategy(patience.strategy())
                                .addExecutionInterceptor(clockWatch)
                                .build())
                .build();
    }

    /// The profile of the settings; null for none.
    @Nullable String profile() {
        return settings.profile().isEmpty() ? null : settings.profile();
    }
}
