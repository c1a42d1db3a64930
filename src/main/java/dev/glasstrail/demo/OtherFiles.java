package dev.glasstrail.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.LogFolder;
import dev.glasstrail.demo.cloudtrail.Region;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// What lies beside the logs in a real bucket and is no log.
final class OtherFiles {

    private static final Instant WEDNESDAY = Instant.parse("2026-11-11T09:20:00Z");
    private static final LogFolder PRODUCTION = LogFolder.of(Account.PRODUCTION, Region.FRANKFURT);

    private OtherFiles() {}

    static void writeTo(TrailBucket bucket) throws IOException {
        LogFile insight = new LogFile(PRODUCTION, WEDNESDAY);
        // Insights come in an array like logs, and alone when exported by hand.
        bucket.putJson(
                insight.insightKey("EXAMPLEinsight01"),
                Json.object("Records", Json.list(insight("Start"), insight("End"))));
        bucket.putJson(insight.insightKey("EXAMPLEinsight02"), insight("End"));
        String config = LogFile.folderKey(PRODUCTION, "Config", WEDNESDAY);
        bucket.putJson(
                config + "444455556666_Config_eu-central-1_ConfigHistory_20261111T092000Z.json.gz",
                Json.object("fileVersion", "1.0", "configurationItems", Json.list()));
        bucket.put(
                TrailBucket.PREFIX + "README.txt",
                "Who looks for billing data: it is in the other bucket.\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode insight(String state) {
        return Json.object(
                "eventVersion",
                "1.11",
                "eventTime",
                WEDNESDAY.toString(),
                "awsRegion",
                Region.FRANKFURT.id(),
                "eventID",
                "1257e0aa-0000-4000-8000-00000000000" + state.length(),
                "eventType",
                "AwsCloudTrailInsight",
                "recipientAccountId",
                Account.PRODUCTION.id(),
                "sharedEventID",
                "1257e0aa-0000-4000-8000-000000000000",
                "insightDetails",
                Json.object(
                        "state", state,
                        "eventSource", "ssm.amazonaws.com",
                        "eventName", "UpdateInstanceInformation",
                        "insightType", "ApiCallRateInsight"),
                "eventCategory",
                "Insight");
    }
}
