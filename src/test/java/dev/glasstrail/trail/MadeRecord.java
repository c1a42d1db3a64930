package dev.glasstrail.trail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// CloudTrail records made up for tests, and a request that wants them.
public final class MadeRecord {

    public static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");
    public static final Instant TO = Instant.parse("2026-11-16T00:00:00Z");

    private static final Need EC2 = new Need.RuleMatches(Map.of("ec2.amazonaws.com", Set.of()));

    private MadeRecord() {}

    /// A record of EC2 in the middle of the week, on one line.
    public static String of(String eventId) {
        return at(eventId, "2026-11-14T02:03:04Z");
    }

    /// A record of EC2 at a time.
    public static String at(String eventId, String time) {
        return with(eventId, time, "ec2.amazonaws.com", "");
    }

    /// A record with further members, given as JSON with a comma before each.
    public static String with(String eventId, String time, String source, String more) {
        return """
        {"eventVersion":"1.11","eventID":"%s","eventTime":"%s","eventSource":"%s",\
        "eventName":"RunInstances","awsRegion":"eu-central-1",\
        "recipientAccountId":"111122223333"%s}\
        """
                .formatted(eventId, time, source, more);
    }

    /// Wants every record of EC2 in the week from 9 November 2026.
    public static ReadRequest request(Progress progress) {
        return new ReadRequest(FROM, TO, List.of(EC2), progress);
    }

    /// As above, heard by nobody.
    public static ReadRequest request() {
        return request(Progress.NONE);
    }
}
