package dev.glasstrail.render.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CellTextTest {

    private static final List<String> PIECES =
            List.of("a", "🔥", "_x0041_", "_x00", "41_", "_", "\\u{", "李", "\n", "=", "\u202E");

    @Test
    void partsPutTogetherAreTheTextAndEachFitsItsCell() {
        Random random = new Random(46);
        for (int round = 0; round < 2_000; round++) {
            String visible = CellText.visible(anyText(random));
            int limit = 16 + random.nextInt(30);
            List<String> parts = CellText.parts(visible, limit);

            assertThat(String.join("", parts)).isEqualTo(visible);
            assertThat(parts).allMatch(part -> CellText.stored(part).length() <= limit);
            assertThat(parts).noneMatch(CellTextTest::endsInHalfAPair);
        }
    }

    @Test
    void aTextThatIsNothingButEscapesOfTheFormatIsCutToo() {
        String escapes = "_x0041".repeat(50) + "_";

        assertThat(CellText.parts(escapes, 16))
                .hasSizeLessThan(60)
                .allMatch(part -> !part.isEmpty() && CellText.stored(part).length() <= 16)
                .satisfies(parts -> assertThat(String.join("", parts)).isEqualTo(escapes));
    }

    @Test
    void anEmptyTextIsOnePart() {
        assertThat(CellText.parts("", 16)).containsExactly("");
    }

    @Test
    void onlyTheUnderscoreThatBeginsAnEscapeIsEscaped() {
        assertThat(CellText.stored("_x0041_x0042_ _x41_ x_"))
                .isEqualTo("_x005F_x0041_x005F_x0042_ _x41_ x_");
    }

    private static boolean endsInHalfAPair(String part) {
        return !part.isEmpty() && Character.isHighSurrogate(part.charAt(part.length() - 1));
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
