package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.IamUser;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.DayOfWeek;
import java.time.Instant;

/// The emergency user asks for temporary credentials in the two ways users can: a session token
/// with a second factor, and a federation token under another name.
final class SafeUserTokens implements Story {

    private static final IamUser USER = Cast.BREAK_GLASS_USER;
    private static final String NAME = "incident-2198";

    @Override
    public String name() {
        return "safe-user-tokens";
    }

    @Override
    public void tell(Script script) {
        Instant first = Week.on(DayOfWeek.TUESDAY, "20:00:13");
        String key = script.ids().accessKey("session-token");
        ask(script, first, "GetSessionToken")
                .request("serialNumber", USER.mfaSerial(), "durationSeconds", Openings.ONE_HOUR)
                .response("credentials", Openings.credentials(key, first, Openings.ONE_HOUR));
        Session session =
                new Session(
                        script,
                        USER.account(),
                        Identity.iamUserSession(USER, key, first, true),
                        first,
                        USER.shell());
        session.after(19, "s3", "ListBuckets");
        session.after(44, "s3", "GetBucketPolicy").request("bucketName", "example-parcels-trail");

        federate(script, first.plusSeconds(600));
    }

    private static void federate(Script script, Instant time) {
        String key = script.ids().accessKey("federation-token");
        ask(script, time, "GetFederationToken")
                .set("readOnly", false)
                .request("name", NAME, "durationSeconds", Openings.TWELVE_HOURS)
                .response(
                        "credentials", Openings.credentials(key, time, Openings.TWELVE_HOURS),
                        "federatedUser",
                                Json.object(
                                        "federatedUserId",
                                        USER.account().id() + ":" + NAME,
                                        "arn",
                                        USER.account().arn("sts", "", "federated-user/" + NAME)),
                        "packedPolicySize", 4);
        Session session =
                new Session(
                        script,
                        USER.account(),
                        Identity.federatedUser(USER, NAME, key, time),
                        time,
                        USER.shell());
        session.after(80, "ce", "GetCostAndUsage");
        session.after(45, "ce", "GetAnomalies").request("maxResults", "1");
    }

    private static Event ask(Script script, Instant time, String call) {
        return script.event(time, USER.account(), Region.VIRGINIA, "sts", call)
                .by(Identity.iamUser(USER), USER.shell());
    }
}
