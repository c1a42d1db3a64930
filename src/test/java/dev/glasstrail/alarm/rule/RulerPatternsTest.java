package dev.glasstrail.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.alarm.EventPatterns.Compiled;
import dev.glasstrail.alarm.EventPatterns.Reach;
import dev.glasstrail.alarm.Mismatch;
import dev.glasstrail.session.Trails;
import dev.glasstrail.trail.TrailEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulerPatternsTest {

    private static final String ASSUME = "{\"detail\":{\"eventName\":[\"AssumeRole\"]}}";

    @Test
    void aRecordIsWrappedAsEventBridgeWould() {
        assertThat(BusEvent.of(event("\"readOnly\":\"true\"")).toString())
                .isEqualTo(
                        """
                        {"version":"0","id":"e-1","detail-type":"AWS API Call via CloudTrail","source":"aws.sts",\
                        "account":"111122223333","time":"2026-11-10T09:00:00Z","region":"eu-central-1","resources":[],\
                        "detail":{"eventID":"e-1","eventTime":"2026-11-10T09:00:00Z","eventSource":"sts.amazonaws.com",\
                        "eventName":"AssumeRole","awsRegion":"eu-central-1","recipientAccountId":"111122223333",\
                        "eventType":"AwsApiCall","requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/a"},\
                        "readOnly":true}}\
                        """);
    }

    @Test
    void aSignInHasTheDetailTypeThatEventBridgeSendsAndNotThatOfItsGuide() {
        TrailEvent signIn =
                Trails.parsed(
                        """
                        {"eventID":"e-2","eventTime":"2026-11-10T09:00:00Z","eventSource":"signin.amazonaws.com",
                         "eventName":"ConsoleLogin","eventType":"AwsConsoleSignin"}
                        """);

        assertThat(BusEvent.of(signIn).path("detail-type").asText())
                .isEqualTo("AWS Console Sign In via CloudTrail");
    }

    @Test
    void patternsAreKnownByTheirText() {
        Compiled compiled =
                new RulerPatterns().compile(List.of(ASSUME, ASSUME.replace("Role", "Root")));

        assertThat(compiled.matching(event("\"x\":1"))).containsExactly(ASSUME);
        assertThat(compiled.faults()).isEmpty();
    }

    @Test
    void whatIsNoPatternIsAFaultAndTheOthersWork() {
        Compiled compiled =
                new RulerPatterns()
                        .compile(List.of("", "{", "{\"a\":[{\"likes\":\"b\"}]}", ASSUME));

        assertThat(compiled.faults().keySet())
                .containsExactly("", "{", "{\"a\":[{\"likes\":\"b\"}]}");
        assertThat(compiled.faults().get(""))
                .isEqualTo("it has no event pattern, and runs on a schedule alone");
        assertThat(compiled.faults().get("{\"a\":[{\"likes\":\"b\"}]}"))
                .startsWith("its event pattern is none: Unrecognized match type likes");
        assertThat(compiled.matching(event("\"x\":1"))).containsExactly(ASSUME);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'source':['aws.sts'],'detail':{'eventName':['AssumeRole','AssumeRoot']}} | {sts.amazonaws.com=[AssumeRole, AssumeRoot]} true [] true",
                "{'detail':{'eventSource':['sts.amazonaws.com']}} | {sts.amazonaws.com=[]} true [] false",
                "{'source':['aws.sts'],'detail':{'eventName':[{'prefix':'Assume'}]}} | {sts.amazonaws.com=[]} true [] true",
                "{'detail':{'eventName':['ConsoleLogin']}} | {} false [] false",
                "{'source':['aws.iam'],'detail':{'tlsDetails':{'tlsVersion':['TLSv1.3']}}} | {iam.amazonaws.com=[]} true [tlsDetails] true",
                "{'$or':[{'source':['aws.sts'],'detail':{'eventName':['AssumeRole']}},{'source':['aws.signin']}]} | {signin.amazonaws.com=[], sts.amazonaws.com=[AssumeRole]} true [] true",
                "{'source':['aws.sts'],'detail':{'$or':[{'eventName':['A']},{'eventName':['B']}]}} | {sts.amazonaws.com=[A, B]} true [] true"
            })
    void aPatternReachesCertainRecords(String pattern, String reach) {
        String json = pattern.replace('\'', '"');
        Reach found = new RulerPatterns().compile(List.of(json)).reach(json);

        assertThat(
                        new TreeMap<>(
                                        found.eventNames().entrySet().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Map.Entry::getKey,
                                                                one ->
                                                                        new TreeSet<>(
                                                                                one.getValue()))))
                                + " "
                                + found.isBounded()
                                + " "
                                + found.unreadMembers()
                                + " "
                                + found.namesSource())
                .isEqualTo(reach);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'detail':{'eventName':['assumerole']}} | detail.eventName LETTER_CASE | {'detail':{'eventName':['assumerole','AssumeRole']}}",
                "{'detail':{'eventName':['AssumeRoot']}} | detail.eventName EVENT_NAME | {'detail':{'eventName':['AssumeRoot','AssumeRole']}}",
                "{'detail-type':['AWS API call']} | detail-type DETAIL_TYPE | {'detail-type':['AWS API call','AWS API Call via CloudTrail']}",
                "{'source':['aws.sts'],'resources':['arn:aws:iam::111122223333:role/a']} | resources RESOURCES | {'source':['aws.sts']}",
                "{'source':['aws.sts'],'detail':{'errorCode':[{'exists':false}]}} | detail.errorCode FAILED_CALL | {'source':['aws.sts']}",
                "{'detail':{'readOnly':['true']}} | detail.readOnly TYPE | {'detail':{'readOnly':['true',true]}}",
                "{'region':['us-east-1']} | region OTHER | {'region':['us-east-1','eu-central-1']}",
                "{'detail':{'userIdentity':{'arn':[{'exists':true}]}}} | detail.userIdentity.arn OTHER | ",
                "{'$or':[{'region':['us-east-1'],'account':['1']},{'region':['us-west-2']}]} | region OTHER | {'region':['us-west-2','eu-central-1']}"
            })
    void aMissIsExplainedByTheFieldsThatFailAndTheNearestPattern(
            String pattern, String fields, String nearest) {
        String json = pattern.replace('\'', '"');
        Compiled compiled = new RulerPatterns().compile(List.of(json));
        TrailEvent event = event("\"readOnly\":true,\"errorCode\":\"AccessDenied\"");
        assertThat(compiled.matching(event)).isEqualTo(Set.of());

        Mismatch mismatch = compiled.mismatch(json, event);

        assertThat(
                        mismatch.fields().stream()
                                .map(field -> field.path() + " " + field.kind())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(fields);
        assertThat(mismatch.nearest()).isEqualTo(nearest == null ? "" : nearest.replace('\'', '"'));
    }

    private static TrailEvent event(String more) {
        return Trails.parsed(
                """
                {"eventID":"e-1","eventTime":"2026-11-10T09:00:00Z","eventSource":"sts.amazonaws.com",
                 "eventName":"AssumeRole","awsRegion":"eu-central-1","recipientAccountId":"111122223333",
                 "eventType":"AwsApiCall","requestParameters":{"roleArn":"arn:aws:iam::111122223333:role/a"},%s}
                """
                        .formatted(more));
    }
}
