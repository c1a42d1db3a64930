package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.DayOfWeek;

/// `aws login`: the engineer is in the console and lets the command line share that sign-in. The
/// two OAuth records have no access key; everything else names the sign-in session.
final class CommandLineLogin implements Story {

    private static final String CLIENT = "arn:aws:signin:::devtools/same-device";

    @Override
    public String name() {
        return "command-line-login";
    }

    @Override
    public void tell(Script script) {
        Session jonas =
                Openings.console(
                        script,
                        Cast.JONAS,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.THURSDAY, "12:40:11"),
                        3);
        String signIn = "session/" + script.ids().uuid("sign-in");
        jonas.withContext(
                "signInSessionArn", Account.PRODUCTION.arn("signin", "eu-central-1", signIn));
        jonas.after(25, "ecs", "ListClusters");
        authorize(jonas);
        jonas.inConsole(0).from(Cast.JONAS.shell());
        jonas.in(Region.VIRGINIA, 310, "sts", "GetCallerIdentity");
        jonas.after(14, "ecs", "ListTasks").request("cluster", "shop");
        jonas.after(48, "ecs", "ExecuteCommand")
                .request("cluster", "shop", "container", "checkout", "command", "sh");
        jonas.after(401, "ssm", "TerminateSession").request("sessionId", "ecs-execute-example");
    }

    private static void authorize(Session jonas) {
        jonas.global(38, "signin", "AuthorizeOAuth2Access")
                .by(withoutKey(jonas), Cast.JONAS.browser())
                .set("readOnly", true)
                .request(
                        "scope", "openid",
                        "redirect_uri", "http://127.0.0.1:59092/oauth/callback",
                        "code_challenge_method", "SHA-256",
                        "client_id", CLIENT);
        jonas.global(1, "signin", "CreateOAuth2Token")
                .by(withoutKey(jonas), Cast.JONAS.shell())
                .set("requestParameters", Json.object("client_id", CLIENT));
    }

    private static ObjectNode withoutKey(Session session) {
        ObjectNode identity = session.identity();
        identity.remove("accessKeyId");
        return identity;
    }
}
