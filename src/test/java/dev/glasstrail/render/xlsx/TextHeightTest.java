package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextHeightTest {

    @Test
    void aShortTextTakesOneLine() {
        assertThat(TextHeight.lines("A log file", 34)).isEqualTo(1);
        assertThat(TextHeight.lines("", 34)).isEqualTo(1);
    }

    @Test
    void wordsMoveDownWhole() {
        assertThat(TextHeight.lines("aaaaaaaa bbbbbbbb cccccccc", 12)).isEqualTo(3);
    }

    @Test
    void aWordLongerThanTheLineIsBroken() {
        assertThat(TextHeight.lines("a".repeat(100), 22)).isEqualTo(6);
    }

    @Test
    void everyLineBreakBeginsALine() {
        assertThat(TextHeight.lines("a\nb\n", 34)).isEqualTo(3);
    }

    @Test
    void widerLettersTakeMoreRoom() {
        assertThat(TextHeight.lines("李".repeat(30), 40)).isEqualTo(2);
        assertThat(TextHeight.lines("i".repeat(30), 40)).isEqualTo(1);
    }
}
