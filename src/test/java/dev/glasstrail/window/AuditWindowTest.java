package dev.glasstrail.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuditWindowTest {

    private static final Instant TUESDAY = Instant.parse("2026-11-17T08:41:12Z");

    @ParameterizedTest
    @CsvSource({
        "2026-W01, 2025-12-29T00:00:00Z, 2026-01-05T00:00:00Z",
        "2026-W46, 2026-11-09T00:00:00Z, 2026-11-16T00:00:00Z",
        "2026-W53, 2026-12-28T00:00:00Z, 2027-01-04T00:00:00Z",
        "2027-W01, 2027-01-04T00:00:00Z, 2027-01-11T00:00:00Z",
        "2020-W53, 2020-12-28T00:00:00Z, 2021-01-04T00:00:00Z",
    })
    void anIsoWeekRunsFromMondayToMonday(String week, Instant from, Instant to) {
        AuditWindow window = AuditWindow.ofIsoWeek(week);

        assertThat(window).isEqualTo(new AuditWindow(from, to));
        assertThat(window.label()).isEqualTo(week);
    }

    @Test
    void theWeeksOfAYearFollowEachOtherWithoutGapOrOverlap() {
        AuditWindow before = AuditWindow.ofIsoWeek("2026-W01");
        for (int number = 2; number <= 53; number++) {
            AuditWindow week = AuditWindow.ofIsoWeek("2026-W%02d".formatted(number));
            assertThat(week.from()).isEqualTo(before.to());
            before = week;
        }
        assertThat(AuditWindow.ofIsoWeek("2027-W01").from()).isEqualTo(before.to());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-W53 | there is no week \"2027-W53\": the weeks of 2027 are 2027-W01 to 2027-W52; give one of them",
                "2026-W00 | there is no week \"2026-W00\": the weeks of 2026 are 2026-W01 to 2026-W53; give one of them",
                "2026-46  | \"2026-46\" is no ISO week; write the year, -W and two digits, such as 2026-W46",
                "2026-w46 | \"2026-w46\" is no ISO week; write the year, -W and two digits, such as 2026-W46",
                "1970-W01 | \"1970-W01\" is no ISO week; write the year, -W and two digits, such as 2026-W46",
            })
    void aWrongWeekIsRefusedInOneLine(String week, String message) {
        assertThatThrownBy(() -> AuditWindow.ofIsoWeek(week))
                .isInstanceOf(WindowException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "24h, 2026-11-16T0800Z--2026-11-17T0800Z",
        "1d, 2026-11-16--2026-11-17",
        "7d, 2026-11-10--2026-11-17",
        "1w, 2026-W46",
        "4w, 2026-10-19--2026-11-16",
    })
    void theLastUnitsAreWholeOnesBeforeTheTimeOfMaking(String amount, String label) {
        assertThat(AuditWindow.last(amount, TUESDAY).label()).isEqualTo(label);
    }

    @Test
    void theLastSevenDaysAreTheSameAllDayLong() {
        Instant midnight = Instant.parse("2026-11-17T00:00:00Z");
        Instant lastSecond = Instant.parse("2026-11-17T23:59:59Z");

        assertThat(AuditWindow.last("7d", midnight)).isEqualTo(AuditWindow.last("7d", lastSecond));
    }

    @ParameterizedTest
    @CsvSource({"7", "d", "0d", "-7d", "7D", "7m", "10000d", "7 d", "P7D"})
    void aWrongLengthIsRefusedInOneLine(String amount) {
        assertThatThrownBy(() -> AuditWindow.last(amount, TUESDAY))
                .isInstanceOf(WindowException.class)
                .hasMessage(
                        "\"%s\" is no length of time; write a number from 1 to 9999 and h, d or w, such as 24h, 7d or 4w",
                        amount);
    }

    @Test
    void aLengthThatReachesBeforeTheFirstYearIsRefused() {
        assertThatThrownBy(() -> AuditWindow.last("9999w", TUESDAY))
                .isInstanceOf(WindowException.class)
                .hasMessage(
                        "the window from 1835-03-30T00:00:00Z to 2026-11-16T00:00:00Z is outside the years 2000 to 8999; check the dates");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-08, 2026-11-01--2026-11-08",
        "2026-11-02, 2026-11-09, 2026-W45",
        "2026-11-01T00:00Z, 2026-11-08T00:00:00Z, 2026-11-01--2026-11-08",
        "2026-11-01T09:30Z, 2026-11-01T18:00Z, 2026-11-01T0930Z--2026-11-01T1800Z",
        "2026-11-01T09:30:05+01:00, 2026-11-02, 2026-11-01T083005Z--2026-11-02T000000Z",
        "2000-01-03T00:00Z, 2000-01-04, 2000-01-03--2000-01-04",
    })
    void pointsAreDatesOrTimesWithAZoneAndTheLabelIsFitForAFileName(
            String from, String to, String label) {
        AuditWindow window = AuditWindow.between(from, to);

        assertThat(window.label()).isEqualTo(label).matches("[0-9TWZ-]+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-01T09:30 | 2026-11-02 | the start \"2026-11-01T09:30\" has no zone; write 2026-11-01T09:30Z for UTC, or an offset such as 2026-11-01T09:30+01:00",
                "2026-02-30 | 2026-11-02 | the start \"2026-02-30\" is no date and no time (Invalid date 'FEBRUARY 30'); write 2026-11-01 or 2026-11-01T09:30Z",
                "2026-11-01 | tomorrow | the end \"tomorrow\" is no date and no time; write 2026-11-01 or 2026-11-01T09:30Z",
                "2026-11-08 | 2026-11-01 | the window is empty: it begins at 2026-11-08T00:00:00Z and ends at 2026-11-01T00:00:00Z; give a later end",
                "2026-11-01 | 2026-11-01 | the window is empty: it begins at 2026-11-01T00:00:00Z and ends at 2026-11-01T00:00:00Z; give a later end",
                "2026-11-01T00:00:00.5Z | 2026-11-02 | the window from 2026-11-01T00:00:00.500Z to 2026-11-02T00:00:00Z has parts of a second; give whole seconds",
                "1999-12-31 | 2026-11-02 | the window from 1999-12-31T00:00:00Z to 2026-11-02T00:00:00Z is outside the years 2000 to 8999; check the dates",
            })
    void wrongPointsAreRefusedInOneLine(String from, String to, String message) {
        assertThatThrownBy(() -> AuditWindow.between(from, to))
                .isInstanceOf(WindowException.class)
                .hasMessage(message);
    }

    @Test
    void theStartBelongsToTheWindowAndTheEndDoesNot() {
        AuditWindow week = AuditWindow.ofIsoWeek("2026-W46");

        assertThat(week.contains(week.from())).isTrue();
        assertThat(week.contains(week.to().minusSeconds(1))).isTrue();
        assertThat(week.contains(week.to())).isFalse();
        assertThat(week.contains(week.from().minusSeconds(1))).isFalse();
    }

    @Test
    void readingReachesAsFarAsCredentialsLiveButNotPastTheTimeOfMaking() {
        AuditWindow week = AuditWindow.ofIsoWeek("2026-W46");

        assertThat(week.readingFrom()).isEqualTo(Instant.parse("2026-11-07T12:00:00Z"));
        assertThat(week.readingTo(Instant.parse("2027-01-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-17T12:00:00Z"));
        assertThat(week.readingTo(TUESDAY)).isEqualTo(TUESDAY);
    }

    @Test
    void aWindowThatHasNotBegunAtTheTimeOfMakingIsRefused() {
        AuditWindow week = AuditWindow.ofIsoWeek("2026-W47");

        week.checkBegunBy(TUESDAY);
        assertThatThrownBy(() -> week.checkBegunBy(week.from()))
                .isInstanceOf(WindowException.class)
                .hasMessage(
                        "the window 2026-W47 begins at 2026-11-16T00:00:00Z, which is not before the time of making 2026-11-16T00:00:00Z; give an earlier window or a later time");
    }

    @Test
    void anyInstantLiesInAWeekThatCanBeNamed() {
        assertThat(AuditWindow.isoWeekOf(TUESDAY)).isEqualTo("2026-W47");
        assertThat(AuditWindow.isoWeekOf(Instant.parse("2027-01-03T23:59:59Z")))
                .isEqualTo("2026-W53");
        assertThat(AuditWindow.isoWeekOf(Instant.EPOCH)).isEqualTo("1970-W01");
    }

    @Test
    void aWindowSettlesOnceItsRecordsHaveHadTimeToArrive() {
        AuditWindow week = AuditWindow.ofIsoWeek("2026-W46");
        Duration settle = Duration.ofHours(2);
        Instant readyAt = Instant.parse("2026-11-16T02:00:00Z");

        assertThat(Readiness.of(week, settle, readyAt)).isEqualTo(new Readiness.Ready(readyAt));
        assertThat(Readiness.of(week, settle, readyAt.minusSeconds(1)))
                .isEqualTo(
                        new Readiness.NotReady(
                                "records of the window 2026-W46 may arrive until 2026-11-16T02:00:00Z",
                                readyAt));
        assertThat(Readiness.of(week, settle, week.to().minusSeconds(1)))
                .isEqualTo(
                        new Readiness.NotReady(
                                "the window 2026-W46 is not over before 2026-11-16T00:00:00Z",
                                readyAt));
    }
}
