package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;

/// Somebody takes the alarm off the wall and works for half an hour. Stopping the trail itself was
/// refused. When he hangs the alarm up again he mistypes its name: it stays off for two days, until
/// the security engineer finds it so.
final class AlarmTampering implements Story {

    private static final String RULE = Alert.RULE;
    private static final String MISTYPED = "break-glass-alarm";

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
        hangUpAgain(owen);
        twoDaysLater(script);
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

    private static void hangUpAgain(Session owen) {
        owen.after(800, "events", "PutTargets")
                .request(
                        "rule",
                        RULE,
                        "targets",
                        Json.list(AlarmDeployment.target(Alert.PRODUCTION)));
        owen.after(20, "events", "EnableRule")
                .request("name", MISTYPED)
                .error(
                        "ResourceNotFoundException",
                        "Rule " + MISTYPED + " does not exist on EventBus default.");
        owen.after(6, "events", "ListRules").request("namePrefix", "break-glass");
    }

    private static void twoDaysLater(Script script) {
        Session salma =
                Openings.commandLine(
                        script,
                        Cast.SALMA,
                        Cast.SECURITY_PRODUCTION,
                        Week.on(DayOfWeek.SATURDAY, "20:02:40"));
        salma.after(40, "events", "DescribeRule").request("name", RULE);
        salma.after(35, "events", "EnableRule").request("name", RULE);
        salma.after(9, "events", "DescribeRule").request("name", RULE);
    }
}
