package dev.glasstrail.trail.athena;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CsvRowsTest {

    private static final String NAMES = "\"a\",\"b\"\n";
    private static final int[] LETTERS = "\",\n\r ä😀x".codePoints().toArray();

    @Test
    void theFirstRowNamesTheColumns() throws IOException {
        CsvRows rows = rows(NAMES + "\"1\",\"2\"\n");

        assertThat(rows.names()).containsExactly("a", "b");
        assertThat(rows.next()).isTrue();
        assertThat(rows.values()).containsExactly("1", "2");
        assertThat(rows.next()).isFalse();
        assertThat(rows.rows()).isEqualTo(1);
    }

    @Test
    void nullIsEmptyWithoutQuotesAndTheEmptyStringHasThem() throws IOException {
        assertThat(read(NAMES + ",\"\"\n\"\",\n,\n"))
                .containsExactly(row(null, ""), row("", null), row(null, null));
    }

    @Test
    void nullInTheOnlyColumnIsAnEmptyLine() throws IOException {
        assertThat(read("\"a\"\n\n\"\"\n")).containsExactly(row((String) null), row(""));
    }

    @Test
    void doubledQuotesAreOne() throws IOException {
        assertThat(read(NAMES + "\"{\"\"x\"\":\"\"\"\"}\",\"\"\"\"\n"))
                .containsExactly(row("{\"x\":\"\"}", "\""));
    }

    @Test
    void commasAndLineBreaksInsideQuotesBelongToTheValue() throws IOException {
        assertThat(read(NAMES + "\"1,\n2\",\"3\r\n4\r5\"\n"))
                .containsExactly(row("1,\n2", "3\r\n4\r5"));
    }

    @Test
    void bothKindsOfLineBreakEndARow() throws IOException {
        assertThat(read("\"a\",\"b\"\r\n\"1\",\r\n,\"2\"\n"))
                .containsExactly(row("1", null), row(null, "2"));
    }

    @Test
    void aFieldWithoutQuotesIsItsText() throws IOException {
        assertThat(read("a,b\n1,x y\n")).containsExactly(row("1", "x y"));
    }

    @Test
    void lettersOfManyBytesAreReadAcrossTheEdgesOfTheBuffer() throws IOException {
        String value = "ä€😀".repeat(30_000);

        assertThat(read(NAMES + "\"" + value + "\",\"x\"\n")).containsExactly(row(value, "x"));
        assertThat(read(NAMES + "\"1" + value + "\",\"x\"\n"))
                .containsExactly(row("1" + value, "x"));
    }

    @Test
    void noRowsIsNoDamage() throws IOException {
        assertThat(read(NAMES)).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() {
        refused("").hasMessage("it is empty, without even the names of the columns");
    }

    @Test
    void aFileCutOffInsideQuotesIsRefused() {
        refused(NAMES + "\"1\",\"2\"\n\"3\",\"fo").hasMessage("its row 2 is cut off inside quotes");
    }

    @Test
    void aFileCutOffAfterAFieldIsRefused() {
        refused(NAMES + "\"1\",\"2\"").hasMessage("its row 1 ends without a line break");
        refused(NAMES + "\"1\",").hasMessage("its row 1 ends without a line break");
        refused(NAMES + "1").hasMessage("its row 1 ends without a line break");
        refused(NAMES + "\"1\",\"2\"\r")
                .hasMessage("its row 1 has a carriage return that begins no line break");
        refused("\"a\"").hasMessage("its row of names ends without a line break");
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        refused(NAMES + "\"1\",\"2\"\n\"3\"\n").hasMessage("its row 2 has 1 fields instead of 2");
        refused(NAMES + "\"1\",\"2\",\n").hasMessage("its row 1 has 3 fields instead of 2");
        refused(NAMES + "\n").hasMessage("its row 1 has 1 fields instead of 2");
    }

    @Test
    void textAfterAClosingQuoteIsRefused() {
        refused(NAMES + "\"1\"x,\"2\"\n").hasMessage("its row 1 goes on after a closing quote");
    }

    @Test
    void aQuoteInsideAFieldWithoutQuotesIsRefused() {
        refused(NAMES + "1\"2\",\n")
                .hasMessage("its row 1 has a quote inside a field without quotes");
    }

    @Test
    void aCarriageReturnAloneIsRefused() {
        refused(NAMES + "\"1\"\r,\"2\"\n")
                .hasMessage("its row 1 has a carriage return that begins no line break");
    }

    @Test
    void aRowWithoutEndIsRefusedBeforeItFillsTheMemory() {
        InputStream endless =
                new InputStream() {
                    private boolean begun;

                    @Override
                    public int read() {
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int most) {
                        Arrays.fill(into, from, from + most, (byte) 'x');
                        if (!begun) {
                            into[from] = '"';
                            begun = true;
                        }
                        return most;
                    }
                };

        assertThatThrownBy(() -> new CsvRows(endless))
                .isInstanceOf(DamagedResultException.class)
                .hasMessage("its row of names is longer than 64 MB");
    }

    @Test
    void everyCutOfAFileIsSeenUnlessItFallsBetweenTwoRows() throws IOException {
        byte[] whole = (NAMES + "\"1\",\"x\"\"\ny\"\r\n,\"\"\n").getBytes(UTF_8);
        List<Integer> unseen = new ArrayList<>();

        for (int length = 0; length < whole.length; length++) {
            try {
                read(new ByteArrayInputStream(whole, 0, length));
                unseen.add(length);
            } catch (DamagedResultException _) {
                // Seen.
            }
        }

        assertThat(unseen).containsExactly(8, 21);
    }

    @Test
    void whateverIsWrittenAsAthenaWritesItIsReadAsItWas() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 300; round++) {
            List<List<@Nullable String>> written = new ArrayList<>();
            StringBuilder csv = new StringBuilder("\"a\",\"b\",\"c\"\n");
            for (int i = 0; i < random.nextInt(20); i++) {
                List<@Nullable String> row = row(value(random), value(random), value(random));
                written.add(row);
                csv.append(line(row));
            }

            InputStream inPieces = new Trickle(csv.toString().getBytes(UTF_8), random);

            assertThat(read(inPieces)).isEqualTo(written);
        }
    }

    private static @Nullable String value(Random random) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < random.nextInt(8); i++) {
            value.appendCodePoint(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return value.toString();
    }

    private static String line(List<@Nullable String> row) {
        List<String> fields = new ArrayList<>();
        for (String value : row) {
            fields.add(value == null ? "" : '"' + value.replace("\"", "\"\"") + '"');
        }
        return String.join(",", fields) + "\n";
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String csv) {
        return assertThatThrownBy(() -> read(csv)).isInstanceOf(DamagedResultException.class);
    }

    private static CsvRows rows(String csv) throws IOException {
        return new CsvRows(new ByteArrayInputStream(csv.getBytes(UTF_8)));
    }

    private static List<List<@Nullable String>> read(String csv) throws IOException {
        return read(new ByteArrayInputStream(csv.getBytes(UTF_8)));
    }

    private static List<List<@Nullable String>> read(InputStream csv) throws IOException {
        CsvRows rows = new CsvRows(csv);
        List<List<@Nullable String>> read = new ArrayList<>();
        while (rows.next()) {
            read.add(rows.values());
        }
        return read;
    }

    private static List<@Nullable String> row(@Nullable String... values) {
        return Arrays.asList(values);
    }

    /// Gives a few bytes at a time.
    private static final class Trickle extends ByteArrayInputStream {

        private final Random random;

        Trickle(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] into, int from, int most) {
            return super.read(into, from, Math.min(most, 1 + random.nextInt(3)));
        }
    }
}
