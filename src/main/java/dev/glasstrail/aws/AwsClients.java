package dev.glasstrail.aws;

import dev.glasstrail.settings.AwsSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/// The clients of one run, made when they are first asked for and closed together.
///
/// Nothing is looked up before that: a run that reads a folder needs neither credentials nor a
/// region. Safe for several threads.
public final class AwsClients implements AutoCloseable {

    /// Begins the message of a failure that says all there is to say.
    static final String NO_READER = "no role is named by which another account is read, and ";

    private static final String SESSION_NAME = "glasstrail";

    private final AwsSettings settings;
    private final AwsSettings.Endpoints endpoints;
    private final ClockWatch clockWatch;
    private final ClientMaker maker;
    private final Map<String, Object> clients = new ConcurrentHashMap<>();
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    /// @param clock of this machine, to be compared with AWS's
    public AwsClients(AwsSettings settings, Patience patience, Clock clock) {
        this.settings = settings;
        this.endpoints = settings.endpoints();
        this.clockWatch = new ClockWatch(clock);
        this.maker = new ClientMaker(settings, patience, clockWatch, this::http);
    }

    /// Athena in the region of the settings.
    public AthenaClient athena() {
        return client(
                "athena",
                () ->
                        maker.make(
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
                        maker.make(
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
                        maker.make(
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
                        maker.make(
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
                        maker.make(
                                CloudTrailClient.builder(),
                                endpoints.cloudtrail(),
                                region,
                                reader(partition, account)));
    }

    /// EventBridge in an account's region: with the identity of the settings in the caller's own
    /// account, through the reader role in another.
    ///
    /// @throws SdkClientException if no role is named by which another account is read
    public EventBridgeClient eventBridge(Caller caller, String account, String region) {
        return client(
                "events " + account + " " + region,
                () ->
                        maker.make(
                                EventBridgeClient.builder(),
                                endpoints.events(),
                                region,
                                credentials(caller, account)));
    }

    /// CloudWatch in an account's region, as [#eventBridge(Caller, String, String)].
    ///
    /// @throws SdkClientException if no role is named by which another account is read
    public CloudWatchClient cloudWatch(Caller caller, String account, String region) {
        return client(
                "monitoring " + account + " " + region,
                () ->
                        maker.make(
                                CloudWatchClient.builder(),
                                endpoints.monitoring(),
                                region,
                                credentials(caller, account)));
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

    private AwsCredentialsProvider credentials(Caller caller, String account) {
        if (caller.account().equals(account)) {
            return credentials();
        }
        if (settings.reader().isEmpty()) {
            throw SdkClientException.create(
                    NO_READER
                            + "the credentials at hand are of account %s; name one in aws.reader"
                                    .formatted(caller.account()));
        }
        return reader(caller.partition(), account);
    }

    private AwsCredentialsProvider reader(String partition, String account) {
        String role = "arn:%s:iam::%s:role/%s".formatted(partition, account, settings.reader());
        return client(
                "credentials " + role, () -> assumed(credentials(), role, settings.externalId()));
    }

    /// @param externalId `""` for none
    private AwsCredentialsProvider assumed(
            AwsCredentialsProvider by, String role, String externalId) {
        StsClient sts =
                keep(maker.make(StsClient.builder(), endpoints.sts(), settings.region(), by));
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
                    .profileName(maker.profile())
                    .build()
                    .getRegion()
                    .id();
        } catch (SdkClientException _) {
            return Region.US_EAST_1.id();
        }
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
