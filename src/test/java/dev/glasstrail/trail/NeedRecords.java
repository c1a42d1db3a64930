package dev.glasstrail.trail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One record for every need, made by an identity that nobody watches.
///
/// A source that asks only for what the watched identities did would lose each of them.
final class NeedRecords {

    static final Watch WATCH =
            new Watch(
                    List.of(Glob.of("break-glass-*")),
                    List.of(Glob.of("emergency-admin")),
                    true,
                    Set.of());

    /// The needs of an audit, all of them.
    static final List<Need> NEEDS =
            List.of(
                    new Need.Openings(WATCH),
                    new Need.WatchedActions(WATCH),
                    new Need.DerivedActions(
                            Set.of("arn:aws:sts::111122223333:assumed-role/second/made-by-first"),
                            Set.of("AKIAEXAMPLEMADE00001")),
                    new Need.GuardTouches(),
                    new Need.RuleMatches(
                            Map.of("kms.amazonaws.com", Set.of("ScheduleKeyDeletion"))),
                    new Need.Touches(Set.of("back-door")),
                    new Need.EarlierChangers(Set.of("sg-0123456789abcdef0")),
                    new Need.TrailChanges());

    private static final String NOBODY =
            user("AIDAEXAMPLENOBODY001", "nobody", "AKIAEXAMPLENOBODY001");
    private static final String DENIED = "\"errorCode\":\"AccessDenied\"";

    private NeedRecords() {}

    /// Records that are wanted, by their id.
    static Map<String, String> wanted() {
        Map<String, String> records = new LinkedHashMap<>();
        put(
                records,
                "opening-of-a-role-that-nobody-watches",
                "sts AssumeRole",
                NOBODY,
                "\"requestParameters\":{\"roleArn\":\"arn:aws:iam::111122223333:role/deploy\"}");
        put(
                records,
                "denied-opening-named-by-its-message-alone",
                "sts AssumeRole",
                service(),
                DENIED,
                "\"errorMessage\":\"User: nobody is not authorized to perform: sts:AssumeRole on"
                        + " resource: arn:aws:iam::111122223333:role/break-glass-admin\"",
                "\"requestParameters\":null");
        put(
                records,
                "copy-of-the-role-owner",
                "sts AssumeRole",
                service(),
                "\"resources\":[{\"ARN\":\"arn:aws:iam::111122223333:role/ops/break-glass-admin\","
                        + "\"accountId\":\"111122223333\",\"type\":\"AWS::IAM::Role\"}]");
        put(records, "sign-in", "signin ConsoleLogin", NOBODY);
        put(
                records,
                "portal-record-without-a-name",
                "sso Federate",
                "{\"type\":\"IdentityCenterUser\",\"accountId\":\"111122223333\"}");
        put(
                records,
                "session-that-does-not-name-its-issuer",
                "ec2 DescribeInstances",
                "{\"type\":\"AssumedRole\",\"principalId\":\"AROAEXAMPLE000000001:someone\","
                        + "\"arn\":\"arn:aws:sts::111122223333:assumed-role/other/someone\","
                        + "\"accountId\":\"111122223333\"}");
        put(
                records,
                "derived-by-arn",
                "s3 ListBuckets",
                "{\"type\":\"AssumedRole\",\"principalId\":\"AROAEXAMPLE000000002:made-by-first\","
                        + "\"arn\":\"arn:aws:sts::111122223333:assumed-role/second/made-by-first\","
                        + "\"sessionContext\":{\"sessionIssuer\":{\"type\":\"Role\","
                        + "\"arn\":\"arn:aws:iam::111122223333:role/second\"}}}");
        put(
                records,
                "derived-by-key",
                "s3 GetObject",
                user("AIDAEXAMPLEMADE00001", "made", "AKIAEXAMPLEMADE00001"));
        put(records, "guard-touched", "events DisableRule", NOBODY, DENIED);
        put(records, "may-match-the-rule", "kms ScheduleKeyDeletion", NOBODY);
        put(
                records,
                "touched",
                "iam DeleteUser",
                NOBODY,
                "\"requestParameters\":{\"userName\":\"back-door\"}");
        put(
                records,
                "changed-earlier",
                "ec2 AuthorizeSecurityGroupIngress",
                NOBODY,
                "\"readOnly\":false",
                "\"responseElements\":{\"rules\":{\"items\":[{\"group\":\"sg-0123456789abcdef0\"}]}}");
        put(records, "trail-changed", "cloudtrail DeleteInsights", NOBODY, "\"readOnly\":false");
        return records;
    }

    /// Records that no need wants, each like one that a need wants.
    static List<String> unwanted() {
        Map<String, String> records = new LinkedHashMap<>();
        put(
                records,
                "opening-by-a-service-for-itself",
                "sts AssumeRole",
                service(),
                "\"requestParameters\":{\"roleArn\":\"arn:aws:iam::111122223333:role/deploy\"}");
        put(records, "rule-described", "events DescribeRule", NOBODY);
        put(records, "key-described", "kms DescribeKey", NOBODY);
        put(
                records,
                "longer-name",
                "iam DeleteUser",
                NOBODY,
                "\"requestParameters\":{\"userName\":\"back-door-2\"}");
        put(
                records,
                "only-looked-at",
                "ec2 DescribeSecurityGroups",
                NOBODY,
                "\"readOnly\":true",
                "\"requestParameters\":{\"group\":\"sg-0123456789abcdef0\"}");
        put(records, "trails-listed", "cloudtrail ListTrails", NOBODY, "\"readOnly\":true");
        return List.copyOf(records.values());
    }

    /// @param call the first part of its source, a blank, its name
    /// @param more members as JSON
    private static void put(
            Map<String, String> records, String id, String call, String identity, String... more) {
        String[] parts = call.split(" ", 2);
        String members = more.length == 0 ? "" : "," + String.join(",", more);
        records.put(
                id,
                """
                {"eventVersion":"1.11","eventID":"%s","eventTime":"2026-11-14T02:03:04Z",\
                "eventSource":"%s.amazonaws.com","eventName":"%s","awsRegion":"eu-central-1",\
                "recipientAccountId":"111122223333","userIdentity":%s%s}\
                """
                        .formatted(id, parts[0], parts[1], identity, members));
    }

    private static String user(String principalId, String name, String key) {
        return """
        {"type":"IAMUser","principalId":"%s","arn":"arn:aws:iam::111122223333:user/%s",\
        "accountId":"111122223333","accessKeyId":"%s","userName":"%s"}\
        """
                .formatted(principalId, name, key, name);
    }

    private static String service() {
        return "{\"type\":\"AWSService\",\"invokedBy\":\"ec2.amazonaws.com\"}";
    }
}
