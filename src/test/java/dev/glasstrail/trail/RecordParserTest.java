package dev.glasstrail.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.glasstrail.trail.Principal.Identity;
import dev.glasstrail.trail.SessionContext.Created;
import dev.glasstrail.trail.SessionContext.Issuer;
import dev.glasstrail.trail.SessionContext.Mfa;
import dev.glasstrail.trail.SessionContext.OnBehalfOf;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordParserTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyMemberFindsItsPlace() {
        TrailEvent event =
                recognised(
                        """
                        {"eventVersion":"1.11","eventTime":"2026-11-14T02:11:42Z","eventID":"e-1",
                         "eventSource":"iam.amazonaws.com","eventName":"CreateUser","awsRegion":"us-east-1",
                         "eventType":"AwsApiCall","eventCategory":"Management","readOnly":false,
                         "sourceIPAddress":"198.51.100.7","userAgent":"aws-cli/2.27.0",
                         "errorCode":"AccessDenied","errorMessage":"not authorized",
                         "userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLE:alice@example.com",
                           "arn":"arn:aws:sts::111122223333:assumed-role/BreakGlass/alice@example.com",
                           "accountId":"111122223333","accessKeyId":"ASIAEXAMPLE","invokedBy":"cloudformation.amazonaws.com",
                           "onBehalfOf":{"userId":"u-1","identityStoreArn":"arn:aws:identitystore::999988887777:identitystore/d-1"},
                           "sessionContext":{
                             "sessionIssuer":{"type":"Role","principalId":"AROAEXAMPLE",
                               "arn":"arn:aws:iam::111122223333:role/emergency/BreakGlass",
                               "accountId":"111122223333","userName":"BreakGlass"},
                             "attributes":{"creationDate":"2026-11-14T02:08:20Z","mfaAuthenticated":"true"},
                             "sourceIdentity":"alice","signInSessionArn":"arn:aws:signin:us-east-1:111122223333:session/s-1"}},
                         "requestParameters":{"userName":"temp","tags":[{"key":"a"}]},
                         "responseElements":{"user":{"userId":"AIDAEXAMPLE"}},
                         "additionalEventData":{"MFAUsed":"No"},"serviceEventDetails":{"role_name":"r"},
                         "resources":[{"ARN":"arn:aws:iam::111122223333:user/temp","accountId":"111122223333","type":"AWS::IAM::User"}],
                         "requestID":"q-1","sharedEventID":"s-1","recipientAccountId":"111122223333",
                         "addendum":{"reason":"UPDATED_DATA","originalEventID":"e-0"},"tlsDetails":{"tlsVersion":"TLSv1.3"}}
                        """);

        assertThat(event.payload().record().at("/tlsDetails/tlsVersion").asText())
                .isEqualTo("TLSv1.3");
        assertThat(event.kept())
                .isEqualTo(
                        new TrailEvent(
                                new TrailEvent.EventKey("e-1", "111122223333"),
                                new Call(
                                        Instant.parse("2026-11-14T02:11:42Z"),
                                        "iam.amazonaws.com",
                                        "CreateUser",
                                        "AwsApiCall",
                                        "us-east-1",
                                        Call.Access.WRITE),
                                new Principal.RoleSession(
                                        new Identity(
                                                "AssumedRole",
                                                "111122223333",
                                                "AROAEXAMPLE:alice@example.com",
                                                "arn:aws:sts::111122223333:assumed-role/BreakGlass/alice@example.com",
                                                "",
                                                "ASIAEXAMPLE"),
                                        new SessionContext(
                                                new Issuer(
                                                        "Role",
                                                        "AROAEXAMPLE",
                                                        "arn:aws:iam::111122223333:role/emergency/BreakGlass",
                                                        "111122223333",
                                                        "BreakGlass"),
                                                new Created.At(
                                                        Instant.parse("2026-11-14T02:08:20Z")),
                                                Mfa.YES,
                                                "alice",
                                                "arn:aws:signin:us-east-1:111122223333:session/s-1",
                                                false),
                                        new OnBehalfOf(
                                                "u-1",
                                                "arn:aws:identitystore::999988887777:identitystore/d-1"),
                                        "cloudformation.amazonaws.com"),
                                new TrailEvent.Origin("198.51.100.7", "aws-cli/2.27.0"),
                                new TrailEvent.Outcome("AccessDenied", "not authorized"),
                                new TrailEvent.Payload(
                                        MissingNode.getInstance(),
                                        json("{\"userName\":\"temp\",\"tags\":[{\"key\":\"a\"}]}"),
                                        json("{\"user\":{\"userId\":\"AIDAEXAMPLE\"}}"),
                                        json("{\"MFAUsed\":\"No\"}"),
                                        json("{\"role_name\":\"r\"}"),
                                        List.of(
                                                new TrailEvent.Resource(
                                                        "arn:aws:iam::111122223333:user/temp",
                                                        "111122223333",
                                                        "AWS::IAM::User"))),
                                new TrailEvent.Links(
                                        "q-1",
                                        "s-1",
                                        new TrailEvent.Addendum.To("UPDATED_DATA", "e-0"))));
    }

    @Test
    void aRecordOfFourMembersIsARecordWithAllElseAbsent() {
        assertThat(recognised(record("")).kept())
                .isEqualTo(
                        new TrailEvent(
                                new TrailEvent.EventKey("e-1", ""),
                                new Call(
                                        Instant.parse("2026-11-14T02:03:04Z"),
                                        "ec2.amazonaws.com",
                                        "RunInstances",
                                        "",
                                        "",
                                        Call.Access.UNKNOWN),
                                new Principal.Unrecognised(Identity.NONE, SessionContext.NONE, ""),
                                new TrailEvent.Origin("", ""),
                                new TrailEvent.Outcome("", ""),
                                new TrailEvent.Payload(
                                        MissingNode.getInstance(),
                                        MissingNode.getInstance(),
                                        MissingNode.getInstance(),
                                        MissingNode.getInstance(),
                                        MissingNode.getInstance(),
                                        List.of()),
                                new TrailEvent.Links("", "", TrailEvent.Addendum.NONE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'AssumedRole'} | RoleSession",
                "{'type':'AssumedRole','accessKeyId':''} | RoleSession",
                "{'type':'Unknown','arn':'arn:aws:sts::111122223333:assumed-role/R/s'} | RoleSession",
                "{'arn':'arn:aws-cn:sts::111122223333:assumed-role/R/s'} | RoleSession",
                "{'type':'Unknown','arn':'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO…@example.com'} | RoleSession",
                "{'type':'Unknown','userName':'alice'} | Unrecognised",
                "{'type':'IAMUser','userName':'alice'} | User",
                "{'type':'Root'} | Root",
                "{'type':'FederatedUser'} | Federated",
                "{'type':'SAMLUser'} | External",
                "{'type':'WebIdentityUser'} | External",
                "{'type':'IdentityCenterUser'} | IdentityCenterUser",
                "{'type':'AWSAccount','accountId':'ANONYMOUS_PRINCIPAL'} | OtherAccount",
                "{'type':'AWSService','invokedBy':'ec2.amazonaws.com'} | Service",
                "{'accountId':'111122223333','invokedBy':'ec2.amazonaws.com'} | Unrecognised",
                "{'type':'Directory'} | Unrecognised",
                "{'type':{'kind':'odd'}} | Unrecognised",
                "{} | Unrecognised",
                "null | Unrecognised",
                "'text' | Unrecognised",
                "[{'type':'Root'}] | Unrecognised",
            })
    void theKindOfPrincipalFollowsTypeAndArn(String userIdentity, String kind) {
        TrailEvent event = recognised(record(",'userIdentity':" + userIdentity));

        assertThat(event.principal().getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void anAnonymousPrincipalKeepsTheWordThatStandsForItsAccount() {
        TrailEvent event =
                recognised(
                        record(
                                """
                                ,'userIdentity':{'type':'AWSAccount','principalId':'','accountId':'ANONYMOUS_PRINCIPAL'}
                                """));

        assertThat(event.principal())
                .isEqualTo(
                        new Principal.OtherAccount(
                                new Identity("AWSAccount", "ANONYMOUS_PRINCIPAL", "", "", "", ""),
                                ""));
    }

    @Test
    void anIdentityCenterUserNeedsNeitherPrincipalIdNorArn() {
        TrailEvent event =
                recognised(
                        record(
                                """
                                ,'userIdentity':{'type':'IdentityCenterUser','accountId':'999988887777',
                                  'onBehalfOf':{'userId':'u-1','identityStoreArn':'a'},'credentialId':'c-1'}
                                """));

        assertThat(event.principal())
                .isEqualTo(
                        new Principal.IdentityCenterUser(
                                new Identity("IdentityCenterUser", "999988887777", "", "", "", ""),
                                new OnBehalfOf("u-1", "a"),
                                "c-1",
                                ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'readOnly':true | READ",
                "'readOnly':'true' | READ",
                "'readOnly':false | WRITE",
                "'readOnly':'False' | WRITE",
                "'readOnly':null | UNKNOWN",
                "'readOnly':{} | UNKNOWN",
                "'readOnly':1 | UNKNOWN",
                "'managementEvent':true | UNKNOWN",
            })
    void readOnlyIsABooleanOrItsText(String member, Call.Access access) {
        assertThat(recognised(record("," + member)).call().access()).isEqualTo(access);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'true' | YES",
                "true | YES",
                "'false' | NO",
                "false | NO",
                "null | UNKNOWN",
                "[] | UNKNOWN"
            })
    void mfaAuthenticatedIsABooleanOrItsText(String value, Mfa mfa) {
        TrailEvent event =
                recognised(
                        record(
                                ",'userIdentity':{'type':'IAMUser','sessionContext':"
                                        + "{'attributes':{'mfaAuthenticated':"
                                        + value
                                        + "}}}"));

        assertThat(event.principal().context().mfa()).isEqualTo(mfa);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'20261114T020820Z' | At[time=2026-11-14T02:08:20Z]",
                "'2026-11-14T02:08:20Z' | At[time=2026-11-14T02:08:20Z]",
                "'2026-11-14T02:08:20.750Z' | At[time=2026-11-14T02:08:20Z]",
                "'2026-1114T02:08:20Z' | Unknown[]",
                "'2026-02-30T02:08:20Z' | Unknown[]",
                "1794622100 | Unknown[]",
                "null | Unknown[]",
            })
    void creationDateIsBasicOrExtended(String value, String created) {
        TrailEvent event =
                recognised(
                        record(
                                ",'userIdentity':{'type':'IAMUser','sessionContext':"
                                        + "{'attributes':{'creationDate':"
                                        + value
                                        + "}}}"));

        assertThat(event.principal().context().created()).hasToString(created);
    }

    @Test
    void aSessionOfAssumeRootSaysSo() {
        TrailEvent event =
                recognised(
                        record(
                                ",'userIdentity':{'type':'Root',"
                                        + "'sessionContext':{'assumedRoot':'true'}}"));

        assertThat(event.principal().context().assumedRoot()).isTrue();
    }

    @Test
    void aServiceNameMayStandWhereAnAddressIsExpected() {
        TrailEvent event =
                recognised(
                        record(
                                ",'sourceIPAddress':'ec2.amazonaws.com',"
                                        + "'userAgent':'ec2.amazonaws.com'"));

        assertThat(event.origin())
                .isEqualTo(new TrailEvent.Origin("ec2.amazonaws.com", "ec2.amazonaws.com"));
    }

    @Test
    void numbersKeepTheirSpelling() {
        TrailEvent event =
                recognised(
                        record(
                                ",'requestParameters':{'maxResults':'1','limit':1000,"
                                        + "'bytesTransferredIn':0.5}"));

        assertThat(
                        List.of(
                                event.payload().requested("maxResults"),
                                event.payload().requested("limit"),
                                event.payload().requested("bytesTransferredIn")))
                .containsExactly("1", "1000", "0.5");
    }

    @Test
    void aDeniedOpeningHasNoRequestAndKeepsItsMessage() {
        TrailEvent event =
                recognised(
                        record(
                                """
                                ,'requestParameters':null,'responseElements':null,'errorCode':'AccessDenied',
                                'errorMessage':'not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/BreakGlass'
                                """));

        assertThat(OpeningCalls.roleArn(event))
                .isEqualTo("arn:aws:iam::111122223333:role/BreakGlass");
    }

    @Test
    void anOpeningWithoutAssumedRoleUserHasNoAnswerThere() {
        TrailEvent event =
                recognised(record(",'responseElements':{'credentials':{'accessKeyId':'ASIA1'}}"));

        assertThat(event.payload().answered("assumedRoleUser", "arn")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sourceIPAddress':{'a':1}",
                "'userAgent':[1,2]",
                "'errorCode':{'a':{'b':[]}}",
                "'resources':{'ARN':'a'}",
                "'resources':['a',null,3,[]]",
                "'addendum':'text'",
                "'userIdentity':{'sessionContext':'text'}",
                "'userIdentity':{'sessionContext':{'sessionIssuer':[],'attributes':7}}",
                "'userIdentity':{'type':'AssumedRole','onBehalfOf':true,'arn':{'x':1}}",
                "'requestParameters':'text'",
                "'serviceEventDetails':'text'",
                "'eventVersion':1.08",
                "'unheardOf':{'of':'it'}",
            })
    void aMemberOfAnotherTypeIsAbsent(String member) {
        assertThat(parse(record("," + member))).isInstanceOf(ParsedRecord.Recognised.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'2.0' | \"2.0\"",
                "'10.1' | \"10.1\"",
                "2 | \"2\"",
                "'x\\u000ay' | \"x y\"",
            })
    void aNewerMajorVersionIsReadAndDoubted(String version, String shown) {
        String json = record(",'eventVersion':" + version);

        assertThat(parse(json))
                .isEqualTo(
                        new ParsedRecord.Doubtful(
                                event(json),
                                "has eventVersion "
                                        + shown
                                        + ", and only 1.x is known; it was read as 1.x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'eventID':'','eventSource':'a','eventName':'b'} | has no eventID",
                "{'eventSource':'a','eventName':'b'} | has no eventID",
                "{'eventID':{'x':1},'eventSource':'a','eventName':'b'} | has no eventID",
                "{'eventID':'e','eventVersion':'1.08','eventName':'b'} | has no eventSource",
                "{'eventID':'e','eventVersion':'1.08','eventSource':'b'} | has no eventName",
                "{'eventID':'e','eventSource':'a','eventName':'b'} | has an eventTime that is no UTC time: missing",
                "{'eventID':'e','eventSource':'a','eventName':'b','eventTime':[]} | has an eventTime that is no UTC time: an array",
                "{'eventID':'e','eventSource':'a','eventName':'b','eventTime':'yesterday'} | has an eventTime that is no UTC time: \"yesterday\"",
                "{'eventID':'e','eventSource':'a','eventName':'b','eventTime':'2026-13-01T00:00:00Z'} | has an eventTime that is no UTC time: \"2026-13-01T00:00:00Z\"",
                "{'eventID':'e','eventSource':'a','eventName':'b','eventTime':'2026-11-14T02:00:00+01:00'} | has an eventTime that is no UTC time: \"2026-11-14T02:00:00+01:00\"",
            })
    void aRecordThatLacksWhatItMustHaveIsDamaged(String json, String reason) {
        assertThat(parse(json.replace('\'', '"'))).isEqualTo(new ParsedRecord.Damaged(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'eventCategory':'Insight','eventID':'e','eventSource':'a','eventName':'b'}",
                "{'eventType':'AwsCloudTrailInsight','insightDetails':{}}",
            })
    void anInsightEventIsNoAction(String json) {
        assertThat(parse(json.replace('\'', '"'))).isEqualTo(new ParsedRecord.Insight());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | has neither an eventSource nor an eventID",
                "{'eventID':'x'} | has neither an eventSource nor an eventID",
                "7 | is \"7\", not a record",
                "null | is null, not a record",
                "[] | is an array, not a record",
            })
    void otherJsonIsUnrecognised(String json, String reason) {
        assertThat(parse(json.replace('\'', '"'))).isEqualTo(new ParsedRecord.Unrecognised(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'eventVersion':'2.1','eventSource':'aws:s3','eventName':'ObjectCreated:Put'} | is an event notification of aws:s3",
                "{'eventID':'1','eventVersion':'1.0','eventSource':'aws:dynamodb','eventName':'INSERT'} | is an event notification of aws:dynamodb",
            })
    void anEventNotificationIsForeign(String json, String reason) {
        assertThat(parse(json.replace('\'', '"'))).isEqualTo(new ParsedRecord.Foreign(reason));
    }

    @Test
    void aMissingNodeIsUnrecognised() {
        assertThat(RecordParser.parse(MissingNode.getInstance()))
                .isEqualTo(new ParsedRecord.Unrecognised("is missing, not a record"));
        assertThat(RecordParser.parse(JsonNodeFactory.instance.nullNode()))
                .isInstanceOf(ParsedRecord.Unrecognised.class);
    }

    private static String record(String more) {
        return ("{'eventID':'e-1','eventTime':'2026-11-14T02:03:04Z',"
                        + "'eventSource':'ec2.amazonaws.com','eventName':'RunInstances'"
                        + more
                        + "}")
                .replace('\'', '"');
    }

    private static TrailEvent recognised(String json) {
        ParsedRecord parsed = parse(json);
        assertThat(parsed).isInstanceOf(ParsedRecord.Recognised.class);
        return event(json);
    }

    private static TrailEvent event(String json) {
        return switch (parse(json)) {
            case ParsedRecord.Recognised(TrailEvent event) -> event;
            case ParsedRecord.Doubtful(TrailEvent event, String _) -> event;
            case ParsedRecord.Insight _,
                    ParsedRecord.Damaged _,
                    ParsedRecord.Foreign _,
                    ParsedRecord.Unrecognised _ ->
                    throw new AssertionError("no record: " + json);
        };
    }

    private static ParsedRecord parse(String json) {
        return RecordParser.parse(json(json));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("the test's own JSON is wrong: " + text, wrong);
        }
    }
}
