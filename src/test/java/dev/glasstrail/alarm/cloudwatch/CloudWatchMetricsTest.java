package dev.glasstrail.alarm.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.alarm.Metric;
import dev.glasstrail.alarm.MetricReading;
import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.MetricSeries.Subject;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.AwsEndpoint;
import dev.glasstrail.trail.Reading.Place;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Reads metrics from an endpoint that speaks CloudWatch's CBOR.
final class CloudWatchMetricsTest {

    private static final String OWN = "111122223333 eu-central-1";
    private static final Place PLACE = new Place("111122223333", "eu-central-1");
    private static final RuleId RULE = RuleId.ofDefaultBus(PLACE, "break-glass");
    private static final String NAMED = " RuleName=break-glass";
    private static final Instant NOW = Instant.parse("2026-11-17T06:00:30Z");

    private final MadeMetrics made = new MadeMetrics(NOW);
    private List<RuleId> rules = List.of(RULE);
    private String from = "2026-11-09T00:00:00Z";
    private String to = "2026-11-16T00:00:00Z";

    @Test
    void everyMetricOfARuleIsReadAndWhatAllRulesMatchedBesides() throws Exception {
        made.count(OWN, "MatchedEvents", "2026-11-10T08:15:20Z", 3)
                .count(OWN, "MatchedEvents" + NAMED, "2026-11-10T08:15:20Z", 1)
                .count(OWN, "MatchedEvents" + NAMED, "2026-11-10T08:15:40Z", 1)
                .count(OWN, "MatchedEvents" + NAMED, "2026-11-12T23:59:00Z", 1)
                .count(OWN, "TriggeredRules" + NAMED, "2026-11-10T08:15:00Z", 2)
                .count(OWN, "Invocations" + NAMED, "2026-11-10T08:15:00Z", 4)
                .count(OWN, "FailedInvocations" + NAMED, "2026-11-10T08:16:00Z", 1)
                .count(OWN, "MatchedEvents RuleName=other", "2026-11-10T08:16:00Z", 9)
                .count("111122223333 us-east-1", "MatchedEvents", "2026-11-10T08:16:00Z", 9);

        assertThat(read())
                .isEqualTo(
                        """
                        all rules MatchedEvents COMPLETE PT1M 2026-11-10T08:15:00Z=3
                        break-glass MatchedEvents COMPLETE PT1M 2026-11-10T08:15:00Z=2 2026-11-12T23:59:00Z=1
                        break-glass TriggeredRules COMPLETE PT1M 2026-11-10T08:15:00Z=2
                        break-glass Invocations COMPLETE PT1M 2026-11-10T08:15:00Z=4
                        break-glass FailedInvocations COMPLETE PT1M 2026-11-10T08:16:00Z=1
                        break-glass ThrottledRules COMPLETE PT1M
                        break-glass RetryInvocationAttempts COMPLETE PT1M
                        break-glass InvocationsSentToDlq COMPLETE PT1M
                        break-glass InvocationsFailedToBeSentToDlq COMPLETE PT1M
                        break-glass DeadLetterInvocations COMPLETE PT1M
                        """);
        assertThat(made.asked())
                .containsExactly("2026-11-09T00:00:00Z 2026-11-16T00:00:00Z 60s 10");
    }

    @Test
    void aRuleOfAnotherBusIsAskedForWithItsBus() throws Exception {
        rules = List.of(new RuleId(PLACE, "audit", "break-glass"));
        made.count(
                OWN,
                "MatchedEvents EventBusName=audit RuleName=break-glass",
                "2026-11-10T08:15:20Z",
                1);

        assertThat(series("audit/break-glass MatchedEvents"))
                .isEqualTo(
                        "audit/break-glass MatchedEvents COMPLETE PT1M 2026-11-10T08:15:00Z=1\n");
    }

    @Test
    void theStretchIsWidenedToWholePeriodsAndNoPointBesideItIsTaken() throws Exception {
        from = "2026-11-10T08:15:20Z";
        to = "2026-11-10T08:17:01Z";
        for (int minute = 14; minute < 19; minute++) {
            made.count(OWN, "MatchedEvents", "2026-11-10T08:%d:59Z".formatted(minute), minute);
        }

        assertThat(series("all rules"))
                .isEqualTo(
                        "all rules MatchedEvents COMPLETE PT1M 2026-11-10T08:15:00Z=15 2026-11-10T08:16:00Z=16 2026-11-10T08:17:00Z=17\n");
        assertThat(made.asked())
                .containsExactly("2026-11-10T08:15:00Z 2026-11-10T08:18:00Z 60s 10");
    }

    @Test
    void afterFifteenDaysPointsAreOfFiveMinutes() throws Exception {
        from = "2026-10-20T00:02:00Z";
        to = "2026-10-27T00:02:00Z";
        made.count(OWN, "MatchedEvents", "2026-10-21T08:16:20Z", 1)
                .count(OWN, "MatchedEvents", "2026-10-21T08:19:59Z", 1);

        assertThat(series("all rules"))
                .isEqualTo("all rules MatchedEvents COMPLETE PT5M 2026-10-21T08:15:00Z=2\n");
        assertThat(made.asked())
                .containsExactly("2026-10-20T00:00:00Z 2026-10-27T00:05:00Z 300s 10");
    }

    @Test
    void afterSixtyThreeDaysPointsAreOfAnHour() throws Exception {
        from = "2026-09-01T00:02:00Z";
        to = "2026-09-08T00:02:00Z";
        made.count(OWN, "MatchedEvents", "2026-09-02T08:16:20Z", 1)
                .count(OWN, "MatchedEvents", "2026-09-02T08:59:59Z", 1);

        assertThat(series("all rules"))
                .isEqualTo("all rules MatchedEvents COMPLETE PT1H 2026-09-02T08:00:00Z=2\n");
        assertThat(made.asked())
                .containsExactly("2026-09-01T00:00:00Z 2026-09-08T01:00:00Z 3600s 10");
    }

    /// A call takes time, and CloudWatch says nothing where the border was passed meanwhile.
    @Test
    void anHourBeforeEachBorderTheCoarserPeriodIsTaken() throws Exception {
        assertThat(periodFrom("2026-11-02T07:01:00Z")).isEqualTo("PT1M");
        assertThat(periodFrom("2026-11-02T06:59:00Z")).isEqualTo("PT5M");
        assertThat(periodFrom("2026-09-15T07:05:00Z")).isEqualTo("PT5M");
        assertThat(periodFrom("2026-09-15T06:59:00Z")).isEqualTo("PT1H");
    }

    @Test
    void whatIsOlderThanCloudWatchKeepsIsNotAskedFor() throws Exception {
        from = "2025-08-01T00:00:00Z";
        to = "2025-08-08T00:00:00Z";

        assertThat(read().lines().distinct().limit(2))
                .containsExactly(
                        "all rules MatchedEvents TOO_OLD PT1H",
                        "break-glass MatchedEvents TOO_OLD PT1H");
        assertThat(read().lines()).hasSize(10).allMatch(line -> line.contains(" TOO_OLD "));
        assertThat(made.asked()).isEmpty();
    }

    @Test
    void partsOnSeveralPagesAreJoined() throws Exception {
        made.paging(2);
        for (int minute = 10; minute < 15; minute++) {
            made.count(OWN, "MatchedEvents", "2026-11-10T08:%d:00Z".formatted(minute), minute);
        }
        made.count(OWN, "MatchedEvents" + NAMED, "2026-11-10T08:15:20Z", 1);

        assertThat(read().lines().limit(2))
                .containsExactly(
                        "all rules MatchedEvents COMPLETE PT1M 2026-11-10T08:10:00Z=10 2026-11-10T08:11:00Z=11 2026-11-10T08:12:00Z=12 2026-11-10T08:13:00Z=13 2026-11-10T08:14:00Z=14",
                        "break-glass MatchedEvents COMPLETE PT1M 2026-11-10T08:15:00Z=1");
        assertThat(made.asked()).hasSize(3);
    }

    @Test
    void aPartThatStaysWithoutTheRestIsPartial() throws Exception {
        made.count(OWN, "MatchedEvents", "2026-11-10T08:15:20Z", 1)
                .saying("MatchedEvents", "PartialData");

        assertThat(series("all rules"))
                .isEqualTo("all rules MatchedEvents PARTIAL_DATA PT1M 2026-11-10T08:15:00Z=1\n");
    }

    @Test
    void aMetricThatIsForbiddenIsMarkedAndWhatCloudWatchSaysIsToldInOneLine() throws Exception {
        made.saying("Invocations" + NAMED, "Forbidden")
                .remarking("Invocations" + NAMED, "not\nyours")
                .remarking("", "too much");

        assertThat(read())
                .contains("break-glass Invocations FORBIDDEN PT1M\n")
                .contains("break-glass MatchedEvents COMPLETE PT1M\n")
                .endsWith(
                        """
                        unread 111122223333 eu-central-1: CloudWatch says of Invocations of the rule break-glass: Remark: not yours; look it up under this word
                        unread 111122223333 eu-central-1: CloudWatch says: Remark: too much; look it up under this word
                        """);
    }

    @Test
    void aMetricThatFailedIsAskedForOnceMore() throws Exception {
        made.count(OWN, "MatchedEvents", "2026-11-10T08:15:20Z", 1)
                .saying("MatchedEvents", "InternalError")
                .saying("Invocations" + NAMED, "InternalError", "InternalError")
                .saying("ThrottledRules" + NAMED, "Unheard", "Unheard");

        assertThat(read())
                .contains("all rules MatchedEvents COMPLETE PT1M 2026-11-10T08:15:00Z=1\n")
                .contains("break-glass Invocations INTERNAL_ERROR PT1M\n")
                .contains("break-glass ThrottledRules INTERNAL_ERROR PT1M\n");
        assertThat(made.asked())
                .containsExactly(
                        "2026-11-09T00:00:00Z 2026-11-16T00:00:00Z 60s 10",
                        "2026-11-09T00:00:00Z 2026-11-16T00:00:00Z 60s 3");
    }

    @Test
    void aMetricWithoutAnAnswerHasNoSeriesAndIsNamed() throws Exception {
        made.forgetting("Invocations" + NAMED);

        assertThat(read())
                .doesNotContain("break-glass Invocations ")
                .endsWith(
                        "unread 111122223333 eu-central-1: CloudWatch does not answer for Invocations of the rule break-glass; read it again\n");
    }

    @Test
    void manyRulesAreAskedForInSeveralCalls() throws Exception {
        rules =
                IntStream.range(0, 60)
                        .mapToObj(
                                number -> RuleId.ofDefaultBus(PLACE, "rule-%02d".formatted(number)))
                        .toList();
        made.count(OWN, "MatchedEvents RuleName=rule-59", "2026-11-10T08:15:20Z", 1);

        assertThat(series("rule-59 MatchedEvents"))
                .isEqualTo("rule-59 MatchedEvents COMPLETE PT1M 2026-11-10T08:15:00Z=1\n");
        assertThat(made.asked())
                .containsExactly(
                        "2026-11-09T00:00:00Z 2026-11-16T00:00:00Z 60s 500",
                        "2026-11-09T00:00:00Z 2026-11-16T00:00:00Z 60s 41");
    }

    @Test
    void anAccountThatDeniesIsNamedAndTheOtherIsRead() throws Exception {
        rules =
                List.of(
                        RULE,
                        RuleId.ofDefaultBus(new Place("444455556666", "eu-central-1"), "a"),
                        RuleId.ofDefaultBus(new Place("777788889999", "eu-central-1"), "b"),
                        RuleId.ofDefaultBus(new Place("999900001111", "eu-central-1"), "c"),
                        RuleId.ofDefaultBus(new Place("111122223333", "me-south-1"), "d"));
        made.count("444455556666 eu-central-1", "Invocations RuleName=a", "2026-11-10T08:15:20Z", 1)
                .refusing("777788889999 eu-central-1", 403, "AccessDenied")
                .refusing("111122223333 me-south-1", 403, "InvalidClientTokenId");

        String told = read();

        assertThat(told)
                .contains("a Invocations COMPLETE PT1M 2026-11-10T08:15:00Z=1\n")
                .doesNotContain("b Invocations", "c Invocations", "d Invocations")
                .endsWith(
                        """
                        unread 111122223333 me-south-1: the metrics of its rules cannot be read: the account has not enabled the region me-south-1; enable it there, or leave it out
                        unread 777788889999 eu-central-1: the metrics of its rules cannot be read: access is denied; allow cloudwatch:GetMetricData to the identity that `glasstrail doctor` names
                        unread 999900001111 eu-central-1: the metrics of its rules cannot be read: access is denied; allow sts:AssumeRole of the role in aws.reader to the identity that `glasstrail doctor` names
                        """);
        assertThat(told.lines()).hasSize(20 + 3);
    }

    @Test
    void aThrottledCallIsTriedAgain() throws Exception {
        try (AwsEndpoint endpoint = new AwsEndpoint(made)) {
            endpoint.refusing(3, 400, "ThrottlingException", "Rate exceeded");

            assertThat(read(endpoint)).contains("all rules MatchedEvents COMPLETE PT1M\n");
            assertThat(endpoint.calls()).containsOnly(OWN + " GetMetricData").hasSize(4);
        }
    }

    @Test
    void aPageThatFailsLeavesItsPlaceUnread() throws Exception {
        rules =
                IntStream.range(0, 60)
                        .mapToObj(number -> RuleId.ofDefaultBus(PLACE, "rule-" + number))
                        .toList();
        AwsEndpoint.Service failing =
                call ->
                        call.request().path("MetricDataQueries").size() == 500
                                ? made.answer(call)
                                : AwsEndpoint.Reply.refusing(500, "InternalServiceFault", "sorry");

        try (AwsEndpoint endpoint = new AwsEndpoint(failing)) {
            assertThat(read(endpoint))
                    .isEqualTo(
                            "unread 111122223333 eu-central-1: the metrics of its rules cannot be read: AWS answers InternalServiceFault: sorry; look it up under this error code\n");
        }
    }

    @Test
    void anEndpointThatIsDownIsNamed() throws Exception {
        try (AwsEndpoint endpoint = new AwsEndpoint(made);
                AwsClients aws = endpoint.clients("", "http://127.0.0.1:9")) {
            assertThat(read(aws))
                    .startsWith(
                            "unread 111122223333 eu-central-1: the metrics of its rules cannot be read: no connection (")
                    .hasLineCount(1);
        }
    }

    @Test
    void withoutARuleNothingIsAsked() throws Exception {
        rules = List.of();

        assertThat(read()).isEmpty();
        assertThat(made.asked()).isEmpty();
    }

    @Test
    void anInterruptionIsHandedOn() throws Exception {
        try (AwsEndpoint endpoint = new AwsEndpoint(made);
                AwsClients aws = endpoint.clients("")) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> read(aws)).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    private String periodFrom(String start) throws Exception {
        from = start;
        to = "2026-11-16T00:00:00Z";
        return series("all rules").split(" ", -1)[4].strip();
    }

    private String series(String prefix) throws Exception {
        return read().lines()
                .filter(line -> line.startsWith(prefix + " "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String read() throws Exception {
        try (AwsEndpoint endpoint = new AwsEndpoint(made)) {
            return read(endpoint);
        }
    }

    private String read(AwsEndpoint endpoint) throws InterruptedException {
        try (AwsClients aws = endpoint.clients("glasstrail-reader")) {
            return read(aws);
        }
    }

    private String read(AwsClients aws) throws InterruptedException {
        MetricReading reading =
                new CloudWatchMetrics(aws, Clock.fixed(NOW, ZoneOffset.UTC))
                        .read(rules, Instant.parse(from), Instant.parse(to));
        List<String> lines = new ArrayList<>();
        reading.series().forEach(series -> lines.add(told(series)));
        reading.unread()
                .forEach(one ->
                        lines.add(
                                "unread %s %s: %s"
                                        .formatted(
                                                one.place().account(),
                                                one.place().region(),
                                                one.text())));
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String told(MetricSeries series) {
        String who =
                switch (series.subject()) {
                    case Subject.OfPlace _ -> "all rules";
                    case Subject.OfRule(RuleId rule) -> rule.toString();
                };
        Metric metric = series.metric();
        return "%s %s %s %s%s"
                .formatted(
                        who,
                        metric.awsName(),
                        series.state(),
                        series.period(),
                        series.points().stream()
                                .map(point -> " %s=%.0f".formatted(point.start(), point.sum()))
                                .collect(Collectors.joining()));
    }
}
