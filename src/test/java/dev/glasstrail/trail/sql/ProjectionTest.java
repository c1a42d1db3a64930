package dev.glasstrail.trail.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-17");

    @Test
    void itIsReadFromATablesParameters() {
        assertThat(of(Map.of()))
                .isEqualTo(
                        Projection.of(
                                List.of("111122223333", "444455556666"),
                                List.of("eu-central-1", "us-east-1"),
                                new Projection.Days(LocalDate.parse("2024-01-01"), TODAY)));
    }

    @Test
    void aTableWithoutItIsUnknown() {
        assertThat(Projection.of(Map.of(), TODAY)).isEqualTo(Projection.UNKNOWN);
        assertThat(of(Map.of("projection.enabled", "false"))).isEqualTo(Projection.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "'2026/01/01,2026/06/30', 2026-01-01, 2026-06-30",
        "'NOW-1YEARS,NOW+1DAY', 2025-11-17, 2026-11-18",
        "'now-3MONTHS, now', 2026-08-17, 2026-11-17",
        "'NOW-2WEEKS,NOW', 2026-11-03, 2026-11-17",
        "'NOW - 3 MONTHS, NOW + 1 DAY', 2026-08-17, 2026-11-18",
        "'NOW-5HOURS,NOW-5MINUTES', 2026-11-17, 2026-11-17",
        "'NOW-50HOURS,NOW+90000SECONDS', 2026-11-15, 2026-11-18"
    })
    void aRangeMayBeRelativeToToday(String range, String first, String last) {
        Projection projection = of(Map.of("projection.timestamp.range", range));

        assertThat(projection.everywhere().first()).isEqualTo(first);
        assertThat(projection.everywhere().last()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"''", "'never,always'", "'2026/01/01'", "'NOW-5EONS,NOW-5AGES'", "'NOW-,x'"})
    void aRangeThatCannotBeToldIsNoLimit(String range) {
        Projection projection = of(Map.of("projection.timestamp.range", range));

        assertThat(projection.everywhere().first()).isEqualTo(LocalDate.MIN);
        assertThat(projection.everywhere().last()).isEqualTo(LocalDate.MAX);
    }

    @Test
    void anotherFormatIsUsedIfItsTextsAreInTheOrderOfTheDays() {
        assertThat(
                        of(
                                Map.of(
                                        "projection.timestamp.format",
                                        "yyyy-MM-dd",
                                        "projection.timestamp.range",
                                        "2026-01-01,NOW")))
                .extracting(Projection::dayFormat, projection -> projection.everywhere().first())
                .containsExactly("yyyy-MM-dd", LocalDate.parse("2026-01-01"));
        assertThat(of(Map.of("projection.timestamp.format", "dd/MM/yyyy")).dayFormat()).isEmpty();
        assertThat(of(Map.of("projection.timestamp.format", "yyyy/MM/ddQQQQQQ")).dayFormat())
                .isEmpty();
    }

    @Test
    void injectedAccountsAreNoneByName() {
        Map<String, String> parameters = new TreeMap<>(parameters());
        parameters.put("projection.account.type", "injected");
        parameters.remove("projection.account.values");

        assertThat(Projection.of(parameters, TODAY))
                .extracting(Projection::known, Projection::accounts)
                .containsExactly(true, List.of());
    }

    private static Projection of(Map<String, String> changes) {
        Map<String, String> parameters = new TreeMap<>(parameters());
        parameters.putAll(changes);
        return Projection.of(parameters, TODAY);
    }

    private static Map<String, String> parameters() {
        return Map.of(
                "projection.enabled",
                "true",
                "projection.account.type",
                "enum",
                "projection.account.values",
                "444455556666,111122223333",
                "projection.region.values",
                "us-east-1,eu-central-1",
                "projection.timestamp.type",
                "date",
                "projection.timestamp.format",
                "yyyy/MM/dd",
                "projection.timestamp.range",
                "2024/01/01,NOW");
    }
}
