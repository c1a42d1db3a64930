package dev.glasstrail.trail.athena;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the CSV that Athena writes, one row at a time.
///
/// An unquoted empty field is NULL and a quoted one is the empty string; quotes inside are doubled;
/// a quoted field may hold line breaks. The first row names the columns. Every row ends in a line
/// break, so a file that was cut off shows it.
final class CsvRows {

    private static final int BUFFER = 1 << 16;

    private static final int END = -1;

    /// Athena's own limit is 32 MB.
    private static final int LONGEST_ROW = 1 << 26;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private final FieldBytes field = new FieldBytes();
    private final List<String> names;
    private List<@Nullable String> values = List.of();
    private long rows;
    private int rowBytes;

    /// @param in is read in large pieces and not closed
    /// @throws DamagedResultException if there is no row of names
    CsvRows(InputStream in) throws IOException {
        this.in = in;
        if (!readRow()) {
            throw new DamagedResultException("it is empty, without even the names of the columns");
        }
        List<String> read = new ArrayList<>();
        for (String name : values) {
            read.add(name == null ? "" : name);
        }
        this.names = List.copyOf(read);
    }

    /// The names of the columns.
    List<String> names() {
        return names;
    }

    /// Reads the next row.
    ///
    /// @return false at the end
    /// @throws DamagedResultException if the row is not whole
    boolean next() throws IOException {
        rows++;
        if (!readRow()) {
            rows--;
            return false;
        }
        if (values.size() != names.size()) {
            throw damaged("has %d fields instead of %d".formatted(values.size(), names.size()));
        }
        return true;
    }

    /// The values of the row that was read last, `null` for NULL.
    List<@Nullable String> values() {
        return values;
    }

    /// How many rows were read, without that of the names.
    long rows() {
        return rows;
    }

    private boolean readRow() throws IOException {
        int first = read();
        if (first == END) {
            return false;
        }
        List<@Nullable String> row = new ArrayList<>();
        rowBytes = 0;
        int end = readField(first, row);
        while (end != '\n') {
            end = readField(read(), row);
        }
        values = Collections.unmodifiableList(row);
        return true;
    }

    /// @param first byte of the field
    /// @return the byte that ends the field: a comma or a line feed
    private int readField(int first, List<@Nullable String> row) throws IOException {
        field.clear();
        if (first != '"') {
            return readUnquoted(first, row);
        }
        readQuoted();
        int next = lineEnd(read());
        if (next != ',' && next != '\n') {
            throw damaged("goes on after a closing quote");
        }
        row.add(field.text());
        return next;
    }

    private int readUnquoted(int first, List<@Nullable String> row) throws IOException {
        int next = lineEnd(first);
        while (next != ',' && next != '\n') {
            if (next == '"') {
                throw damaged("has a quote inside a field without quotes");
            }
            count(1);
            field.add((byte) next);
            next = lineEnd(read());
        }
        row.add(field.isEmpty() ? null : field.text());
        return next;
    }

    /// Up to the closing quote.
    private void readQuoted() throws IOException {
        while (true) {
            if (position == filled && !fill()) {
                throw damaged("is cut off inside quotes");
            }
            int from = position;
            while (position < filled && buffer[position] != '"') {
                position++;
            }
            count(position - from);
            field.add(buffer, from, position);
            if (position < filled) {
                position++;
                if (peek() != '"') {
                    return;
                }
                position++;
                count(1);
                field.add((byte) '"');
            }
        }
    }

    /// Takes both kinds of line break for one.
    private int lineEnd(int read) throws IOException {
        if (read == END) {
            throw damaged("ends without a line break");
        }
        if (read != '\r') {
            return read;
        }
        if (peek() != '\n') {
            throw damaged("has a carriage return that begins no line break");
        }
        return read();
    }

    private void count(int more) throws DamagedResultException {
        rowBytes += more;
        if (rowBytes > LONGEST_ROW) {
            throw damaged("is longer than 64 MB");
        }
    }

    private int read() throws IOException {
        int read = peek();
        if (read != END) {
            position++;
        }
        return read;
    }

    private int peek() throws IOException {
        return position < filled || fill() ? buffer[position] & 0xff : END;
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, BUFFER);
        position = 0;
        filled = Math.max(read, 0);
        return filled > 0;
    }

    private DamagedResultException damaged(String what) {
        return new DamagedResultException(
                (rows == 0 ? "its row of names " : "its row " + rows + " ") + what);
    }

    /// The bytes of one field, in a room that is used again.
    private static final class FieldBytes {

        private byte[] bytes = new byte[1024];
        private int size;

        void clear() {
            size = 0;
        }

        boolean isEmpty() {
            return size == 0;
        }

        void add(byte value) {
            require(1);
            bytes[size++] = value;
        }

        void add(byte[] from, int start, int end) {
            require(end - start);
            System.arraycopy(from, start, bytes, size, end - start);
            size += end - start;
        }

        String text() {
            return new String(bytes, 0, size, UTF_8);
        }

        private void require(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
    }
}
