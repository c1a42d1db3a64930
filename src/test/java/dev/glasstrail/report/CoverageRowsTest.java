package dev.glasstrail.report;

import static dev.glasstrail.report.Assembling.reading;
import static dev.glasstrail.report.Assembling.seen;
import static dev.glasstrail.report.Assembling.unreadable;
import static dev.glasstrail.session.Trails.HOME;
import static dev.glasstrail.session.Trails.OTHER;
import static dev.glasstrail.session.Trails.WEEK;
import static dev.glasstrail.session.Trails.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.report.SourceSection.CoverageRow;
import dev.glasstrail.report.SourceSection.Interval;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CoverageRowsTest {

    @Test
    void recordsWithoutDigestsProveNothingAboutTheWindow() {
        assertThat(told(reading(List.of(), seen(HOME, "eu-central-1", 20))))
                .isEqualTo(
                        """
                        111122223333 eu-central-1: 3 files, 20 records, 2026-11-09T00:00:05Z to 2026-11-15T23:59:58Z
                          2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z unknown: records were read; no digest proves that none is missing
                        """);
    }

    @Test
    void aFileThatCouldNotBeReadIsAGapOfAQuarterOfAnHourBeforeItsDelivery() {
        assertThat(
                        told(
                                reading(
                                        List.of(
                                                unreadable(
                                                        "a.gz",
                                                        HOME,
                                                        "eu-central-1",
                                                        at("10T09:00:00"))),
                                        seen(HOME, "eu-central-1", 20))))
                .isEqualTo(
                        """
                        111122223333 eu-central-1: 3 files, 20 records, 2026-11-09T00:00:05Z to 2026-11-15T23:59:58Z
                          2026-11-09T00:00:00Z to 2026-11-10T08:45:00Z unknown: records were read; no digest proves that none is missing
                          2026-11-10T08:45:00Z to 2026-11-10T09:00:00Z gap: the file a.gz could not be read whole
                          2026-11-10T09:00:00Z to 2026-11-16T00:00:00Z unknown: records were read; no digest proves that none is missing
                        """);
    }

    @Test
    void gapsThatOverlapOrHoldEachOtherAreToldOnceEach() {
        assertThat(
                        told(
                                reading(
                                        List.of(
                                                unreadable(
                                                        "c.gz",
                                                        HOME,
                                                        "eu-central-1",
                                                        at("10T09:10:00")),
                                                unreadable(
                                                        "b.gz",
                                                        HOME,
                                                        "eu-central-1",
                                                        at("10T09:00:00")),
                                                unreadable(
                                                        "a.gz",
                                                        HOME,
                                                        "eu-central-1",
                                                        at("10T09:00:00"))),
                                        seen(HOME, "eu-central-1", 20))))
                .isEqualTo(
                        """
                        111122223333 eu-central-1: 3 files, 20 records, 2026-11-09T00:00:05Z to 2026-11-15T23:59:58Z
                          2026-11-09T00:00:00Z to 2026-11-10T08:45:00Z unknown: records were read; no digest proves that none is missing
                          2026-11-10T08:45:00Z to 2026-11-10T09:00:00Z gap: the file a.gz could not be read whole
                          2026-11-10T09:00:00Z to 2026-11-10T09:10:00Z gap: the file c.gz could not be read whole
                          2026-11-10T09:10:00Z to 2026-11-16T00:00:00Z unknown: records were read; no digest proves that none is missing
                        """);
    }

    @Test
    void gapsAreCutAtTheEdgesOfTheWindow() {
        assertThat(
                        told(
                                reading(
                                        List.of(
                                                unreadable(
                                                        "a.gz",
                                                        HOME,
                                                        "eu-central-1",
                                                        at("09T00:05:00")),
                                                unreadable(
                                                        "b.gz",
                                                        HOME,
                                                        "eu-central-1",
                                                        at("16T00:05:00")),
                                                unreadable(
                                                        "c.gz",
                                                        HOME,
                                                        "eu-central-1",
                                                        at("08T23:00:00")),
                                                unreadable(
                                                        "d.gz",
                                                        HOME,
                                                        "eu-central-1",
                                                        at("16T09:00:00"))),
                                        seen(HOME, "eu-central-1", 20))))
                .isEqualTo(
                        """
                        111122223333 eu-central-1: 3 files, 20 records, 2026-11-09T00:00:05Z to 2026-11-15T23:59:58Z
                          2026-11-09T00:00:00Z to 2026-11-09T00:05:00Z gap: the file a.gz could not be read whole
                          2026-11-09T00:05:00Z to 2026-11-15T23:50:00Z unknown: records were read; no digest proves that none is missing
                          2026-11-15T23:50:00Z to 2026-11-16T00:00:00Z gap: the file b.gz could not be read whole
                        """);
    }

    @Test
    void aPlaceOfWhichNothingCouldBeReadIsListedToo() {
        assertThat(
                        told(
                                reading(
                                        List.of(
                                                unreadable(
                                                        "a.gz",
                                                        OTHER,
                                                        "us-east-1",
                                                        at("10T09:00:00")),
                                                unreadable("elsewhere.gz", "", "", Instant.EPOCH)),
                                        seen(HOME, "eu-central-1", 0))))
                .isEqualTo(
                        """
                        111122223333 eu-central-1: 3 files, 0 records, null to null
                          2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z unknown: no record was read; nothing proves that there was none
                        444455556666 us-east-1: 0 files, 0 records, null to null
                          2026-11-09T00:00:00Z to 2026-11-10T08:45:00Z unknown: no record was read; nothing proves that there was none
                          2026-11-10T08:45:00Z to 2026-11-10T09:00:00Z gap: the file a.gz could not be read whole
                          2026-11-10T09:00:00Z to 2026-11-16T00:00:00Z unknown: no record was read; nothing proves that there was none
                        """);
    }

    @Test
    void theIntervalsTileTheWindowWhateverIsDamaged() {
        Random random = new Random(46);
        for (int round = 0; round < 200; round++) {
            List<Unreadable> damaged = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                damaged.add(
                        unreadable(
                                "f" + i,
                                HOME,
                                "eu-central-1",
                                at("08T22:00:00").plusSeconds(random.nextInt(8 * 24 * 3600))));
            }
            CoverageRow row =
                    CoverageRows.of(reading(damaged, seen(HOME, "eu-central-1", 1)), WEEK)
                            .getFirst();
            Instant end = WEEK.from();
            for (Interval interval : row.intervals()) {
                assertThat(interval.from()).isEqualTo(end).isBefore(interval.to());
                end = interval.to();
            }
            assertThat(end).isEqualTo(WEEK.to());
        }
    }

    private static String told(Reading reading) {
        StringBuilder told = new StringBuilder();
        for (CoverageRow row : CoverageRows.of(reading, WEEK)) {
            told.append(
                    "%s %s: %d files, %d records, %s to %s%n"
                            .formatted(
                                    row.account(),
                                    row.region(),
                                    row.files(),
                                    row.records(),
                                    row.firstEvent(),
                                    row.lastEvent()));
            for (Interval one : row.intervals()) {
                told.append(
                        "  %s to %s %s: %s%n"
                                .formatted(one.from(), one.to(), one.state(), one.why()));
            }
        }
        return told.toString();
    }
}
