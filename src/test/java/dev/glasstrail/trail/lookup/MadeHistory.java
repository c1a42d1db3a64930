package dev.glasstrail.trail.lookup;

import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Watch;
import java.util.List;
import java.util.Set;

/// Records of an event history, each JSON, and who is watched in it.
final class MadeHistory {

    private MadeHistory() {}

    /// A role, root, and users: all given without a pattern, or all with one.
    static Watch watching(String role) {
        boolean isPlain = Agenda.isPlain(Glob.of(role));
        return new Watch(
                List.of(Glob.of(role)),
                List.of(Glob.of(isPlain ? "emergency-admin" : "emergency-*")),
                true,
                Set.of());
    }

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
