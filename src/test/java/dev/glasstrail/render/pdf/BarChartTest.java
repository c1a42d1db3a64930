package dev.glasstrail.render.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.render.pdf.BarChart.Figure;
import dev.glasstrail.render.pdf.BarChart.Period;
import dev.glasstrail.render.pdf.BarChart.Series;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BarChartTest {

    /// A window that begins on a Wednesday is not one of weeks.
    @ParameterizedTest
    @CsvSource({"W46, Uses by week", "Wed 11 Nov, Uses by day", "Mon 9 Nov, Uses by day"})
    void theLabelsOfThePeriodsSayWhetherTheyAreWeeks(String label, String title) {
        assertThat(figure(List.of(new Period(label, List.of(1)))).title()).isEqualTo(title);
    }

    @Test
    void nothingIsShownByDay() {
        assertThat(figure(List.of()).title()).isEqualTo("Uses by day");
    }

    private static Figure figure(List<Period> periods) {
        return Figure.overTime("Uses", List.of(new Series("uses", Ink.DATA)), periods);
    }
}
