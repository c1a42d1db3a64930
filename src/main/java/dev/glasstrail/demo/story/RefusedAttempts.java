package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;
import java.time.Instant;

/// Five attempts that came to nothing. A refused `AssumeRole` has no parameters: the role stands
/// only in the message, and only the caller's account logs it.
final class RefusedAttempts implements Story {

    @Override
    public String name() {
        return "refused-attempts";
    }

    @Override
    public void tell(Script script) {
        Instant monday = Week.on(DayOfWeek.MONDAY, "11:20:00");
        for (int i = 0; i < 2; i++) {
            Assumption.by(script, Cast.BUILD_BOT, Cast.BREAK_GLASS_ADMIN, "build")
                    .refusedAt(monday.plusSeconds(41L * i));
        }
        Session owen =
                Openings.commandLine(
                        script,
                        Cast.OWEN,
                        Cast.DEVOPS_PRODUCTION,
                        Week.on(DayOfWeek.WEDNESDAY, "15:02:10"));
        owen.after(30, "ecs", "ListTasks").request("cluster", "shop");
        Assumption.by(script, owen, Cast.BREAK_GLASS_ADMIN, "owen")
                .refusedAt(owen.now().plusSeconds(66))
                .called("AssumeRole-session");
        signIns(script);
    }

    /// The second of them mistypes the name itself, which may be a password: the log hides it.
    private static void signIns(Script script) {
        SignIns.failure(
                script,
                Cast.BREAK_GLASS_USER.account(),
                Identity.iamUserSigningIn(Cast.BREAK_GLASS_USER),
                Cast.STRANGER,
                Week.on(DayOfWeek.SUNDAY, "04:12:33"));
        SignIns.failure(
                        script,
                        Cast.BREAK_GLASS_USER.account(),
                        Json.object(
                                "type", "IAMUser",
                                "accountId", Cast.BREAK_GLASS_USER.account().id(),
                                "accessKeyId", "",
                                "userName", "HIDDEN_DUE_TO_SECURITY_REASONS"),
                        Cast.STRANGER,
                        Week.on(DayOfWeek.SUNDAY, "04:12:57"))
                .called("ConsoleLogin-hidden")
                .set("errorMessage", "No username found in supplied account");
    }
}
