package dev.glasstrail.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class HostileTextTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("evil\u202Egpj.exe", "evil\\u{202E}gpj.exe"),
                Arguments.of("two\r\nlines\u0000", "two\\u{D}\\u{A}lines\\u{0}"),
                Arguments.of("zero\u200Bwidth\uFEFF", "zero\\u{200B}width\\u{FEFF}"),
                Arguments.of("half \uD800 pair", "half \\u{D800} pair"),
                Arguments.of("\\u{202E} typed", "\\u{5C}u{202E} typed"),
                Arguments.of("מישהו", "\\u{5DE}\\u{5D9}\\u{5E9}\\u{5D4}\\u{5D5}"),
                Arguments.of("fire 🔥 fighter", "fire \\u{1F525} fighter"),
                Arguments.of("(paren\\esis) <b>&amp;", "(paren\\esis) <b>&amp;"),
                Arguments.of("李 伟 김민준 Ελένη Мария", "李 伟 김민준 Ελένη Мария"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsPrintedWholeOrEscapedAndBreaksNothing(String name, String printed)
            throws Exception {
        LayoutRecord record = new LayoutRecord();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(SampleReport.hostile(name), out, record);

        String text = Pages.of(out.toByteArray()).text();
        assertThat(text.replaceAll("\\s", "")).contains(printed.replaceAll("\\s", ""));
        assertThat(record.outside()).isEmpty();
        assertThat(record.overlapping()).isEmpty();
        assertThat(Standards.broken(out.toByteArray(), PDFAFlavour.PDFA_3_A)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void aNameOfAnyLengthIsPrintedWhole(int length) throws Exception {
        LayoutRecord record = new LayoutRecord();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String name = "x".repeat(length) + "END";
        PdfReport.write(SampleReport.hostile(name), out, record);

        String text = Pages.of(out.toByteArray()).text();
        assertThat(text.replaceAll("\\s", "")).contains("xEND");
        assertThat(record.outside()).isEmpty();
        assertThat(record.overlapping()).isEmpty();
    }

    static Stream<Integer> sizes() {
        return Stream.of(64, 1_000, 20_000);
    }
}
