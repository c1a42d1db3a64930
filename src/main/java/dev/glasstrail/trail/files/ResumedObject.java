package dev.glasstrail.trail.files;

import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.trail.TrailException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// The bytes of an object, fetched on from where a connection broke.
///
/// Every part is of the content that was listed, by its ETag, and begins at the byte that was due:
/// what comes out is the object or an exception, never two halves of two contents, and never a
/// second start.
final class ResumedObject extends InputStream {

    private static final int MOST_BREAKS = 5;

    private final Fetch fetch;
    private final long length;
    private ResponseInputStream<GetObjectResponse> part;
    private long at;
    private int breaks;

    private ResumedObject(Fetch fetch, ResponseInputStream<GetObjectResponse> part) {
        this.fetch = fetch;
        this.part = part;
        this.length = part.response().contentLength();
    }

    /// Asks for an object's bytes.
    interface Fetch {

        /// The bytes from a position on.
        ///
        /// @param position of the first byte wanted
        /// @throws IOException if this object cannot be had
        /// @throws TrailException if no object can
        ResponseInputStream<GetObjectResponse> from(long position)
                throws IOException, TrailException;
    }

    static ResumedObject open(Fetch fetch) throws IOException, TrailException {
        return new ResumedObject(fetch, fetch.from(0));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
        if (size == 0) {
            return 0;
        }
        while (true) {
            IOException broken;
            try {
                int count = part.read(target, offset, size);
                if (count >= 0) {
                    at += count;
                    return count;
                }
                broken = new EOFException("it ends after " + at + " of " + length + " bytes");
            } catch (IOException failure) {
                broken = failure;
            } catch (SdkException failure) {
                throw refused(failure);
            }
            if (at >= length) {
                return -1;
            }
            resume(broken);
        }
    }

    /// Leaves what was not read where it is; a connection that has nothing left serves the next
    /// object.
    @Override
    public void close() throws IOException {
        if (at < length) {
            part.abort();
        } else {
            part.close();
        }
    }

    private void resume(IOException broken) throws IOException {
        part.abort();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was stopped");
        }
        if (++breaks > MOST_BREAKS) {
            throw new UnavailableObjectException(
                    "cannot be read: its connection broke %d times, last after %d of %d bytes (%s); try again, and check the network if it goes on"
                            .formatted(breaks, at, length, Reason.plain(broken.getMessage())),
                    broken);
        }
        try {
            part = fetch.from(at);
        } catch (TrailException failure) {
            throw new UnavailableObjectException(
                    "broke off after %d of %d bytes, and could not be fetched on: %s"
                            .formatted(at, length, failure.getMessage()),
                    failure);
        }
        String range = String.valueOf(part.response().contentRange());
        if (at > 0 && !range.startsWith("bytes " + at + "-")) {
            part.abort();
            throw new UnavailableObjectException(
                    "broke off after %d of %d bytes, and this endpoint does not send the rest alone"
                            .formatted(at, length),
                    broken);
        }
    }

    /// The SDK's own words: it was interrupted, or the bytes do not match their check sum.
    private static IOException refused(SdkException failure) {
        if (AwsFailures.isInterruption(failure)) {
            InterruptedIOException stopped = new InterruptedIOException("reading was stopped");
            stopped.initCause(failure);
            return stopped;
        }
        return new UnavailableObjectException(BucketFailures.clause(failure), failure);
    }
}
