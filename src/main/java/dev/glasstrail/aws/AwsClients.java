package dev.glasstrail.aws;

import dev.glasstrail.settings.AwsSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/// The clients of one run, made when they are first asked for and closed together.
///
/// Nothing is looked up before that: a run that reads a folder needs neither credentials nor a
/// region. Safe for several threads.
public final class AwsClients implements AutoCloseable {

    private static final String SESSION_NAME = "glasstrail";

    private final AwsSettings settings;
    private final AwsSettings.Endpoints endpoints;
    private final Patience patience;
    private final ClockWatch clockWatch;
    private final Map<String, Object> clients = new ConcurrentHashMap<>();
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    /// @param clock of this machine, to be compared with AWS's
    public AwsClients(AwsSettings settings, Patience patience, Clock clock) {
        this.settings = settings;
        this.endpoints = settings.endpoints();
        this.patience = patience;
        this.clockWatch = new ClockWatch(clock);
    }

    /// Athena in the region of the settings.
    public AthenaClient athena() {
        return client(
                "athena",
                () ->
                        built(
                                AthenaClient.builder(),
                                endpoints.athena(),
                                settings.region(),
                                credentials()));
    }

    /// S3 for buckets in any region.
    public S3Client s3() {
        boolean elsewhere = !endpoints.s3().isEmpty();
        return client(
                "s3",
                () ->
                        built(
                                S3Client.builder()
                                        .forcePathStyle(elsewhere)
                                        .crossRegionAccessEnabled(!elsewhere),
                                endpoints.s3(),
                                regionOrFirst(),
                                credentials()));
    }

    /// STS with the identity that every other client starts from.
    public StsClient sts() {
        return client(
                "sts",
                () ->
                        built(
                                StsClient.builder(),
                                endpoints.sts(),
                                settings.region(),
                                credentials()));
    }

    /// CloudTrail in a region, with the identity of the settings.
    public CloudTrailClient cloudTrail(String region) {
        return client(
                "cloudtrail " + region,
                () ->
                        built(
                                CloudTrailClient.builder(),
                                endpoints.cloudtrail(),
                                region,
                                credentials()));
    }

    /// CloudTrail in another account's region, through the reader role of that account; with the
    /// identity of the settings where there is no such role.
    ///
    /// @param partition `aws`, `aws-cn` …
    public CloudTrailClient cloudTrail(String partition, String account, String region) {
        if (settings.reader().isEmpty()) {
            return cloudTrail(region);
        }
        return client(
                "cloudtrail " + account + " " + region,
                () ->
                        built(
                                CloudTrailClient.builder(),
                                endpoints.cloudtrail(),
                                region,
                                reader(partition, account)));
    }

    /// How far this machine's clock is ahead of AWS's, by the first answer; negative where it is
    /// behind, zero before there was an answer.
    public Duration clockAhead() {
        return clockWatch.ahead();
    }

    /// Whether an answer told AWS's time, so that [#clockAhead()] was measured.
    public boolean isClockKnown() {
        return clockWatch.isKnown();
    }

    @Override
    public void close() {
        synchronized (toClose) {
            while (!toClose.isEmpty()) {
                try {
                    toClose.pop().close();
                } catch (Exception failure) {
                    throw new IllegalStateException("a client could not be closed", failure);
                }
            }
        }
        clients.clear();
    }

    private AwsCredentialsProvider credentials() {
        return client(
                "credentials",
                () -> {
                    AwsCredentialsProvider own = own();
                    return settings.role().isEmpty() ? own : assumed(own, settings.role(), "");
                });
    }

    private AwsCredentialsProvider own() {
        return keep(new OwnCredentials(settings.profile()));
    }

    private AwsCredentialsProvider reader(String partition, String account) {
        String role = "arn:%s:iam::%s:role/%s".formatted(partition, account, settings.reader());
        return client(
                "credentials " + role, () -> assumed(credentials(), role, settings.externalId()));
    }

    /// @param externalId `""` for none
    private AwsCredentialsProvider assumed(
            AwsCredentialsProvider by, String role, String externalId) {
        StsClient sts = keep(built(StsClient.builder(), endpoints.sts(), settings.region(), by));
        return keep(
                StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts)
                        .refreshRequest(request ->
                                request.roleArn(role)
                                        .roleSessionName(SESSION_NAME)
                                        .externalId(externalId.isEmpty() ? null : externalId))
                        .build());
    }

    /// The region at hand, or the first of all: S3 leads on to the bucket's own.
    private String regionOrFirst() {
        if (!settings.region().isEmpty()) {
            return settings.region();
        }
        try {
            return DefaultAwsRegionProviderChain.builder()
                    .profileName(profile())
                    .build()
                    .getRegion()
                    .id();
        } catch (SdkClientException _) {
            return Region.US_EAST_1.id();
        }
    }

    private @Nullable String profile() {
        return settings.profile().isEmpty() ? null : settings.profile();
    }

    private SdkHttpClient http() {
        return client(
                "http",
                () ->
                        Apache5HttpClient.builder()
                                .connectionTimeout(Duration.ofSeconds(10))
                                .socketTimeout(Duration.ofSeconds(60))
                                .maxConnections(80)
                                .build());
    }

    private <
                    B extends
                            AwsClientBuilder<B, C>
                                    & software.amazon.awssdk.core.client.builder
                                                    .SdkSyncClientBuilder<
                                            B, C>,
                    C>
            C built(B builder, String endpoint, String region, AwsCredentialsProvider by) {
        if (!region.isEmpty()) {
            builder.region(Region.of(region));
        }
        if (!endpoint.isEmpty()) {
            builder.endpointOverride(URI.create(endpoint));
        }
        return builder.credentialsProvider(by)
                .httpClient(http())
                .overrideConfiguration(
                        ClientOverrideConfiguration.builder()
                                .defaultProfileName(profile())
                                .retryStrategy(patience.strategy())
                                .addExecutionInterceptor(clockWatch)
                                .build())
                .build();
    }

    @SuppressWarnings("unchecked")
    private <T> T client(String name, Supplier<T> maker) {
        synchronized (clients) {
            Object known = clients.get(name);
            if (known == null) {
                known = keep(maker.get());
                clients.put(name, known);
            }
            return (T) known;
        }
    }

    private <T> T keep(T made) {
        if (made instanceof AutoCloseable closeable) {
            synchronized (toClose) {
                if (!toClose.contains(closeable)) {
                    toClose.push(closeable);
                }
            }
        }
        return made;
    }
}
