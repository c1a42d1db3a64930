package dev.glasstrail.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.session.YearOfUse;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every figure of a report is the sum of the rows below it.
final class FiguresTest {

    private static final Instant AS_OF = Instant.parse("2026-02-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"2025-W07", "2025-W08", "2025-W30"})
    void theTotalsAreTheSumsOfTheRows(String week) {
        AuditReport report = report(AuditWindow.ofIsoWeek(week));
        Totals totals = report.totals();
        List<SessionRow> own = own(report);

        assertThat(totals.uses()).isEqualTo(report.uses().size()).isPositive();
        assertThat(totals.sessions()).isEqualTo(own.size());
        assertThat(totals.carried()).isEqualTo(report.sessions().size() - own.size());
        assertThat(totals.denied()).isEqualTo(report.deniedOpenings().size());
        assertThat(totals.openings())
                .isEqualTo(report.uses().stream().mapToInt(UseRow::openings).sum())
                .isEqualTo(
                        own.stream().mapToInt(session -> session.openings().size()).sum()
                                + report.unusedOpenings().stream()
                                        .mapToInt(unused -> unused.eventIds().size())
                                        .sum());
        assertThat(totals.unused())
                .isEqualTo(report.uses().stream().mapToInt(UseRow::unused).sum());
        assertThat(totals.actions())
                .isEqualTo(own.stream().mapToLong(SessionRow::actions).sum())
                .isEqualTo(report.uses().stream().mapToLong(UseRow::actions).sum());
        assertThat(totals.reads() + totals.writes() + totals.unknownAccess())
                .isEqualTo(totals.actions());
        assertThat(totals.errors()).isEqualTo(own.stream().mapToLong(SessionRow::errors).sum());
        assertThat(totals.chained())
                .isEqualTo(own.stream().filter(session -> session.depth() > 0).count());
        assertThat(totals.findings().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(report.findings().size());
        assertThat(report.usesOverTime().stream().mapToInt(PeriodCount::uses).sum())
                .isEqualTo(totals.uses());
        assertThat(report.usesOverTime().stream().mapToInt(PeriodCount::denied).sum())
                .isEqualTo(totals.denied());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-W07", "2025-W30"})
    void theFiguresOfASessionAreCountsOverItsActions(String week) {
        AuditReport report = report(AuditWindow.ofIsoWeek(week));
        long actions = 0;
        for (SessionRow session : report.sessions()) {
            List<ActionRow> acts = report.actions().of(session.id());
            assertThat(session.actions()).isEqualTo(acts.size());
            assertThat(session.reads())
                    .isEqualTo((int) acts.stream().filter(act -> yes(act.readOnly())).count());
            assertThat(session.errors())
                    .isEqualTo((int) acts.stream().filter(act -> act.errorCode() != null).count());
            assertThat(session.forwarded())
                    .isEqualTo((int) acts.stream().filter(act -> act.invokedBy() != null).count());
            assertThat(session.firstActionAt()).isEqualTo(acts.getFirst().time());
            assertThat(session.lastActionAt()).isEqualTo(acts.getLast().time());
            assertThat(session.services().values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(acts.size());
            assertThat(session.joins().values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(acts.size());
            actions += acts.size();
        }
        assertThat(report.actions().size()).isEqualTo(actions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-W07", "2025-W30"})
    void everyOwnSessionIsInOneUseAndNoCarriedOneIs(String week) {
        AuditReport report = report(AuditWindow.ofIsoWeek(week));
        List<String> inUses = new ArrayList<>();
        report.uses().forEach(use -> inUses.addAll(use.sessionIds()));

        assertThat(inUses)
                .containsExactlyInAnyOrderElementsOf(
                        own(report).stream().map(SessionRow::id).toList());
        Set<String> useIds = new HashSet<>();
        report.uses().forEach(use -> useIds.add(use.id()));
        for (SessionRow session : report.sessions()) {
            assertThat(session.useId() == null).isEqualTo(session.carriedFrom() != null);
            assertThat(session.useId() == null || useIds.contains(session.useId())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-W07", "2025-W30"})
    void theSeverityOfAUseIsThatOfItsWorstFinding(String week) {
        AuditReport report = report(AuditWindow.ofIsoWeek(week));
        for (UseRow use : report.uses()) {
            Severity worst =
                    report.findings().stream()
                            .filter(finding -> use.id().equals(finding.useId()))
                            .map(Finding::severity)
                            .min(Severity::compareTo)
                            .orElse(null);
            assertThat(use.severity()).isEqualTo(worst);
        }
        assertThat(report.uses()).extracting(UseRow::severity).anyMatch(Objects::nonNull);
        assertThat(report.uses())
                .extracting(UseRow::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, report.uses().size()).boxed().toList());
    }

    private static boolean yes(@Nullable Boolean mark) {
        return mark != null && mark;
    }

    private static List<SessionRow> own(AuditReport report) {
        return report.sessions().stream().filter(session -> session.carriedFrom() == null).toList();
    }

    private static AuditReport report(AuditWindow window) {
        return Assembling.report(
                window,
                AS_OF,
                Assembling.READING,
                YearOfUse.records(5).stream()
                        .filter(event -> !event.call().time().isBefore(window.readingFrom()))
                        .filter(event -> event.call().time().isBefore(window.readingTo(AS_OF)))
                        .toList());
    }
}
