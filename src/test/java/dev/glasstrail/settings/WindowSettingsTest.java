package dev.glasstrail.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowSettingsTest {

    @Test
    void aWindowSettlesWithinTwoHoursByDefault() throws SettingsException {
        assertThat(Yaml.settings("").window()).isEqualTo(new WindowSettings(Duration.ofHours(2)));
    }

    @ParameterizedTest
    @CsvSource({"0s, PT0S", "90m, PT1H30M", "24 h, PT24H", "30d, PT720H"})
    void everyKeyIsRead(String text, Duration settle) throws SettingsException {
        assertThat(Yaml.settings("window: {settle: %s}".formatted(text)).window())
                .isEqualTo(new WindowSettings(settle));
    }

    @Test
    void wrongValuesAreToldWithTheirLines() {
        assertThat(Yaml.problems("window: {settle: PT2H}"))
                .isEqualTo(
                        """
                        g.yaml:1: window.settle is "PT2H"; give a number and s, m, h or d, such as 2h
                        """);
        assertThat(Yaml.problems("window:\n  settle: 31d"))
                .isEqualTo(
                        """
                        g.yaml:2: window.settle is PT744H; give 0s to 30d
                        """);
        assertThatThrownBy(() -> new WindowSettings(Duration.ofSeconds(-1)))
                .hasMessage("window.settle is PT-1S; give 0s to 30d");
    }
}
