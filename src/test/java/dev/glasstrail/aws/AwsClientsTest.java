package dev.glasstrail.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.glasstrail.settings.AwsSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;

/// Who signs, and for which region, read from the signature that a server receives.
final class AwsClientsTest {

    private static final String ENVIRONMENT = "AKIAENVIRONMENT00000";

    private final List<String> signers = new ArrayList<>();
    private final Map<String, @Nullable String> before = new HashMap<>();

    @TempDir private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    signers.add(
                            exchange.getRequestHeaders()
                                    .getFirst("Authorization")
                                    .replaceAll(".*Credential=([^/]*)/[0-9]*/([^/]*)/.*", "$1 $2"));
                    byte[] answer =
                            "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>"
                                    .getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    try (OutputStream body = exchange.getResponseBody()) {
                        body.write(answer);
                    }
                });
        server.start();
        set("aws.accessKeyId", ENVIRONMENT);
        set("aws.secretAccessKey", "made-up");
        set("aws.sharedCredentialsFile", folder.resolve("none").toString());
        set("aws.disableEc2Metadata", "true");
        configuration(
                """
                [default]
                region = us-west-2
                aws_access_key_id = AKIADEFAULT000000000
                aws_secret_access_key = made-up

                [profile audit]
                region = eu-central-1
                aws_access_key_id = AKIAAUDIT00000000000
                aws_secret_access_key = made-up

                [profile broken]
                region = eu-central-1
                credential_process = /bin/false
                """);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void aProfileThatIsNamedSignsWhateverTheEnvironmentHoldsAndInItsRegion() {
        ask("", "audit");

        assertThat(signers).containsExactly("AKIAAUDIT00000000000 eu-central-1");
    }

    @Test
    void withoutAProfileTheEnvironmentComesFirst() {
        ask("", "");

        assertThat(signers).containsExactly(ENVIRONMENT + " us-west-2");
    }

    @Test
    void theRegionOfTheSettingsComesBeforeThatOfTheProfile() {
        ask("ap-south-1", "audit");

        assertThat(signers).containsExactly("AKIAAUDIT00000000000 ap-south-1");
    }

    @Test
    void aProfileThatIsNotThereIsNamed() {
        assertThat(refusal("eu-central-1", "nosuch"))
                .isEqualTo(
                        "nobody: the AWS configuration files have no profile nosuch; name one that"
                                + " `aws configure list-profiles` shows in aws.profile, or none");
        assertThat(signers).isEmpty();
    }

    @Test
    void aProcessThatGivesNoCredentialsIsAFailureLikeOthers() {
        assertThat(refusal("", "broken"))
                .isEqualTo(
                        "nobody: no credentials were found; set a profile, sign in or run where a"
                                + " role is attached");
    }

    @Test
    void withoutAnyRegionS3IsStillFound() throws IOException {
        configuration("");

        try (AwsClients aws = clients("", "")) {
            assertThat(aws.s3().serviceClientConfiguration().region().id()).isEqualTo("us-east-1");
        }
    }

    @Test
    void aClockIsKnownWhenAnAnswerHasToldTheTime() {
        try (AwsClients aws = clients("eu-central-1", "")) {
            assertThat(aws.isClockKnown()).isFalse();

            aws.sts().getCallerIdentity();

            assertThat(aws.isClockKnown()).isTrue();
        }
    }

    /// Why nobody can ask, in a line.
    private String refusal(String region, String profile) {
        SdkException failure = catchThrowableOfType(SdkException.class, () -> ask(region, profile));
        assertThat(failure).isNotNull();
        return AwsFailures.line("nobody", "sts:GetCallerIdentity", failure);
    }

    private void ask(String region, String profile) {
        try (AwsClients aws = clients(region, profile)) {
            aws.sts().getCallerIdentity();
        }
    }

    private AwsClients clients(String region, String profile) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return new AwsClients(
                new AwsSettings(
                        region,
                        profile,
                        "",
                        "",
                        new AwsSettings.Endpoints("", "", "", "", "", address)),
                Patience.WITHOUT_PAUSE,
                Clock.systemUTC());
    }

    private void configuration(String text) throws IOException {
        set("aws.configFile", Files.writeString(folder.resolve("config"), text).toString());
    }

    private void set(String name, String value) {
        String old = System.setProperty(name, value);
        if (!before.containsKey(name)) {
            before.put(name, old);
        }
    }
}
