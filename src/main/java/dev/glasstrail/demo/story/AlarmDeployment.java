package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import java.time.Instant;
import java.util.List;

/// On the Sunday before, the pipeline deploys the alarm in production, so that the log itself tells
/// what it was when the week began.
final class AlarmDeployment implements Story {

    private static final Instant TIME = Week.sundayBefore("18:30:21");

    @Override
    public String name() {
        return "alarm-deployment";
    }

    @Override
    public void tell(Script script) {
        String key = script.ids().accessKey("pipeline");
        Origin pipeline = Origin.service("cloudformation.amazonaws.com");
        for (Alert alert : List.of(Alert.PRODUCTION, Alert.PRODUCTION_VIRGINIA)) {
            ObjectNode identity =
                    Identity.assumedRole(
                            Cast.DEPLOYMENT, "alarm-stack", key, TIME.minusSeconds(65), false);
            Session session = new Session(script, alert.account(), identity, TIME, pipeline);
            session.in(alert.region(), 4, "events", "PutRule")
                    .request(
                            "name",
                            Alert.RULE,
                            "eventPattern",
                            alert.pattern(),
                            "state",
                            "ENABLED",
                            "description",
                            "Posts every use of the emergency roles to Slack")
                    .response("ruleArn", alert.arn())
                    .without("tlsDetails");
            session.in(alert.region(), 3, "events", "PutTargets")
                    .request("rule", Alert.RULE, "targets", Json.list(target(alert)))
                    .response("failedEntryCount", 0, "failedEntries", Json.list())
                    .without("tlsDetails");
        }
    }

    /// The one target, as a call names it.
    static ObjectNode target(Alert alert) {
        return Json.object(
                "id",
                Alert.TARGET,
                "arn",
                alert.destination(),
                "roleArn",
                alert.caller(),
                "deadLetterConfig",
                Json.object("arn", alert.deadLetters()));
    }
}
