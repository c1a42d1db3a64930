package dev.glasstrail.report;

import static dev.glasstrail.session.Identities.role;
import static dev.glasstrail.session.Identities.user;
import static dev.glasstrail.session.LogRecord.assumeRole;
import static dev.glasstrail.session.LogRecord.call;
import static dev.glasstrail.session.Trails.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.session.LogRecord;
import dev.glasstrail.session.Trails;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PeriodCountsTest {

    @Test
    void aWeekIsCountedByDay() {
        assertThat(
                        told(
                                "2026-11-09T00:00:00Z",
                                "2026-11-16T00:00:00Z",
                                opens("09T00:00:00"),
                                opens("11T12:00:00"),
                                opens("11T14:00:00"),
                                refused("12T08:00:00"),
                                opens("15T23:59:59")))
                .isEqualTo(
                        """
                        Mon 9 Nov from 2026-11-09T00:00:00Z: 1 uses, 0 denied
                        Tue 10 Nov from 2026-11-10T00:00:00Z: 0 uses, 0 denied
                        Wed 11 Nov from 2026-11-11T00:00:00Z: 2 uses, 0 denied
                        Thu 12 Nov from 2026-11-12T00:00:00Z: 0 uses, 1 denied
                        Fri 13 Nov from 2026-11-13T00:00:00Z: 0 uses, 0 denied
                        Sat 14 Nov from 2026-11-14T00:00:00Z: 0 uses, 0 denied
                        Sun 15 Nov from 2026-11-15T00:00:00Z: 1 uses, 0 denied
                        """);
    }

    @Test
    void aWindowThatBeginsWithinADayBeginsWithThatDay() {
        assertThat(
                        told(
                                "2026-11-10T09:30:00Z",
                                "2026-11-11T09:30:00Z",
                                opens("10T09:30:00"),
                                opens("11T09:29:59"),
                                opens("11T09:30:00")))
                .isEqualTo(
                        """
                        Tue 10 Nov from 2026-11-10T00:00:00Z: 1 uses, 0 denied
                        Wed 11 Nov from 2026-11-11T00:00:00Z: 1 uses, 0 denied
                        """);
    }

    @Test
    void thirtyOneDaysAreCountedByDayAndASecondMoreByWeek() {
        assertThat(told("2026-11-01T00:00:00Z", "2026-12-02T00:00:00Z")).hasLineCount(31);
        assertThat(
                        told(
                                "2026-11-01T00:00:00Z",
                                "2026-12-02T00:00:01Z",
                                opens("01T00:00:00"),
                                opens("09T00:00:00")))
                .isEqualTo(
                        """
                        W44 from 2026-10-26T00:00:00Z: 1 uses, 0 denied
                        W45 from 2026-11-02T00:00:00Z: 0 uses, 0 denied
                        W46 from 2026-11-09T00:00:00Z: 1 uses, 0 denied
                        W47 from 2026-11-16T00:00:00Z: 0 uses, 0 denied
                        W48 from 2026-11-23T00:00:00Z: 0 uses, 0 denied
                        W49 from 2026-11-30T00:00:00Z: 0 uses, 0 denied
                        """);
    }

    @Test
    void weeksAroundTheNewYearKeepTheNamesOfIso() {
        assertThat(told("2026-12-23T12:00:00Z", "2027-01-31T00:00:00Z"))
                .isEqualTo(
                        """
                        W52 from 2026-12-21T00:00:00Z: 0 uses, 0 denied
                        W53 from 2026-12-28T00:00:00Z: 0 uses, 0 denied
                        W01 from 2027-01-04T00:00:00Z: 0 uses, 0 denied
                        W02 from 2027-01-11T00:00:00Z: 0 uses, 0 denied
                        W03 from 2027-01-18T00:00:00Z: 0 uses, 0 denied
                        W04 from 2027-01-25T00:00:00Z: 0 uses, 0 denied
                        """);
    }

    @Test
    void aUseWhoseOpeningWasStampedASecondBeforeTheWindowCountsInItsFirstDay() {
        String bob = HOME + "/break-glass-admin/bob";
        assertThat(
                        told(
                                "2026-11-09T00:00:00Z",
                                "2026-11-10T00:00:00Z",
                                opens("08T23:59:59"),
                                call(
                                        "09T00:10:00",
                                        "ec2",
                                        "RunInstances",
                                        role(bob, "09T00:00:00", "ASIA1"))))
                .isEqualTo(
                        """
                        Mon 9 Nov from 2026-11-09T00:00:00Z: 1 uses, 0 denied
                        """);
    }

    private static String told(String from, String to, LogRecord... records) {
        AuditReport report =
                Assembling.report(
                        AuditWindow.between(from, to),
                        Instant.parse("2027-03-01T00:00:00Z"),
                        Assembling.READING,
                        Trails.events(List.of(records)));
        StringBuilder told = new StringBuilder();
        int uses = 0;
        for (PeriodCount period : report.usesOverTime()) {
            told.append(
                    "%s from %s: %d uses, %d denied\n"
                            .formatted(
                                    period.label(), period.from(), period.uses(), period.denied()));
            uses += period.uses();
        }
        assertThat(uses).isEqualTo(report.totals().uses());
        return told.toString();
    }

    private static LogRecord opens(String time) {
        return assumeRole(
                time, user(HOME, "bob", "AKIABOB"), HOME + "/break-glass-admin/bob", "ASIA1");
    }

    private static LogRecord refused(String time) {
        return call(time, "sts", "AssumeRole", user(HOME, "bob", "AKIABOB"))
                .failed(
                        "AccessDenied",
                        "on resource: arn:aws:iam::" + HOME + ":role/break-glass-admin");
    }
}
