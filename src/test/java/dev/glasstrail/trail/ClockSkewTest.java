package dev.glasstrail.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ClockSkewTest {

    @Test
    void aClockThatIsMoreThanTwoMinutesOffIsTold() {
        assertThat(ClockSkew.of(Duration.ofMinutes(10)).orElseThrow().text())
                .isEqualTo(
                        "This machine's clock is 10 minutes ahead of AWS's, so the time of making and every age in this report are as much off; set the clock and make the report again.");
        assertThat(ClockSkew.of(Duration.ofSeconds(-121)).orElseThrow().text())
                .startsWith("This machine's clock is 2 minutes behind AWS's, ");
    }

    @Test
    void aClockThatIsRightEnoughIsNot() {
        assertThat(ClockSkew.of(Duration.ZERO)).isEmpty();
        assertThat(ClockSkew.of(Duration.ofMinutes(2))).isEmpty();
        assertThat(ClockSkew.of(Duration.ofMinutes(-2))).isEmpty();
    }
}
