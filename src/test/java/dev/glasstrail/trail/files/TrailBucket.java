package dev.glasstrail.trail.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/// A bucket on a real S3 server in this process, with a client that writes down what it asks and
/// whose answers can be refused or cut off.
public final class TrailBucket {

    public static final String IDENTITY = "local-identity";
    public static final String CREDENTIAL = "local-credential";

    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final S3Proxy SERVER = started();

    private final String name = "trail-" + BUCKETS.incrementAndGet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final Map<String, Deque<Integer>> cuts = new ConcurrentHashMap<>();
    private final S3Client client = client(endpoint());
    private int pageSize = 1_000;
    private Breaking breaking = () -> {};

    public TrailBucket() {
        client.createBucket(request -> request.bucket(name));
    }

    /// Happens as a connection breaks.
    interface Breaking {
        void happen() throws InterruptedException;
    }

    private record Refusal(int status, String code, String message, String more) {}

    public String url() {
        return "s3://" + name;
    }

    /// The server, which takes the keys that [#IDENTITY] and [#CREDENTIAL] are.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + SERVER.getPort());
    }

    S3Client client() {
        return client;
    }

    /// A client of the same kind for a server that may not be there.
    S3Client client(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(IDENTITY, CREDENTIAL)))
                .overrideConfiguration(settings ->
                        settings.addExecutionInterceptor(new Listener())
                                .retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    TrailBucket with(String key, String content) {
        return with(key, content.getBytes(UTF_8));
    }

    public TrailBucket with(String key, byte[] content) {
        client.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(content));
        return this;
    }

    /// Files of a folder.
    public TrailBucket with(Path folder, Predicate<String> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String key = folder.relativize(file).toString();
                if (wanted.test(key)) {
                    with(key, Files.readAllBytes(file));
                }
            }
        }
        return this;
    }

    TrailBucket without(String key) {
        client.deleteObject(request -> request.bucket(name).key(key));
        return this;
    }

    /// Answers every GET of a key, or with `""` every listing, with an error of S3.
    TrailBucket refusing(String key, int status, String code, String message) {
        return refusing(key, status, code, message, "");
    }

    /// The same, with more elements in the error.
    TrailBucket refusing(String key, int status, String code, String message, String more) {
        refusals.put(key, new Refusal(status, code, message, more));
        return this;
    }

    /// Breaks the connection after so many bytes of each answer to a GET of a key, one answer after
    /// the other.
    TrailBucket cutting(String key, Integer... bytesOfEach) {
        cuts.put(key, new ArrayDeque<>(List.of(bytesOfEach)));
        return this;
    }

    TrailBucket onBreak(Breaking happening) {
        breaking = happening;
        return this;
    }

    TrailBucket inPagesOf(int objects) {
        pageSize = objects;
        return this;
    }

    /// What was asked since the bucket was made, puts left out: `list <prefix>` with `/` where only
    /// one level was, `after` and `more`, and `get <key>` with its range.
    List<String> asked() {
        return List.copyOf(asked);
    }

    private static S3Proxy started() {
        S3Proxy server =
                S3Proxy.builder()
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, IDENTITY, CREDENTIAL)
                        .blobStore(BlobStores.create("transient-nio2", new Properties()))
                        .build();
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException("the S3 server does not start", failure);
        }
        return server;
    }

    private static String key(SdkRequest request) {
        return request instanceof GetObjectRequest get ? get.key() : "";
    }

    private static boolean isPlanned(SdkRequest request) {
        return request instanceof GetObjectRequest || request instanceof ListObjectsV2Request;
    }

    private final class Listener implements ExecutionInterceptor {

        @Override
        public SdkRequest modifyRequest(
                Context.ModifyRequest context, ExecutionAttributes attributes) {
            return context.request() instanceof ListObjectsV2Request list
                    ? list.toBuilder().maxKeys(pageSize).build()
                    : context.request();
        }

        @Override
        public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
            switch (context.request()) {
                case ListObjectsV2Request list -> asked.add(words(list));
                case GetObjectRequest get ->
                        asked.add(
                                "get "
                                        + get.key()
                                        + (get.range() == null ? "" : " " + get.range()));
                default -> {}
            }
        }

        @Override
        public SdkHttpResponse modifyHttpResponse(
                Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            Refusal refusal = refusal(context.request());
            return refusal == null
                    ? context.httpResponse()
                    : context.httpResponse().toBuilder().statusCode(refusal.status).build();
        }

        @Override
        public Optional<InputStream> modifyHttpResponseContent(
                Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
            Refusal refusal = refusal(context.request());
            if (refusal != null) {
                return Optional.of(new ByteArrayInputStream(xml(refusal)));
            }
            Integer cut = cuts.getOrDefault(key(context.request()), new ArrayDeque<>()).poll();
            return cut == null
                    ? context.responseBody()
                    : context.responseBody().map(body -> new Cut(body, cut, breaking));
        }

        private @Nullable Refusal refusal(SdkRequest request) {
            return isPlanned(request) ? refusals.get(key(request)) : null;
        }

        private String words(ListObjectsV2Request list) {
            List<String> words = new ArrayList<>(List.of("list", list.prefix()));
            if (list.delimiter() != null) {
                words.add(list.delimiter());
            }
            if (list.startAfter() != null) {
                words.add("after " + list.startAfter());
            }
            if (list.continuationToken() != null) {
                words.add("more");
            }
            return String.join(" ", words);
        }

        private byte[] xml(Refusal refusal) {
            return String.format(
                            Locale.ROOT,
                            "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>%s</Message>%s"
                                    + "</Error>",
                            refusal.code,
                            refusal.message,
                            refusal.more)
                    .getBytes(UTF_8);
        }
    }

    /// Bytes of which the last ones never come.
    private static final class Cut extends FilterInputStream {

        private final Breaking breaking;
        private int left;

        Cut(InputStream in, int after, Breaking breaking) {
            super(in);
            left = after;
            this.breaking = breaking;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                try {
                    breaking.happen();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                throw new IOException("Connection reset");
            }
            int count = super.read(target, offset, Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
