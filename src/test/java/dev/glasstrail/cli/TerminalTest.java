package dev.glasstrail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TerminalTest {

    @Test
    void textForPeopleIsPrintedAsItIs() {
        String text = "José \\ 山田 ö e\u0301 😀 \"quoted\" a\u00a0b";

        assertThat(Terminal.escape(text)).isEqualTo(text);
    }

    @Test
    void whatATerminalWouldObeyOrHideIsPrintedByItsNumber() {
        assertThat(Terminal.escape("\u001b[2Jred\u0007\t\r\n\u009b31m"))
                .isEqualTo("\\u{1b}[2Jred\\u{7}\\u{9}\\u{d}\\u{a}\\u{9b}31m");
        assertThat(Terminal.escape("exe\u202Efdp.\u2066\u200B\uFEFF\u00AD"))
                .isEqualTo("exe\\u{202e}fdp.\\u{2066}\\u{200b}\\u{feff}\\u{ad}");
        assertThat(Terminal.escape("\u2028\u2029\uD800\uE000\uDBFF\uDFFF"))
                .isEqualTo("\\u{2028}\\u{2029}\\u{d800}\\u{e000}\\u{10ffff}");
    }

    @Test
    void textIsAsWideAsItLooks() {
        assertThat(Terminal.width("José")).isEqualTo(4);
        assertThat(Terminal.width("e\u0301")).isEqualTo(1);
        assertThat(Terminal.width("山田")).isEqualTo(4);
        assertThat(Terminal.width("한국")).isEqualTo(4);
        assertThat(Terminal.width("。Ａ😀")).isEqualTo(6);
    }
}
