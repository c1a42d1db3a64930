package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;

/// Somebody takes the alarm off the wall, works for half an hour, and hangs it up again. Stopping
/// the trail itself was refused.
final class AlarmTampering implements Story {

    private static final String RULE = "break-glass-alarm";

    @Override
    public String name() {
        return "alarm-tampering";
    }

    @Override
    public void tell(Script script) {
        Session owen =
                Openings.commandLine(
                        script,
                        Cast.OWEN,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.THURSDAY, "22:05:51"));
        silence(owen);
        owen.after(200, "s3", "ListObjects").request("bucketName", "example-parcels-customers");
        owen.after(31, "s3", "GetObject")
                .request("bucketName", "example-parcels-customers", "key", "export/2026-11.csv")
                .additional("bytesTransferredIn", 0.0, "bytesTransferredOut", 48_210_331.0)
                .set("eventCategory", "Data")
                .set("managementEvent", false);
        owen.after(900, "athena", "StartQueryExecution").request("workGroup", "customers");
        owen.after(420, "athena", "GetQueryResults");
        ringAgain(owen);
    }

    private static void silence(Session owen) {
        owen.after(30, "events", "DescribeRule").request("name", RULE);
        owen.after(9, "events", "ListTargetsByRule").request("rule", RULE);
        owen.after(60, "cloudtrail", "StopLogging")
                .request("name", "organisation-trail")
                .error(
                        "AccessDenied",
                        "User is not authorized to perform: cloudtrail:StopLogging with an explicit"
                                + " deny in a service control policy");
        owen.after(45, "events", "RemoveTargets").request("rule", RULE, "ids", Json.list("slack"));
        owen.after(12, "events", "DisableRule").request("name", RULE);
    }

    private static void ringAgain(Session owen) {
        owen.after(800, "events", "PutTargets")
                .request(
                        "rule",
                        RULE,
                        "targets",
                        Json.list(
                                Json.object(
                                        "id",
                                        "slack",
                                        "arn",
                                        owen.account()
                                                .arn(
                                                        "events",
                                                        "eu-central-1",
                                                        "api-destination/slack/example"))));
        owen.after(20, "events", "EnableRule").request("name", RULE);
        owen.after(6, "events", "DescribeRule").request("name", RULE);
    }
}
