package dev.glasstrail.trail.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The inflated bytes of a file, with a look ahead at how they begin, and line by line where each
/// line is a document of its own.
///
/// A failure to read is held back until every byte before it was handed on, so that looking ahead
/// costs no record.
final class Content extends InputStream {

    private static final int CHUNK = 1 << 16;
    private static final int FARTHEST_LOOK = 1 << 20;

    /// How the content begins, blanks and a byte-order mark left out.
    enum Start {
        NOTHING,
        OBJECT,
        ARRAY,
        OTHER
    }

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int at;
    private int end;
    private boolean exhausted;
    private boolean byLine;
    private @Nullable IOException failure;

    Content(InputStream in) {
        this.in = in;
    }

    /// Looks at the first byte that counts.
    ///
    /// @throws IOException if nothing at all could be read
    Start start() throws IOException {
        int first = indexOfFirst(0);
        if (first < 0) {
            if (failure != null) {
                throw failure;
            }
            return exhausted ? Start.NOTHING : Start.OTHER;
        }
        return switch (buffer[first]) {
            case '{' -> Start.OBJECT;
            case '[' -> Start.ARRAY;
            // The marks of UTF-16, which only text begins with.
            case (byte) 0xFE, (byte) 0xFF -> Start.OBJECT;
            default -> Start.OTHER;
        };
    }

    /// Whether each line is a document of its own: the first two lines begin with a brace, and the
    /// first does not break off where a document goes on.
    boolean isLines() {
        int first = indexOfFirst(0);
        if (first < 0 || buffer[first] != '{') {
            return false;
        }
        int newline = first;
        while (buffer[newline] != '\n') {
            newline++;
            if (newline >= end && !lookFarther()) {
                return false;
            }
        }
        int last = newline;
        while (buffer[last] <= ' ' && last > first) {
            last--;
        }
        int second = indexOfFirst(newline);
        return "[{,:".indexOf(buffer[last]) < 0 && second >= 0 && buffer[second] == '{';
    }

    /// From here on the content ends at each end of line, until [#nextLine].
    void readByLine() {
        byLine = true;
    }

    /// Leaves what is left of a line.
    ///
    /// @return false at the end of the file
    boolean nextLine() throws IOException {
        while (at < end || more()) {
            if (buffer[at++] == '\n') {
                return at < end || more();
            }
        }
        return false;
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
        if (at == end && !more()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        if (byLine) {
            int newline = at;
            while (newline < at + count && buffer[newline] != '\n') {
                newline++;
            }
            count = newline - at;
            if (count == 0) {
                return -1;
            }
        }
        System.arraycopy(buffer, at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// @return -1 where nothing but blanks is in sight
    private int indexOfFirst(int from) {
        int index = from;
        while (true) {
            if (index >= end && !lookFarther()) {
                return -1;
            }
            if (!isBlank(buffer[index])) {
                return index;
            }
            index++;
        }
    }

    /// Blanks, the three bytes of UTF-8's mark, and the zero before an ASCII character in UTF-16.
    private static boolean isBlank(byte b) {
        return (b >= 0 && b <= ' ') || b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
    }

    /// Reads on without giving up what was looked at.
    private boolean lookFarther() {
        if (exhausted || end == FARTHEST_LOOK) {
            return false;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(2 * end, FARTHEST_LOOK));
        }
        return append();
    }

    private boolean more() throws IOException {
        at = 0;
        end = 0;
        if (!exhausted && append()) {
            return true;
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    private boolean append() {
        try {
            int count = in.read(buffer, end, buffer.length - end);
            exhausted = count <= 0;
            end += Math.max(count, 0);
        } catch (IOException held) {
            failure = held;
            exhausted = true;
        }
        return !exhausted;
    }
}
