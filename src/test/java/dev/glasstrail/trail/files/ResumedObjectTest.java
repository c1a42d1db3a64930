package dev.glasstrail.trail.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.TrailException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

final class ResumedObjectTest {

    private static final byte[] CONTENT =
            "A record, and another; the rest of them is as long as this.".getBytes(UTF_8);

    @Test
    void aCutAfterAnyByteIsFetchedOnFromThere() throws Exception {
        for (int cut = 0; cut < CONTENT.length; cut++) {
            for (int chunk : new int[] {1, 7, 1 << 16}) {
                CutObject object = new CutObject(cut);

                assertThat(read(object, chunk)).isEqualTo(CONTENT);
                assertThat(object.asked).containsExactly(0L, (long) cut);
            }
        }
    }

    @Test
    void aCutBehindTheLastByteCostsNothing() throws Exception {
        CutObject object = new CutObject(CONTENT.length);

        assertThat(read(object, 7)).isEqualTo(CONTENT);
        assertThat(object.asked).containsExactly(0L);
    }

    @Test
    void anEndThatComesTooEarlyIsACutToo() throws Exception {
        CutObject object = new CutObject(20).ending();

        assertThat(read(object, 7)).isEqualTo(CONTENT);
        assertThat(object.asked).containsExactly(0L, 20L);
    }

    @Test
    void aTimeOutIsACutToo() throws Exception {
        CutObject object = new CutObject(20).failing(new SocketTimeoutException("Read timed out"));

        assertThat(read(object, 7)).isEqualTo(CONTENT);
    }

    @Test
    void fiveCutsAreResumedAndTheSixthIsNamed() throws Exception {
        assertThat(read(new CutObject(5, 10, 15, 15, 20), 4)).isEqualTo(CONTENT);

        assertThatThrownBy(() -> read(new CutObject(5, 10, 15, 20, 25, 30), 4))
                .isInstanceOf(UnavailableObjectException.class)
                .hasMessage(
                        "cannot be read: its connection broke 6 times, last after 30 of 59 bytes (Connection reset); try again, and check the network if it goes on");
    }

    @Test
    void anEndpointThatBeginsAgainIsRefused() {
        CutObject object = new CutObject(20).ignoringRanges();

        assertThatThrownBy(() -> read(object, 7))
                .isInstanceOf(UnavailableObjectException.class)
                .hasMessage(
                        "broke off after 20 of 59 bytes, and this endpoint does not send the rest alone");
    }

    @Test
    void aBucketThatIsLostInBetweenIsNamedWithTheObject() {
        CutObject object = new CutObject(20).refusing(new TrailException("the keys have expired"));

        assertThatThrownBy(() -> read(object, 7))
                .isInstanceOf(UnavailableObjectException.class)
                .hasMessage(
                        "broke off after 20 of 59 bytes, and could not be fetched on: the keys have expired");
    }

    @Test
    void bytesThatDoNotMatchTheirCheckSumAreNotFetchedAgain() {
        CutObject object =
                new CutObject(CONTENT.length)
                        .failing(SdkClientException.create("Data read has another checksum"));

        assertThatThrownBy(() -> read(object, 7))
                .isInstanceOf(UnavailableObjectException.class)
                .hasMessage(
                        "cannot be read: Data read has another checksum; try again, and check the network if it goes on");
        assertThat(object.asked).containsExactly(0L);
    }

    @Test
    void anInterruptedReadIsNotResumed() {
        CutObject aborted = new CutObject(20).failing(AbortedException.create("stopped"));
        CutObject broken = new CutObject(20);

        assertThatThrownBy(() -> read(aborted, 7)).isInstanceOf(InterruptedIOException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> read(broken, 7)).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(broken.asked).containsExactly(0L);
    }

    @Test
    void aConnectionIsKeptOnlyIfNothingIsLeftInIt() throws Exception {
        CutObject whole = new CutObject();
        CutObject half = new CutObject();

        read(whole, 7);
        try (InputStream in = ResumedObject.open(half::from)) {
            in.read();
        }

        assertThat(whole.aborted).isZero();
        assertThat(half.aborted).isEqualTo(1);
    }

    private static byte[] read(CutObject object, int chunk) throws Exception {
        byte[] all = new byte[CONTENT.length + 1];
        int count = 0;
        try (InputStream in = ResumedObject.open(object::from)) {
            int more = in.read(all, count, chunk == 1 ? 1 : Math.min(chunk, all.length - count));
            while (more >= 0) {
                count += more;
                more = in.read(all, count, Math.min(chunk, all.length - count));
            }
        }
        return Arrays.copyOf(all, count);
    }

    /// An object whose connection breaks at given positions, once at each.
    private static final class CutObject {

        private final Deque<Integer> cuts = new ArrayDeque<>();
        private final List<Long> asked = new ArrayList<>();
        private Exception failure = new IOException("Connection reset");
        private boolean ends;
        private boolean ignoresRanges;
        private TrailException refusal = new TrailException("");
        private int aborted;

        CutObject(Integer... positions) {
            cuts.addAll(List.of(positions));
        }

        CutObject ending() {
            ends = true;
            return this;
        }

        CutObject failing(Exception with) {
            failure = with;
            return this;
        }

        CutObject ignoringRanges() {
            ignoresRanges = true;
            return this;
        }

        CutObject refusing(TrailException with) {
            refusal = with;
            return this;
        }

        ResponseInputStream<GetObjectResponse> from(long position) throws TrailException {
            if (!asked.isEmpty() && !String.valueOf(refusal.getMessage()).isEmpty()) {
                throw refusal;
            }
            asked.add(position);
            GetObjectResponse.Builder response =
                    GetObjectResponse.builder().contentLength(CONTENT.length - position);
            if (position > 0 && !ignoresRanges) {
                response.contentRange(
                        "bytes %d-%d/%d".formatted(position, CONTENT.length - 1, CONTENT.length));
            }
            return new ResponseInputStream<>(
                    response.build(),
                    AbortableInputStream.create(new CutStream((int) position), () -> aborted++));
        }

        private final class CutStream extends InputStream {

            private final ByteArrayInputStream rest;
            private int at;

            CutStream(int from) {
                at = from;
                rest = new ByteArrayInputStream(CONTENT, from, CONTENT.length - from);
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int cut = cuts.isEmpty() ? Integer.MAX_VALUE : cuts.getFirst();
                if (at >= cut) {
                    cuts.removeFirst();
                    return broken();
                }
                int count = rest.read(target, offset, Math.min(length, cut - at));
                at += Math.max(count, 0);
                return count;
            }

            private int broken() throws IOException {
                if (ends) {
                    return -1;
                }
                switch (failure) {
                    case IOException io -> throw io;
                    case RuntimeException refused -> throw refused;
                    default -> throw new IllegalStateException(failure);
                }
            }
        }
    }
}
