package dev.glasstrail.trail.athena;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// An object in S3 that is read once, from its first byte to its last. A connection that breaks is
/// taken up again at the byte where it broke, as long as the object is the same.
final class ResultObject extends InputStream {

    /// In a row, without a byte between them.
    private static final int MOST_RESUMES = 5;

    private static final int PRECONDITION_FAILED = 412;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final S3Client s3;
    private final S3Place place;
    private final Pacing pacing;
    private final String tag;
    private final long length;
    private ResponseInputStream<GetObjectResponse> body;
    private long position;
    private int resumes;

    /// @throws SdkException if S3 does not give it
    ResultObject(S3Client s3, S3Place place, Pacing pacing) {
        this.s3 = s3;
        this.place = place;
        this.pacing = pacing;
        this.body = s3.getObject(request -> request.bucket(place.bucket()).key(place.key()));
        this.tag = body.response().eTag();
        this.length = body.response().contentLength();
    }

    /// Bytes in all.
    long length() {
        return length;
    }

    /// Bytes that were read.
    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// {@inheritDoc}
    ///
    /// @throws DamagedResultException if the object is not the one that was begun, or does not come
    ///   whole
    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        Exception broken = new IOException("it ended early");
        while (true) {
            try {
                int read = body.read(into, from, most);
                if (read > 0) {
                    position += read;
                    resumes = 0;
                    return read;
                }
                if (position == length) {
                    return -1;
                }
            } catch (InterruptedIOException interruption) {
                if (!(interruption instanceof java.net.SocketTimeoutException)) {
                    throw interruption;
                }
                broken = interruption;
            } catch (IOException | SdkException failure) {
                broken = failure;
            }
            resume(broken);
        }
    }

    /// Ends the connection without reading what is left.
    @Override
    public void close() {
        body.abort();
    }

    private void resume(Exception broken) throws IOException {
        if (position == length) {
            throw new DamagedResultException("its checksum is not that of S3", broken);
        }
        Pauses pauses = pacing.during(PATIENCE);
        Exception cause = broken;
        while (resumes < MOST_RESUMES) {
            resumes++;
            pause(pauses);
            try {
                body.abort();
                body =
                        s3.getObject(request ->
                                request.bucket(place.bucket())
                                        .key(place.key())
                                        .range("bytes=" + position + "-")
                                        .ifMatch(tag));
                return;
            } catch (SdkException failure) {
                checkSame(failure);
                cause = failure;
            }
        }
        throw new DamagedResultException(
                "only %d of its %d bytes came, %d attempts to go on failed"
                        .formatted(position, length, MOST_RESUMES),
                cause);
    }

    private static void checkSame(SdkException failure) throws DamagedResultException {
        if (failure instanceof S3Exception answer && answer.statusCode() == PRECONDITION_FAILED) {
            throw new DamagedResultException("it was written again while it was read", failure);
        }
    }

    private static void pause(Pauses pauses) throws InterruptedIOException {
        try {
            pauses.pause();
        } catch (InterruptedException _) {
            throw new InterruptedIOException("interrupted while waiting");
        }
    }
}
