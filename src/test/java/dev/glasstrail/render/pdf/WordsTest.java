package dev.glasstrail.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Instant TUESDAY = Instant.parse("2026-11-10T02:14:07Z");

    @Test
    void figuresAreGroupedAndNounsAgreeWithThem() {
        assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Words.count(1, "entry")).isEqualTo("1 entry");
        assertThat(Words.count(1_200, "entry")).isEqualTo("1,200 entries");
    }

    @Test
    void durationsKeepTheTwoUnitsThatMatter() {
        assertThat(Words.duration(TUESDAY, TUESDAY.plusSeconds(42))).isEqualTo("42 s");
        assertThat(Words.duration(TUESDAY, TUESDAY.plusSeconds(599))).isEqualTo("9 min");
        assertThat(Words.duration(TUESDAY, TUESDAY.plusSeconds(6_724))).isEqualTo("1 h 52 min");
    }

    @Test
    void aSpanNamesTheSecondDayOnlyWhereItDiffers() {
        assertThat(Words.span(TUESDAY, TUESDAY.plusSeconds(60)))
                .isEqualTo("10 Nov 2026 02:14:07 – 02:15:07");
        assertThat(Words.span(TUESDAY, TUESDAY.plusSeconds(86_400)))
                .isEqualTo("10 Nov 2026 02:14:07 – 11 Nov 2026 02:14:07");
    }

    @Test
    void aWindowOfWholeDaysNamesItsLastDay() {
        assertThat(Words.window(SampleReport.FROM, SampleReport.TO))
                .isEqualTo("9 Nov 2026 – 15 Nov 2026");
        assertThat(Words.window(TUESDAY, SampleReport.TO))
                .isEqualTo("10 Nov 2026 02:14:07 – 16 Nov 2026 00:00:00");
    }
}
