package dev.glasstrail.trail.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Memory does not grow with the trail: two million records in a machine that could not hold them.
/// What it took stands in `target/reading-proof.txt`.
@Tag("proof")
final class ReadingProofTest {

    private static final int FILES = 400;
    private static final int DIFFERENT = 20;
    private static final int RECORDS = 5_000;

    @TempDir private Path folder;

    @Test
    void twoMillionRecordsAreReadWith64Megabytes() throws Exception {
        writeTrail();

        String printed = measured("-Xmx64m", "-XX:+UseSerialGC");

        Files.writeString(Path.of("target", "reading-proof.txt"), printed + "\n");
        assertThat(printed).startsWith(FILES * RECORDS + " records, ").contains(" 0 unreadable");
    }

    private String measured(String... options) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()));
        command.addAll(List.of(options));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasuredReading.class.getName(),
                        folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.strip();
    }

    private void writeTrail() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < DIFFERENT; i++) {
            byte[] log = MemoryStore.gzip(log(random));
            for (int copy = 0; copy < FILES / DIFFERENT; copy++) {
                Path day = folder.resolve("CloudTrail/eu-central-1/2026/11/" + (10 + copy % 6));
                Files.createDirectories(day);
                Files.write(day.resolve("log-" + i + "-" + copy + ".json.gz"), log);
            }
        }
    }

    private static String log(Random random) {
        StringBuilder log = new StringBuilder("{\"Records\":[");
        for (int i = 0; i < RECORDS; i++) {
            log.append(i == 0 ? "" : ",").append(noise(random));
        }
        return log.append("]}").toString();
    }

    /// A record of everyday noise, in the size and shape of real ones.
    private static String noise(Random random) {
        int role = random.nextInt(50);
        return """
        {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole",\
        "principalId":"AROAEXAMPLE%1$05d:worker-%2$d",\
        "arn":"arn:aws:sts::111122223333:assumed-role/service-%1$d/worker-%2$d",\
        "accountId":"111122223333","accessKeyId":"ASIAEXAMPLE%2$05d","sessionContext":{\
        "sessionIssuer":{"type":"Role","principalId":"AROAEXAMPLE%1$05d",\
        "arn":"arn:aws:iam::111122223333:role/service-%1$d","accountId":"111122223333",\
        "userName":"service-%1$d"},"attributes":{"creationDate":"2026-11-1%3$dT01:00:00Z",\
        "mfaAuthenticated":"false"}}},"eventTime":"2026-11-1%3$dT02:%4$02d:%5$02dZ",\
        "eventSource":"ec2.amazonaws.com","eventName":"DescribeInstances",\
        "awsRegion":"eu-central-1","sourceIPAddress":"198.51.100.%4$d",\
        "userAgent":"aws-sdk-java/2.25 Linux/6.1 OpenJDK_64-Bit_Server_VM/21",\
        "requestParameters":{"instancesSet":{"items":[{"instanceId":"i-%6$016x"}]},\
        "filterSet":{"items":[{"name":"tag:team","valueSet":{"items":[{"value":"t%1$d"}]}}]}},\
        "responseElements":null,"requestID":"%6$016x-%7$016x","eventID":"%7$016x-%6$016x",\
        "readOnly":true,"eventType":"AwsApiCall","managementEvent":true,\
        "recipientAccountId":"111122223333","eventCategory":"Management","tlsDetails":{\
        "tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256",\
        "clientProvidedHostHeader":"ec2.eu-central-1.amazonaws.com"}}\
        """
                .formatted(
                        role,
                        random.nextInt(10_000),
                        random.nextInt(6),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextLong(),
                        random.nextLong());
    }
}
