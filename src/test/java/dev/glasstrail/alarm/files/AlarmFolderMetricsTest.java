package dev.glasstrail.alarm.files;

import static dev.glasstrail.alarm.files.Collected.AT;
import static dev.glasstrail.alarm.files.Collected.DESCRIBED;
import static dev.glasstrail.alarm.files.Collected.FROM;
import static dev.glasstrail.alarm.files.Collected.OF_RULE;
import static dev.glasstrail.alarm.files.Collected.PLACE;
import static dev.glasstrail.alarm.files.Collected.RULE;
import static dev.glasstrail.alarm.files.Collected.TO;
import static dev.glasstrail.alarm.files.Collected.answer;
import static dev.glasstrail.alarm.files.Collected.input;
import static dev.glasstrail.alarm.files.Collected.lines;
import static dev.glasstrail.alarm.files.Collected.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.Metric;
import dev.glasstrail.alarm.MetricReading;
import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.MetricSeries.Point;
import dev.glasstrail.alarm.MetricSeries.State;
import dev.glasstrail.alarm.MetricSeries.Subject;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.trail.Reading.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Metrics from what the CLI printed.
class AlarmFolderMetricsTest {

    private static final String INPUT = OF_RULE + "get-metric-data-input.json";
    private static final String ANSWER = OF_RULE + "get-metric-data.json";
    private static final Subject OF = new Subject.OfRule(RULE);
    private static final Instant NINE = Instant.parse("2026-11-10T09:00:00Z");

    @TempDir private Path root;
    private Collected collected = new Collected(Path.of(""));

    @BeforeEach
    void collect() throws IOException {
        collected = Collected.in(root);
    }

    @Test
    void everyMetricOfTheRuleAndOneOfThePlaceAreRead() throws Exception {
        collected.put(ANSWER, answer(result("matchedevents", "2026-11-10T09:00:00+00:00", "2.0")));

        MetricReading reading = collected.metrics();

        assertThat(reading.unread()).isEmpty();
        assertThat(reading.from()).isEqualTo(FROM);
        assertThat(reading.to()).isEqualTo(TO);
        assertThat(reading.series()).hasSize(1 + Metric.values().length);
        assertThat(reading.of(OF, Metric.MATCHED_EVENTS))
                .contains(
                        new MetricSeries(
                                OF,
                                Metric.MATCHED_EVENTS,
                                Duration.ofMinutes(1),
                                List.of(new Point(NINE, 2)),
                                State.COMPLETE));
        assertThat(reading.of(OF, Metric.FAILED_INVOCATIONS))
                .get()
                .extracting(MetricSeries::points)
                .isEqualTo(List.of());
        assertThat(reading.of(new Subject.OfPlace(PLACE), Metric.MATCHED_EVENTS))
                .get()
                .extracting(MetricSeries::points)
                .isEqualTo(List.of(new Point(NINE, 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-11-10T09:00:00Z\"",
                "\"2026-11-10T10:00:00+01:00\"",
                "1794301200",
                "1794301200.0",
                "\"1794301200\""
            })
    void timesComeInThreeForms(String time) throws Exception {
        collected.put(ANSWER, answer(result("matchedevents", time, "1", "Complete")));

        assertThat(points(Metric.MATCHED_EVENTS)).containsExactly(new Point(NINE, 1));
    }

    @Test
    void pagesOfOneIdAreOneSeriesWholeWhenTheLastIs() throws Exception {
        collected.put(
                ANSWER,
                answer(
                        result("matchedevents", "\"2026-11-10T09:00:00Z\"", "1", "PartialData"),
                        result("matchedevents", "\"2026-11-10T08:00:00Z\"", "3", "Complete")));

        assertThat(collected.metrics().of(OF, Metric.MATCHED_EVENTS))
                .contains(
                        new MetricSeries(
                                OF,
                                Metric.MATCHED_EVENTS,
                                Duration.ofMinutes(1),
                                List.of(new Point(NINE.minusSeconds(3_600), 3), new Point(NINE, 1)),
                                State.COMPLETE));
    }

    @ParameterizedTest
    @CsvSource({
        "Complete, PartialData, PARTIAL_DATA",
        "Forbidden, Complete, FORBIDDEN",
        "InternalError, PartialData, INTERNAL_ERROR"
    })
    void theStateIsTheWorseOfTheTwo(String first, String last, State state) throws Exception {
        collected.put(
                ANSWER,
                answer(
                        result("matchedevents", "", "", first),
                        result("matchedevents", "", "", last)));

        assertThat(collected.metrics().of(OF, Metric.MATCHED_EVENTS))
                .get()
                .extracting(MetricSeries::state)
                .isEqualTo(state);
    }

    @Test
    void anAnswerThatGoesOnIsPartial() throws Exception {
        collected.change(
                ANSWER, "{\"MetricDataResults\"", "{\"NextToken\": \"a\", \"MetricDataResults\"");

        MetricReading reading = collected.metrics();

        assertThat(reading.of(OF, Metric.INVOCATIONS))
                .get()
                .extracting(MetricSeries::state)
                .isEqualTo(State.PARTIAL_DATA);
        assertThat(lines(reading.unread()))
                .containsExactly(
                        ANSWER
                                + " has a NextToken, so there is more; run aws cloudwatch get-metric-data"
                                + " without --max-items");
    }

    @Test
    void messagesOfCloudWatchAreTold() throws Exception {
        collected
                .change(
                        ANSWER,
                        "\"Messages\": []",
                        "\"Messages\": [{\"Code\": \"MaxQueryTimeRangeExceeded\", \"Value\": \"too long\\n\"}]")
                .change(
                        ANSWER,
                        "\"Id\": \"invocations\",",
                        "\"Id\": \"invocations\", \"Messages\": [{\"Code\": \"Throttled\", \"Value\": \"slow\"}],");

        assertThat(lines(collected.metrics().unread()))
                .containsExactly(
                        ANSWER
                                + " carries the message MaxQueryTimeRangeExceeded: too long\\u{a}; ask again"
                                + " when its cause is gone",
                        ANSWER
                                + " carries the message Throttled: slow; ask again when its cause is gone");
    }

    @Test
    void theDimensionsOfADefaultBusAreTheRuleAlone() throws Exception {
        collected.put(
                INPUT,
                input().replaceFirst(
                                "\\{\"Name\": \"RuleName\"",
                                "{\"Name\": \"EventBusName\", \"Value\": \"default\"}, {\"Name\": \"RuleName\""));

        MetricReading reading = collected.metrics();

        assertThat(reading.of(OF, Metric.MATCHED_EVENTS)).isEmpty();
        assertThat(reading.of(OF, Metric.TRIGGERED_RULES)).isPresent();
        assertThat(lines(reading.unread()))
                .containsExactly(
                        INPUT
                                + " asks for MatchedEvents with EventBusName=default and"
                                + " RuleName=break-glass, under which CloudWatch keeps nothing of it; ask"
                                + " with RuleName=break-glass");
    }

    @Test
    void theDimensionsOfACustomBusAreTheBusAndTheRule() throws Exception {
        RuleId custom = new RuleId(PLACE, "security", "break-glass");
        collected
                .put(OF_RULE + "describe-rule.json", DESCRIBED.replace("rule/", "rule/security/"))
                .change(
                        INPUT,
                        "{\"Name\": \"RuleName\"",
                        "{\"Name\": \"EventBusName\", \"Value\": \"security\"}, {\"Name\": \"RuleName\"");

        MetricReading reading = collected.metrics(custom);

        assertThat(reading.unread()).isEmpty();
        assertThat(reading.of(new Subject.OfRule(custom), Metric.MATCHED_EVENTS)).isPresent();
    }

    @Test
    void thePlaceIsAskedWithoutADimension() throws Exception {
        collected.put(
                AT + "get-metric-data-input.json",
                input("MatchedEvents", "[{\"Name\": \"RuleName\", \"Value\": \"break-glass\"}]"));

        assertThat(lines(collected.metrics().unread()))
                .containsExactly(
                        AT
                                + "get-metric-data-input.json asks for MatchedEvents with"
                                + " RuleName=break-glass, under which CloudWatch keeps nothing of it; ask"
                                + " with no dimension");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Stat\": \"Sum\"|\"Stat\": \"SampleCount\"|by the Stat \"SampleCount\", which counts nothing; ask for Sum",
                "\"Stat\": \"Sum\"|\"Stat\": \"Sum\", \"Unit\": \"Seconds\"|in the Unit \"Seconds\", in which there is none; leave Unit out",
                "\"Period\": 60|\"Period\": 30|by periods of 30 s from 8 days before, of which CloudWatch keeps none; ask by a multiple of 60 s",
                "\"Period\": 60|\"Period\": -60|by periods of -60 s from 8 days before, of which CloudWatch keeps none; ask by a multiple of 60 s",
                "\"Period\": 60|\"Period\": \"60\"|by periods of 0 s from 8 days before, of which CloudWatch keeps none; ask by a multiple of 60 s",
                "\"Period\": 60|\"Period\": 9000000000000000000|by periods of more than a day, which tell nothing; ask by 60 s",
            })
    void aQuestionThatHasNoAnswerIsNamed(String from, String to, String fault) throws Exception {
        collected.change(INPUT, from, to);

        MetricReading reading = collected.metrics();

        assertThat(reading.series()).hasSize(1);
        assertThat(lines(reading.unread()))
                .containsExactly(
                        INPUT
                                + " asks for MatchedEvents, TriggeredRules, Invocations, FailedInvocations,"
                                + " ThrottledRules and 4 more "
                                + fault);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T05:50:00.001Z, 60, true",
        "2026-11-02T05:50:00Z, 60, false",
        "2026-11-02T05:50:00Z, 300, true",
        "2026-11-02T05:50:00Z, 600, true",
        "2026-09-15T05:50:01Z, 300, true",
        "2026-09-15T05:50:00Z, 300, false",
        "2026-09-15T05:50:00Z, 3600, true",
        "2025-08-19T05:50:01Z, 3600, true",
        "2025-08-19T05:50:00Z, 3600, false",
        "2025-08-19T05:50:00Z, 86400, false",
    })
    void thePeriodSuitsTheAge(String start, String period, boolean suits) throws Exception {
        for (String folder : List.of(AT, OF_RULE)) {
            collected
                    .change(folder + "get-metric-data-input.json", "2026-11-09T00:00:00Z", start)
                    .change(
                            folder + "get-metric-data-input.json",
                            "\"Period\": 60",
                            "\"Period\": " + period);
        }

        assertThat(collected.metrics().of(OF, Metric.MATCHED_EVENTS).isPresent()).isEqualTo(suits);
    }

    @Test
    void tooOldADataIsNamed() throws Exception {
        collected.change(INPUT, "2026-11-09T00:00:00Z", "2025-08-01T00:00:00Z");

        assertThat(lines(collected.metrics().unread()))
                .containsExactly(
                        INPUT
                                + " asks for MatchedEvents, TriggeredRules, Invocations, FailedInvocations,"
                                + " ThrottledRules and 4 more of 473 days before, of which CloudWatch keeps"
                                + " nothing; ask for less than 455 days");
    }

    @Test
    void whatWasNotAskedIsNamed() throws Exception {
        collected
                .change(INPUT, "\"MetricName\": \"Invocations\"", "\"MetricName\": \"invocations\"")
                .change(
                        INPUT,
                        "\"MetricName\": \"ThrottledRules\"",
                        "\"MetricName\": \"MatchedEvents\"");

        assertThat(lines(collected.metrics().unread()))
                .containsExactly(
                        INPUT + " asks for MatchedEvents twice, or twice by one Id; ask once",
                        INPUT
                                + " does not ask for Invocations, ThrottledRules; add what is missing and"
                                + " collect it again");
    }

    @Test
    void anAnswerToAnotherQuestionIsNamed() throws Exception {
        collected.change(ANSWER, "\"Id\": \"invocations\"", "\"Id\": \"m3\"");

        MetricReading reading = collected.metrics();

        assertThat(reading.of(OF, Metric.INVOCATIONS)).isEmpty();
        assertThat(lines(reading.unread()))
                .containsExactly(
                        ANSWER
                                + " answers the Ids m3, which get-metric-data-input.json does not ask; keep"
                                + " the two files of one run",
                        ANSWER
                                + " has no answer to the Id invocations (Invocations); run aws cloudwatch"
                                + " get-metric-data again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-11-10T09:00:00Z\"|''|1 Timestamps and 0 Values",
                "\"2026-11-10T09:00:00Z\"|\"1\"|the Value \"1\"",
                "\"2026-11-10T09:00:00Z\"|-1|the Value \"-1\"",
                "\"2026-11-10T09:00:00Z\"|1e999|the Value \"Infinity\"",
                "\"2026-11-10T09:00:00\"|1|the Timestamp \"2026-11-10T09:00:00\"",
                "-1|1|the Timestamp \"-1\"",
                "9e99|1|the Timestamp \"9.0E99\"",
                "\"2026-11-10T09:00:00Z\", 1794301200|1, 1|two values for 2026-11-10T09:00:00Z",
                "\"2026-11-16T00:00:00Z\"|1|a point at 2026-11-16T00:00:00Z, which is outside of what get-metric-data-input.json asks",
                "\"2026-11-08T23:59:00Z\"|1|a point at 2026-11-08T23:59:00Z, which is outside of what get-metric-data-input.json asks",
            })
    void aDamagedResultIsNamedAndNoSeries(String times, String values, String found)
            throws Exception {
        collected.put(ANSWER, answer(result("matchedevents", times, values, "Complete")));

        MetricReading reading = collected.metrics();

        assertThat(reading.of(OF, Metric.MATCHED_EVENTS)).isEmpty();
        assertThat(reading.series()).hasSize(Metric.values().length);
        assertThat(lines(reading.unread()))
                .containsExactly(
                        ANSWER
                                + " has for the Id matchedevents (MatchedEvents) "
                                + found
                                + "; run aws cloudwatch get-metric-data again");
    }

    @Test
    void aStatusThatNobodyKnowsIsNamed() throws Exception {
        collected.put(ANSWER, answer(result("matchedevents", "", "", "Whatever")));

        assertThat(lines(collected.metrics().unread()))
                .containsExactly(
                        ANSWER
                                + " has for the Id matchedevents (MatchedEvents) the StatusCode"
                                + " \"Whatever\"; run aws cloudwatch get-metric-data again");
    }

    @Test
    void theStretchIsWhatAllWereAskedAboutAndTheRestIsNamed() throws Exception {
        collected
                .change(INPUT, "2026-11-09T00:00:00Z", "2026-11-10T00:00:00Z")
                .change(
                        AT + "get-metric-data-input.json",
                        "2026-11-16T00:00:00Z",
                        "2026-11-15T00:00:00Z");

        MetricReading reading = collected.metrics();

        assertThat(reading.from()).isEqualTo(Instant.parse("2026-11-10T00:00:00Z"));
        assertThat(reading.to()).isEqualTo(Instant.parse("2026-11-15T00:00:00Z"));
        assertThat(reading.series()).hasSize(10);
        assertThat(lines(reading.unread()))
                .containsExactly(
                        INPUT
                                + " asks from 2026-11-10T00:00:00Z to 2026-11-16T00:00:00Z, so that"
                                + " 2026-11-09T00:00:00Z to 2026-11-10T00:00:00Z is missing; collect the"
                                + " metrics of 2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z",
                        AT
                                + "get-metric-data-input.json asks from 2026-11-09T00:00:00Z to"
                                + " 2026-11-15T00:00:00Z, so that 2026-11-15T00:00:00Z to"
                                + " 2026-11-16T00:00:00Z is missing; collect the metrics of"
                                + " 2026-11-09T00:00:00Z to 2026-11-16T00:00:00Z");
    }

    @Test
    void whatLayAheadWhenItWasCollectedIsMissing() throws Exception {
        collected.put(AT + "collected-at", "2026-11-12T10:00:00Z");

        MetricReading reading = collected.metrics();

        assertThat(reading.to()).isEqualTo(Instant.parse("2026-11-12T10:00:00Z"));
        assertThat(lines(reading.unread()))
                .hasSize(2)
                .allMatch(line ->
                        line.contains("2026-11-12T10:00:00Z to 2026-11-16T00:00:00Z is missing"));
    }

    @Test
    void pointsAreThoseOfPeriodsThatTouchTheWindow() throws Exception {
        collected.put(
                ANSWER,
                answer(
                        result(
                                "matchedevents",
                                "\"2026-11-10T08:59:00Z\", \"2026-11-10T09:00:00Z\","
                                        + " \"2026-11-10T09:01:00Z\", \"2026-11-10T09:02:00Z\"",
                                "1, 2, 3, 4",
                                "Complete")));

        MetricReading reading = collected.metrics(NINE.plusSeconds(30), NINE.plusSeconds(120));

        assertThat(reading.of(OF, Metric.MATCHED_EVENTS))
                .get()
                .extracting(MetricSeries::points)
                .isEqualTo(List.of(new Point(NINE, 2), new Point(NINE.plusSeconds(60), 3)));
        assertThat(reading.from()).isEqualTo(NINE.plusSeconds(30));
        assertThat(reading.unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"StartTime, 2026-11-09T00:00:00Z", "EndTime, 2026-11-16T00:00:00Z"})
    void aStretchWithoutAZoneIsRefused(String member, String time) throws Exception {
        collected.change(INPUT, time, time.replace("Z", ""));

        MetricReading reading = collected.metrics();

        assertThat(reading.series()).hasSize(1);
        assertThat(lines(reading.unread()))
                .containsExactly(
                        "%s has the %s \"%s\", which is no time with a zone; write it like 2026-11-09T00:00:00Z"
                                .formatted(INPUT, member, time.replace("Z", "")));
    }

    @Test
    void aStretchThatRunsBackwardsIsRefused() throws Exception {
        collected.change(INPUT, "2026-11-16T00:00:00Z", "2026-11-08T00:00:00Z");

        assertThat(lines(collected.metrics().unread()))
                .containsExactly(
                        INPUT
                                + " asks from 2026-11-09T00:00:00Z to 2026-11-08T00:00:00Z, and was asked at"
                                + " 2026-11-17T05:50:00Z; ask for a stretch that lies behind");
    }

    @Test
    void withoutTheTimeNobodyKnowsWhatWasStillKept() throws Exception {
        MetricReading reading = collected.without(AT + "collected-at").metrics();

        assertThat(reading.series()).isEmpty();
        assertThat(reading.from()).isEqualTo(reading.to()).isEqualTo(FROM);
        assertThat(lines(reading.unread()))
                .containsExactly(
                        AT
                                + "collected-at does not exist; fill the folder with `glasstrail setup"
                                + " collect-alarm`; until then nobody knows what CloudWatch still kept");
    }

    @Test
    void missingFilesAreNamed() throws Exception {
        collected.without(INPUT).without(AT + "get-metric-data.json");

        assertThat(lines(collected.metrics().unread()))
                .containsExactly(
                        INPUT
                                + " does not exist; fill the folder with `glasstrail setup collect-alarm`",
                        AT
                                + "get-metric-data.json does not exist; fill the folder with `glasstrail setup"
                                + " collect-alarm`");
    }

    @Test
    void aRuleAndAPlaceWithoutAFolderAreNamed() throws Exception {
        Place elsewhere = new Place("../..", "eu-west-1");

        assertThat(
                        lines(
                                collected
                                        .metrics(
                                                RuleId.ofDefaultBus(PLACE, "other"),
                                                RuleId.ofDefaultBus(elsewhere, "break-glass"))
                                        .unread()))
                .containsExactly(
                        "the alarm folder "
                                + root
                                + " holds no folder ../../eu-west-1; collect the metrics there with"
                                + " `glasstrail setup collect-alarm`",
                        AT.replaceAll("/$", "")
                                + " holds no folder of the rule other; collect its metrics with `glasstrail"
                                + " setup collect-alarm`");
    }

    private List<Point> points(Metric metric) throws Exception {
        return collected.metrics().of(OF, metric).map(MetricSeries::points).orElseThrow();
    }
}
