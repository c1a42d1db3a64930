package dev.glasstrail.trail.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/// What becomes of an audit when S3 refuses, breaks off or changes.
final class BucketFaultsTest {

    private static final String DAY = "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/11/14/";
    private static final String BAD =
            DAY + "111122223333_CloudTrail_eu-central-1_20261114T0205Z_AbCdEfGh12345678.json";

    private final TrailBucket bucket = new TrailBucket();

    @BeforeEach
    void putTwoLogs() {
        bucket.with(DAY + "good.json", MadeRecord.of("good")).with(BAD, MadeRecord.of("bad"));
    }

    @Test
    void anObjectThatIsRefusedIsNamedAndTheRestIsRead() throws Exception {
        bucket.refusing(BAD, 403, "AccessDenied", "Access Denied");

        assertThat(read())
                .isEqualTo(
                        """
                        handed on [good]
                        records 1, some bytes
                        1 log files
                        1 unreadable files
                        %s cannot be read: access is denied; allow s3:GetObject to the identity that `glasstrail doctor` names; 0 read, of 111122223333 eu-central-1 at 2026-11-14T02:05:00Z
                        seen 111122223333 eu-central-1: 2 files, 1 records, 2026-11-14T02:03:04Z to 2026-11-14T02:03:04Z
                        """
                                .formatted(BAD));
    }

    @Test
    void aKeyThatMayNotBeUsedIsNamedWithItsOwnPermission() throws Exception {
        bucket.refusing(
                BAD,
                403,
                "AccessDenied",
                "User: arn:aws:sts::111122223333:assumed-role/audit/x is not authorized to perform:"
                        + " kms:Decrypt on the resource associated with this ciphertext");

        assertThat(reason())
                .isEqualTo(
                        "cannot be read: access is denied; allow kms:Decrypt to the identity that `glasstrail doctor` names");
    }

    @Test
    void aKeyThatIsDisabledIsNamed() throws Exception {
        bucket.refusing(BAD, 400, "KMS.DisabledException", "the key is disabled.");

        assertThat(reason())
                .isEqualTo(
                        "cannot be read: AWS answers KMS.DisabledException: the key is disabled.; look it up under this error code");
    }

    @Test
    void anObjectWithAKeyOfItsWriterIsNamed() throws Exception {
        bucket.refusing(
                BAD,
                400,
                "InvalidRequest",
                "The object was stored using a form of Server Side Encryption. The correct"
                        + " parameters must be provided to retrieve the object.");

        assertThat(reason())
                .isEqualTo(
                        "is encrypted with a key that its writer kept (SSE-C), which Glasstrail does not take; copy it with another encryption");
    }

    @Test
    void anArchivedObjectIsNamedWithItsStorageClass() throws Exception {
        bucket.refusing(
                BAD,
                403,
                "InvalidObjectState",
                "The operation is not valid for the object's storage class",
                "<StorageClass>DEEP_ARCHIVE</StorageClass>");

        assertThat(reason()).isEqualTo("is in the storage class DEEP_ARCHIVE; restore it first");
    }

    @Test
    void anObjectThatIsReplacedAfterItWasListedIsNamed() throws Exception {
        FilesTrailSource source = source(bucket.client());
        source.plan(MadeRecord.request());

        bucket.with(BAD, MadeRecord.of("forged"));

        assertThat(Shown.week(source, 0))
                .contains("handed on [good]")
                .contains(BAD + " was replaced while the trail was read");
    }

    @Test
    void anObjectThatVanishesAfterItWasListedIsNamed() throws Exception {
        FilesTrailSource source = source(bucket.client());
        source.plan(MadeRecord.request());

        bucket.without(BAD);

        assertThat(Shown.week(source, 0))
                .contains("handed on [good]")
                .contains(BAD + " vanished while the trail was read");
    }

    @Test
    void aServerThatFailsForOneObjectLosesNoOther() throws Exception {
        bucket.refusing(BAD, 503, "SlowDown", "Please reduce your request rate.");

        assertThat(reason())
                .isEqualTo(
                        "cannot be read: AWS answers SlowDown: Please reduce your request rate.; look it up under this error code");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 150})
    void aConnectionThatBreaksIsFetchedOnToTheSameBytes(int after) throws Exception {
        bucket.cutting(BAD, after, 1);

        Reading reading = source(bucket.client()).read(MadeRecord.request(), _ -> {});

        assertThat(reading.unreadable()).isEmpty();
        assertThat(reading.records()).isEqualTo(2);
        assertThat(reading.inputs().getFirst())
                .isEqualTo(new Reading.InputFile(BAD, content().length, sha256(content())));
        assertThat(bucket.asked())
                .filteredOn(asked -> asked.startsWith("get " + BAD))
                .containsExactly(
                        "get " + BAD,
                        "get " + BAD + (after == 0 ? "" : " bytes=" + after + "-"),
                        "get " + BAD + " bytes=" + (after + 1) + "-");
    }

    @Test
    void aConnectionThatBreaksAgainAndAgainIsNamed() throws Exception {
        bucket.cutting(BAD, 10, 10, 10, 10, 10, 10);

        assertThat(reason())
                .isEqualTo(
                        "cannot be read: its connection broke 6 times, last after 60 of %d bytes (Connection reset); try again, and check the network if it goes on"
                                .formatted(content().length));
    }

    @Test
    void anObjectThatIsReplacedWhileItsConnectionIsBrokenIsNotPatchedTogether() throws Exception {
        FilesTrailSource source = source(bucket.client());
        source.plan(MadeRecord.request());
        byte[] other = MadeRecord.of("xyz").getBytes(UTF_8);
        bucket.cutting(BAD, 100).onBreak(() -> bucket.with(BAD, other));

        assertThat(Shown.week(source, 0))
                .contains("handed on [good]")
                .contains(BAD + " was replaced while the trail was read");
    }

    @Test
    void aBucketThatMayNotBeListedStopsTheRun() {
        bucket.refusing("", 403, "AccessDenied", "Access Denied");

        assertThatThrownBy(this::read)
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "%s cannot be listed: access is denied; allow s3:ListBucket to the identity that `glasstrail doctor` names"
                                .formatted(bucket.url()));
    }

    @Test
    void aBucketThatIsNotThereStopsTheRun() {
        FilesTrailSource source =
                FilesTrailSource.ofBucket(
                        bucket.client(),
                        "s3://no-such-bucket",
                        Places.ALL,
                        FileLimits.defaults(),
                        () -> Duration.ZERO);

        assertThatThrownBy(() -> source.read(MadeRecord.request(), _ -> {}))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "s3://no-such-bucket cannot be listed: there is no bucket no-such-bucket; check its name");
    }

    @Test
    void aBucketInAnotherRegionStopsTheRun() {
        bucket.refusing(
                "",
                400,
                "AuthorizationHeaderMalformed",
                "the region 'eu-central-1' is wrong; expecting 'eu-west-1'");

        assertThatThrownBy(this::read)
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "%s cannot be listed: the bucket lies in another region (AuthorizationHeaderMalformed); give that region with aws.region"
                                .formatted(bucket.url()));
    }

    @Test
    void credentialsThatHaveExpiredStopTheListing() {
        bucket.refusing("", 400, "ExpiredToken", "The provided token has expired.");

        assertThatThrownBy(this::read)
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "%s cannot be listed: the credentials have expired; sign in again or renew them"
                                .formatted(bucket.url()));
    }

    @Test
    void credentialsThatExpireWhileReadingStopTheRun() {
        bucket.refusing(BAD, 400, "ExpiredToken", "The provided token has expired.");

        assertThatThrownBy(this::read)
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "%s can no longer be read: the credentials have expired; sign in again or renew them"
                                .formatted(bucket.url()));
    }

    @Test
    void anEndpointThatIsDownStopsTheRun() throws IOException {
        int nobodys;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobodys = socket.getLocalPort();
        }
        S3Client client = bucket.client(URI.create("http://127.0.0.1:" + nobodys));

        assertThatThrownBy(() -> source(client).read(MadeRecord.request(), _ -> {}))
                .isInstanceOf(TrailException.class)
                .hasMessageStartingWith(bucket.url() + " cannot be listed: no connection (")
                .hasMessageEndingWith("; check the endpoint, the proxy and the network");
    }

    @Test
    void anInterruptWhileS3KeepsSilentEndsTheReading() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        bucket.cutting(BAD, 10)
                .onBreak(() -> {
                    waiting.countDown();
                    Thread.sleep(Long.MAX_VALUE);
                });
        AtomicReference<Exception> end = new AtomicReference<>();
        Thread caller =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                read();
                            } catch (Exception ended) {
                                end.set(ended);
                            }
                        });
        waiting.await();

        caller.interrupt();
        caller.join();

        assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }

    private String read() throws Exception {
        return Shown.week(source(bucket.client()), 0);
    }

    /// Why the one file is unreadable; the other was read.
    private String reason() throws Exception {
        Reading reading = source(bucket.client()).read(MadeRecord.request(), _ -> {});
        assertThat(reading.inputs())
                .extracting(Reading.InputFile::name)
                .containsExactly(DAY + "good.json");
        assertThat(reading.unreadable())
                .extracting(Reading.Unreadable::name)
                .isEqualTo(List.of(BAD));
        return reading.unreadable().getFirst().reason();
    }

    private static FilesTrailSource source(S3Client client, String url) {
        return FilesTrailSource.ofBucket(
                client,
                url,
                Places.ALL,
                new FileLimits(1 << 26, 400, 1 << 20, 2),
                () -> Duration.ZERO);
    }

    private FilesTrailSource source(S3Client client) {
        return source(client, bucket.url());
    }

    private static byte[] content() {
        return MadeRecord.of("bad").getBytes(UTF_8);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
