package dev.glasstrail.trail.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Inflates a gzip file of one or more members and holds it to its own check sums.
///
/// The JDK's own stream takes a damaged second header, and anything behind the last member, for the
/// end of the file. Here each is a [DamagedFileException], thrown after all bytes before it were
/// handed on.
final class GzipMembers extends InputStream {

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;
    private static final long RATIO_JUDGED_FROM = 16 << 20;

    private final InputStream in;
    private final FileLimits limits;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long stored;
    private long inflated;
    private int member;
    private boolean inMember;

    GzipMembers(InputStream in, FileLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            if (!inMember && !startMember()) {
                return -1;
            }
            int count = inflate(target, offset, length);
            if (count > 0) {
                return count;
            }
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    /// @return bytes inflated; 0 at the end of a member
    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    checksum.update(target, offset, count);
                    inflated += count;
                    checkLimits();
                    return count;
                }
                if (inflater.finished()) {
                    at = end - inflater.getRemaining();
                    endMember();
                    return 0;
                }
                if (inflater.needsDictionary()) {
                    throw damaged("asks for a dictionary");
                }
                fill();
                inflater.setInput(buffer, at, end - at);
            }
        } catch (DataFormatException failure) {
            throw damaged("is damaged: " + Reason.plain(failure.getMessage()));
        }
    }

    private void checkLimits() throws IOException {
        if (inflated > limits.inflatedBytes()) {
            throw new DamagedFileException(
                    "inflates to more than the limit of "
                            + limits.inflatedBytes()
                            + " bytes; raise the limit if this is a real log");
        }
        if (inflated > RATIO_JUDGED_FROM && inflated / stored > limits.inflationRatio()) {
            throw new DamagedFileException(
                    "inflates to more than "
                            + limits.inflationRatio()
                            + " times its size, which is a bomb and no log");
        }
    }

    /// @return false at the end of the file
    private boolean startMember() throws IOException {
        int first = nextOrEnd();
        if (first < 0) {
            return false;
        }
        member++;
        if (first != 0x1F || nextOrEnd() != 0x8B) {
            throw new DamagedFileException(
                    "has bytes that are not gzip behind member " + (member - 1));
        }
        if (next() != 8) {
            throw damaged("is not compressed with deflate");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw damaged("has flags that gzip does not know");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        skipTexts(Integer.bitCount(flags & (NAME | COMMENT)));
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, at, end - at);
        checksum.reset();
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        long crc = nextInteger();
        long size = nextInteger();
        inMember = false;
        if (crc != checksum.getValue()) {
            throw damaged("has a wrong CRC-32, so that its content was altered or damaged");
        }
        if (size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw damaged("has a wrong length in its trailer");
        }
    }

    private long nextInteger() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipTexts(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            while (next() != 0) {
                // Each text ends in a zero byte.
            }
        }
    }

    private int nextOrEnd() throws IOException {
        if (at == end && !tryFill()) {
            return -1;
        }
        return buffer[at++] & 0xFF;
    }

    private int next() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    private void fill() throws IOException {
        if (!tryFill()) {
            throw damaged("is truncated");
        }
    }

    private boolean tryFill() throws IOException {
        at = 0;
        end = 0;
        int count = in.read(buffer, 0, buffer.length);
        if (count <= 0) {
            return false;
        }
        end = count;
        stored += count;
        return true;
    }

    private DamagedFileException damaged(String what) {
        return new DamagedFileException("gzip member " + member + " " + what);
    }
}
