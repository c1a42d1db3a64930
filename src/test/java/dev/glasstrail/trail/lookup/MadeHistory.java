package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.Watch;

/// Records of an event history, each JSON.
final class MadeHistory {

    private MadeHistory() {}

    static String opening(String id, String role, String session) {
        return record(
                id,
                "sts AssumeRole",
                "{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/starter\",\"userName\":\"starter\"}",
                assumed(role, session));
    }

    static String openingBy(
            String id, String byRole, String bySession, String role, String session) {
        return record(id, "sts AssumeRole", session(byRole, bySession), assumed(role, session));
    }

    static String action(String id, String role, String session) {
        return record(id, "ec2 DescribeInstances", session(role, session), "");
    }

    private static String assumed(String role, String session) {
        return """
        ,"requestParameters":{"roleArn":"%s","roleSessionName":"%s"},"responseElements":{\
        "assumedRoleUser":{"arn":"%s"}}\
        """
                .formatted(role, session, sessionArn(role, session));
    }

    private static String session(String role, String session) {
        return """
        {"type":"AssumedRole","arn":"%s","accountId":"111122223333","sessionContext":{\
        "sessionIssuer":{"type":"Role","arn":"%s"}}}\
        """
                .formatted(sessionArn(role, session), role);
    }

    private static String sessionArn(String role, String session) {
        return "arn:aws:sts::111122223333:assumed-role/%s/%s"
                .formatted(Watch.roleName(role), session);
    }

    static String record(String id, String call, String identity, String more) {
        String[] parts = call.split(" ", 2);
        return """
        {"eventVersion":"1.11","eventID":"%s","eventTime":"2026-11-14T02:03:04Z",\
        "eventSource":"%s.amazonaws.com","eventName":"%s","awsRegion":"eu-central-1",\
        "recipientAccountId":"111122223333","userIdentity":%s%s}\
        """
                .formatted(id, parts[0], parts[1], identity, more);
    }
}
