package dev.glasstrail.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The populations of windows that follow each other add up to that of one window over all.
final class PopulationsTest {

    private static final Instant AS_OF = Instant.parse("2026-02-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the52WeeksAddUpToTheYear(long seed) {
        List<TrailEvent> records = YearOfUse.records(seed);
        Correlation year = correlated(records, YearOfUse.YEAR);
        List<Correlation> weeks = new ArrayList<>();
        for (int week = 1; week <= 52; week++) {
            weeks.add(correlated(records, AuditWindow.ofIsoWeek("2025-W%02d".formatted(week))));
        }

        assertThat(year.sessions()).hasSizeGreaterThan(200);
        assertThat(all(weeks, PopulationsTest::ownSessions))
                .containsExactlyElementsOf(all(List.of(year), PopulationsTest::ownSessions))
                .doesNotHaveDuplicates();
        assertThat(all(weeks, PopulationsTest::neverUsed))
                .containsExactlyElementsOf(all(List.of(year), PopulationsTest::neverUsed))
                .doesNotHaveDuplicates();
        assertThat(all(weeks, PopulationsTest::denied))
                .containsExactlyElementsOf(all(List.of(year), PopulationsTest::denied))
                .doesNotHaveDuplicates();
        assertThat(population(weeks)).isEqualTo(population(List.of(year)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySessionAndEveryUnusedOpeningIsInExactlyOneUse(long seed) {
        Correlation year = correlated(YearOfUse.records(seed), YearOfUse.YEAR);

        List<String> inUses = new ArrayList<>();
        year.uses().forEach(use -> inUses.addAll(use.sessionIds()));
        year.uses().forEach(use -> inUses.addAll(use.neverUsed()));
        List<String> all = new ArrayList<>();
        year.sessions().stream()
                .filter(session -> !session.life().carried())
                .forEach(session -> all.add(session.id()));
        year.neverUsed().forEach(unused -> all.add(unused.id()));

        assertThat(inUses).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aSessionThatWentOnOverTheEdgeIsListedInTheNextWeekAsCarried(long seed) {
        List<TrailEvent> records = YearOfUse.records(seed);
        int carried = 0;
        for (int week = 1; week <= 52; week++) {
            AuditWindow window = AuditWindow.ofIsoWeek("2025-W%02d".formatted(week));
            for (GlassSession session : correlated(records, window).sessions()) {
                Instant created = session.life().created();
                assertThat(session.life().carried()).isEqualTo(created.isBefore(window.from()));
                assertThat(created).isBefore(window.to());
                if (session.life().carried()) {
                    carried++;
                    assertThat(session.acts())
                            .anyMatch(act -> window.contains(act.event().call().time()));
                }
            }
        }
        assertThat(carried).isGreaterThan(20);
    }

    /// What a run over that window reads and makes of it.
    private static Correlation correlated(List<TrailEvent> records, AuditWindow window) {
        List<TrailEvent> read =
                records.stream()
                        .filter(event -> !event.call().time().isBefore(window.readingFrom()))
                        .filter(event -> event.call().time().isBefore(window.readingTo(AS_OF)))
                        .toList();
        return Correlator.correlate(
                Trails.records(Trails.WATCH, read), Trails.WATCH, window, AS_OF);
    }

    private static List<String> all(
            List<Correlation> correlations, Function<Correlation, List<String>> what) {
        return correlations.stream().flatMap(one -> what.apply(one).stream()).sorted().toList();
    }

    private static List<String> ownSessions(Correlation correlation) {
        return correlation.sessions().stream()
                .filter(session -> !session.life().carried())
                .map(session ->
                        session.id()
                                + session.acts().stream()
                                        .map(act -> " " + act.event().key().eventId())
                                        .toList())
                .toList();
    }

    private static List<String> neverUsed(Correlation correlation) {
        return correlation.neverUsed().stream().map(NeverUsed::id).toList();
    }

    private static List<String> denied(Correlation correlation) {
        return correlation.denied().stream()
                .map(attempt -> attempt.opening().call().eventId())
                .toList();
    }

    /// The uses by id, with all that they consist of. Refused attempts are no part of them: each is
    /// counted in the window of its own time.
    private static Map<String, Set<String>> population(List<Correlation> correlations) {
        Map<String, Set<String>> population = new TreeMap<>();
        for (Correlation correlation : correlations) {
            for (Use use : correlation.uses()) {
                Set<String> parts = population.computeIfAbsent(use.id(), _ -> new TreeSet<>());
                parts.addAll(use.sessionIds());
                parts.addAll(use.neverUsed());
            }
        }
        return population;
    }
}
