package dev.glasstrail.alarm;

import static dev.glasstrail.alarm.Scene.HERE;
import static dev.glasstrail.alarm.Scene.OPENING;
import static dev.glasstrail.alarm.Scene.PATTERN;
import static dev.glasstrail.alarm.Scene.allWell;
import static dev.glasstrail.alarm.Scene.empty;
import static dev.glasstrail.alarm.Scene.id;
import static dev.glasstrail.alarm.Scene.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.MetricSeries.State;
import dev.glasstrail.session.Identities;
import dev.glasstrail.session.LogRecord;
import dev.glasstrail.session.Trails;
import dev.glasstrail.trail.Reading.Place;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every cause by which log and metrics can differ, by the numbers of the study that named them: L
/// where the log's count is wrong, M where the metric's is.
final class CausesTest {

    /// @param name the number of the cause and what it is
    /// @param scene in which it happened
    /// @param told the verdict on each opening, then the comparison for each rule
    record Case(String name, Scene scene, String told) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource({"ofTheLog", "ofTheMetric"})
    void everyCauseIsDetectedOrSaidToBeALimit(Case one) {
        assertThat(one.scene().told()).isEqualTo(one.told().strip());
    }

    private static Case of(String name, Scene scene, String told) {
        return new Case(name, scene, told);
    }

    static Stream<Case> ofTheLog() {
        return Stream.of(
                of(
                        "all well",
                        allWell(),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "L1 a record delivered twice counts once",
                        allWell().opening(OPENING, "10T09:00:20", "bob"),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "L2 both accounts' records of one call count, each in its place",
                        crossAccount(),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        003 break-glass-alert RANG 30 s, a message with the event id
                        break-glass-alert ENABLED: expected 2, matched 2, agrees
                        """),
                of(
                        "L3 counts of the last records may still come",
                        allWell().asOf("16T00:10:00").lookedAt(HERE, Trails.at("16T00:10:00")),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, not comparable: counts of the window's last records may still come: metrics were read up to 2026-11-16T00:10:00Z
                        """),
                of(
                        "L4 and L5 a place that was not read cannot be compared",
                        allWell().gap("the table has no such account"),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, not comparable: records of its account and region are missing: the table has no such account
                        """),
                of(
                        "L6 selectors that leave out read-only calls: a count without a record",
                        empty().count(Metric.MATCHED_EVENTS, "10T09:00:00", 1),
                        """
                        break-glass-alert ENABLED: expected 0, matched 1, differs: uncounted [], contended 0, surplus [1 EventBridge saw an event that the log does not have]
                        """),
                of(
                        "L7 a stopped trail looks like agreement, and is not called so",
                        empty().lifeless(),
                        """
                        break-glass-alert ENABLED: expected 0, matched unknown, not comparable: there is no record and no metric: a trail that was stopped looks the same
                        """),
                of(
                        "L8 a deleted record: a count without a record",
                        allWell().count(Metric.MATCHED_EVENTS, "10T15:00:00", 1),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 2, differs: uncounted [], contended 0, surplus [1 EventBridge saw an event that the log does not have]
                        """),
                of(
                        "L9 and L10 a reading with a gap cannot be compared",
                        allWell().gap("2 objects are in GLACIER"),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, not comparable: records of its account and region are missing: 2 objects are in GLACIER
                        """),
                of(
                        "L11 request parameters left out: the field is named that has nothing",
                        empty().record(
                                        opened(OPENING, "10T09:00:20", "bob")
                                                .without("requestParameters")
                                                .resource(
                                                        "arn:aws:iam::111122223333:role/break-glass")),
                        """
                        001 break-glass-alert NOT_COVERED PATTERN_MISSES: detail.requestParameters.roleArn wants [{"wildcard":"arn:aws:iam::*:role/*break-glass*"}] and finds nothing (the value is not among those listed); this would match: {"source":["aws.sts"],"detail-type":["AWS API Call via CloudTrail"],"detail":{"eventSource":["sts.amazonaws.com"],"eventName":["AssumeRole","AssumeRoleWithSAML"]}}
                        break-glass-alert ENABLED: expected 0, matched 0, agrees
                        """),
                of(
                        "L12 an addendum is no second call",
                        allWell()
                                .record(
                                        opened(id(2), "10T09:00:20", "bob")
                                                .addendum("UPDATED_DATA", OPENING)),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "L13 two openings in one second are two records",
                        allWell()
                                .opening(id(2), "10T09:00:20", "bob")
                                .count(Metric.MATCHED_EVENTS, "10T09:01:00", 1)
                                .count(Metric.INVOCATIONS, "10T09:01:00", 1)
                                .message("10T09:00:40", id(2)),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        002 break-glass-alert RANG 20 s, a message with the event id
                        break-glass-alert ENABLED: expected 2, matched 2, agrees
                        """),
                of(
                        "L14 a service's AssumeRole matches too",
                        byService(),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        005 break-glass-alert RANG 10 s, a message with the event id
                        break-glass-alert ENABLED: expected 2, matched 2, agrees
                        """),
                of(
                        "L15 a refused call is treated as the pattern treats it",
                        allWell()
                                .record(
                                        opened(id(2), "10T10:00:00", "eve")
                                                .failed("AccessDenied", "no"))
                                .count(Metric.MATCHED_EVENTS, "10T10:00:00", 1)
                                .count(Metric.INVOCATIONS, "10T10:00:00", 1)
                                .message("10T10:00:09", id(2)),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        002 break-glass-alert RANG 9 s, a message with the event id
                        break-glass-alert ENABLED: expected 2, matched 2, agrees
                        """),
                of(
                        "L16 a member that no source reads cannot be compared",
                        allWell()
                                .pattern(
                                        PATTERN.replace(
                                                "\"eventName\"",
                                                "\"tlsDetails\":{\"tlsVersion\":[{\"exists\":false}]},\"eventName\"")),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, not comparable: its pattern asks for tlsDetails, which is not read
                        """));
    }

    private static Scene crossAccount() {
        return allWell()
                .record(
                        LogRecord.assumeRole(
                                        "10T09:00:20",
                                        Identities.user(Trails.OTHER, "ann", "AKIAEXAMPLEANN"),
                                        Trails.HOME + "/break-glass/ann",
                                        "ASIAANN")
                                .id(id(3))
                                .shared("shared"))
                .record(
                        LogRecord.assumeRole(
                                        "10T09:00:20",
                                        Identities.otherAccount(Trails.OTHER, "AIDAANN"),
                                        Trails.HOME + "/break-glass/ann",
                                        "ASIAANN")
                                .id(id(4))
                                .receivedBy(Trails.HOME)
                                .shared("shared"))
                .lookedAt(new Place(Trails.OTHER, "eu-central-1"), Trails.at("16T06:00:00"))
                .count(Metric.MATCHED_EVENTS, "10T09:01:00", 1)
                .count(Metric.INVOCATIONS, "10T09:01:00", 1)
                .message("10T09:00:50", id(4));
    }

    private static Scene byService() {
        return allWell()
                .record(
                        LogRecord.assumeRole(
                                        "10T12:00:00",
                                        Identities.service("ec2.amazonaws.com"),
                                        Trails.HOME + "/break-glass/i-0abc",
                                        "ASIASERVICE")
                                .id(id(5)))
                .count(Metric.MATCHED_EVENTS, "10T12:00:00", 1)
                .count(Metric.INVOCATIONS, "10T12:00:00", 1)
                .message("10T12:00:10", id(5));
    }

    static Stream<Case> ofTheMetric() {
        return Stream.of(
                of(
                        "M1 the record never reached EventBridge",
                        empty().opening(OPENING, "10T09:00:20", "bob"),
                        """
                        001 break-glass-alert SILENT NOT_SEEN_BY_EVENTBRIDGE: no match was counted from 2026-11-10T09:00:20Z on, and other metrics went on
                        break-glass-alert ENABLED: expected 1, matched 0, differs: uncounted [001], contended 0, surplus []
                        """),
                of(
                        "M2 a metric that was lost: the message is there",
                        allWell().uncounted(Metric.MATCHED_EVENTS),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 0, differs: uncounted [001], contended 0, surplus []
                        """),
                of(
                        "M2 a metric that was lost: a target was called",
                        allWell().uncounted(Metric.MATCHED_EVENTS).withoutChannel(),
                        """
                        001 break-glass-alert UNPROVABLE METRIC_GAP: a target was called, and no match was counted
                        break-glass-alert ENABLED: expected 1, matched 0, differs: uncounted [001], contended 0, surplus []
                        """),
                of(
                        "M3 delivered twice: a surplus beside the record",
                        allWell()
                                .count(Metric.MATCHED_EVENTS, "10T09:02:00", 1)
                                .message("10T09:02:10", OPENING),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 2, differs: uncounted [], contended 0, surplus [1 EventBridge delivered an event twice, as it may; EventBridge saw an event that the log does not have]
                        """),
                of(
                        "M4 a count minutes later is the record's",
                        empty().opening(OPENING, "10T09:00:20", "bob")
                                .count(Metric.MATCHED_EVENTS, "10T09:09:00", 1)
                                .count(Metric.INVOCATIONS, "10T09:09:00", 1)
                                .message("10T09:09:12", OPENING),
                        """
                        001 break-glass-alert RANG_LATE 532 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "M5 older than CloudWatch keeps",
                        allWell().state(Metric.MATCHED_EVENTS, State.TOO_OLD).withoutChannel(),
                        """
                        001 break-glass-alert UNPROVABLE METRICS_NOT_READ: CloudWatch keeps no points of that age
                        break-glass-alert ENABLED: expected 1, matched unknown, not comparable: CloudWatch keeps no points of that age
                        """),
                of(
                        "M6 a record before the window explains a count at its beginning",
                        empty().opening(id(6), "08T23:58:00", "bob")
                                .count(Metric.MATCHED_EVENTS, "09T00:02:00", 1)
                                .alive("09T00:00:00"),
                        """
                        break-glass-alert ENABLED: expected 0, matched 1, agrees
                        """),
                of(
                        "M7 a wrong dimension gives an empty series",
                        allWell().uncounted(Metric.values()).lifeless().withoutChannel(),
                        """
                        001 break-glass-alert UNPROVABLE METRICS_MISSING: nothing was published around that time
                        break-glass-alert ENABLED: expected 1, matched unknown, not comparable: no metric of its account and region has a single point
                        """),
                of(
                        "M8 several targets multiply invocations, not matches",
                        allWell()
                                .targets(
                                        Scene.slack(),
                                        new Target(
                                                "topic",
                                                "arn:aws:sns:eu-central-1:111122223333:alarm",
                                                ""))
                                .count(Metric.INVOCATIONS, "10T09:01:00", 1)
                                .withoutChannel(),
                        """
                        001 break-glass-alert RANG metrics of a target that AWS answers for
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "M9 retries are no matches",
                        allWell().count(Metric.RETRY_INVOCATION_ATTEMPTS, "10T09:00:00", 7),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "M10 the delivery failed for good",
                        allWell()
                                .count(Metric.FAILED_INVOCATIONS, "10T09:01:00", 1)
                                .withoutMessages(),
                        """
                        001 break-glass-alert SILENT DELIVERY_FAILED: the rule's FailedInvocations say so
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "M11 throttled: the count came half an hour later",
                        empty().opening(OPENING, "10T09:00:20", "bob")
                                .count(Metric.THROTTLED_RULES, "10T09:00:00", 1)
                                .count(Metric.MATCHED_EVENTS, "10T09:31:00", 1)
                                .count(Metric.INVOCATIONS, "10T09:31:00", 1)
                                .message("10T09:31:12", OPENING),
                        """
                        001 break-glass-alert RANG_LATE 1852 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "M12 disabled in the window",
                        empty().opening(OPENING, "10T09:00:20", "bob")
                                .change(
                                        "10T08:00:00",
                                        "DisableRule",
                                        "{\"name\":\"break-glass-alert\"}")
                                .change(
                                        "10T10:00:00",
                                        "EnableRule",
                                        "{\"name\":\"break-glass-alert\"}"),
                        """
                        001 break-glass-alert SILENT RULE_DISABLED: DisableRule at 2026-11-10T08:00:00Z (00000000-0000-4000-8000-000000000901)
                        break-glass-alert ENABLED: expected 0, matched 0, agrees
                        """),
                of(
                        "M12 its target was removed",
                        empty().opening(OPENING, "10T09:00:20", "bob")
                                .change(
                                        "10T07:00:00",
                                        "PutRule",
                                        "{\"name\":\"break-glass-alert\",\"eventPattern\":%s}"
                                                .formatted(quoted(PATTERN)))
                                .change(
                                        "10T08:00:00",
                                        "RemoveTargets",
                                        "{\"rule\":\"break-glass-alert\",\"ids\":[\"slack\"]}")
                                .targets(),
                        """
                        001 break-glass-alert SILENT NO_TARGET: as read at 2026-11-16T06:00:00Z
                        break-glass-alert ENABLED: expected 1, matched 0, differs: uncounted [001], contended 0, surplus []
                        """),
                of(
                        "M13 ENABLED leaves out read-only calls by name",
                        portal(),
                        """
                        001 break-glass-alert NOT_COVERED READ_ONLY_LEFT_OUT: the state was ENABLED
                        break-glass-alert ENABLED: expected 0, matched 0, agrees
                        """),
                of(
                        "M14 the pattern misses the region in the role's path",
                        empty().record(
                                        LogRecord.saml(
                                                        "10T09:00:20",
                                                        Trails.HOME
                                                                + "/"
                                                                + Identities.SSO_ROLE
                                                                + "/mara",
                                                        "ASIAMARA")
                                                .id(OPENING))
                                .pattern(
                                        PATTERN.replace(
                                                "{\"wildcard\":\"arn:aws:iam::*:role/*break-glass*\"}",
                                                "{\"prefix\":\"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_break-glass_\"}")),
                        """
                        001 break-glass-alert NOT_COVERED PATTERN_MISSES: detail.requestParameters.roleArn wants [{"prefix":"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_break-glass_"}] and finds "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_break-glass_0123456789abcdef" (the region in the role's path is not allowed for); this would match: {"source":["aws.sts"],"detail-type":["AWS API Call via CloudTrail"],"detail":{"eventSource":["sts.amazonaws.com"],"eventName":["AssumeRole","AssumeRoleWithSAML"],"requestParameters":{"roleArn":[{"prefix":"arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_break-glass_"},{"wildcard":"arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_break-glass_*"}]}}}
                        break-glass-alert ENABLED: expected 0, matched 0, agrees
                        """),
                of(
                        "M15 no rule in the opening's region",
                        allWell()
                                .record(
                                        opened(id(2), "10T11:00:00", "bob")
                                                .put("awsRegion", "us-east-1"))
                                .lookedAt(
                                        new Place(Trails.HOME, "us-east-1"),
                                        Trails.at("16T06:00:00")),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        002 - NOT_COVERED NO_RULE_HERE: none, as read at 2026-11-16T06:00:00Z
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "M16 larger than EventBridge takes",
                        empty().record(
                                        opened(OPENING, "10T09:00:20", "bob")
                                                .put("errorMessage", "x".repeat(270_000))
                                                .without("errorCode")),
                        """
                        001 break-glass-alert SILENT EVENT_TOO_LARGE: its JSON is longer than 262,144 bytes
                        break-glass-alert ENABLED: expected 0, matched 0, agrees
                        """),
                of(
                        "M17 an archive was replayed",
                        allWell()
                                .change("10T14:00:00", "StartReplay", "{\"replayName\":\"again\"}")
                                .count(Metric.MATCHED_EVENTS, "10T14:05:00", 1),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 2, differs: uncounted [], contended 0, surplus [1 an archive's events were sent again; EventBridge saw an event that the log does not have]
                        """),
                of(
                        "M18 a part of the points",
                        allWell().state(Metric.MATCHED_EVENTS, State.PARTIAL_DATA).withoutChannel(),
                        """
                        001 break-glass-alert UNPROVABLE METRICS_NOT_READ: CloudWatch gave a part of the points (PartialData)
                        break-glass-alert ENABLED: expected 1, matched unknown, not comparable: CloudWatch gave a part of the points (PartialData)
                        """),
                of(
                        "M18 forbidden, and the channel has no message",
                        allWell().state(Metric.MATCHED_EVENTS, State.FORBIDDEN).withoutMessages(),
                        """
                        001 break-glass-alert SILENT NO_MESSAGE: CloudWatch did not show the points (Forbidden)
                        break-glass-alert ENABLED: expected 1, matched unknown, not comparable: CloudWatch did not show the points (Forbidden)
                        """),
                of(
                        "M19 an absent point is no zero",
                        empty().opening(OPENING, "10T09:00:20", "bob").lifeless().withoutChannel(),
                        """
                        001 break-glass-alert UNPROVABLE METRICS_MISSING: nothing was published around that time
                        break-glass-alert ENABLED: expected 1, matched unknown, not comparable: no metric of its account and region has a single point
                        """),
                of(
                        "M20 Slack answered 200 and took nothing",
                        allWell().withoutMessages(),
                        """
                        001 break-glass-alert SILENT REFUSED_BY_CHANNEL: EventBridge counts the call as delivered
                        break-glass-alert ENABLED: expected 1, matched 1, agrees
                        """),
                of(
                        "M21 another's event matches: it is expected too",
                        allWell()
                                .record(
                                        LogRecord.assumeRole(
                                                        "10T13:00:00",
                                                        Identities.user(
                                                                Trails.HOME, "ann", "AKIAANN"),
                                                        Trails.HOME + "/old-break-glass/ann",
                                                        "ASIAOLD")
                                                .id(id(7)))
                                .count(Metric.MATCHED_EVENTS, "10T13:00:00", 1),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 2, matched 2, agrees
                        """),
                of(
                        "M22 a pattern without a source is open to others",
                        allWell()
                                .pattern(PATTERN.replace("\"source\":[\"aws.sts\"],", ""))
                                .count(Metric.MATCHED_EVENTS, "10T16:00:00", 1),
                        """
                        001 break-glass-alert RANG 12 s, a message with the event id
                        break-glass-alert ENABLED: expected 1, matched 2, differs: uncounted [], contended 0, surplus [1 an event that is not CloudTrail's matches, for the pattern names no source; EventBridge saw an event that the log does not have]
                        """));
    }

    private static Scene portal() {
        return empty().record(
                        LogRecord.call(
                                        "10T09:00:20",
                                        "sts",
                                        "GetCallerIdentity",
                                        Identities.user(Trails.HOME, "safe-admin", "AKIASAFE"))
                                .id(OPENING))
                .pattern(
                        "{\"source\":[\"aws.sts\"],\"detail\":{\"eventName\":[\"GetCallerIdentity\"]}}");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
    }
}
