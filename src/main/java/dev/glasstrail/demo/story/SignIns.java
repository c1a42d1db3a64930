package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.IamUser;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.Instant;

/// Signing in to the console with a password: IAM users and root.
final class SignIns {

    private static final String CONSOLE = "https://console.aws.amazon.com/console/home";
    private static final String BROWSER =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.1"
                    + " Safari/605.1.15";

    private SignIns() {}

    /// The user's address seen through a browser.
    static Origin browser(IamUser user) {
        return user.shell().with(BROWSER);
    }

    /// An IAM user with a second factor.
    ///
    /// @param keys how many access keys the console uses in turn
    static Session user(Script script, IamUser user, Instant time, int keys) {
        ObjectNode identity = Identity.iamUserSigningIn(user);
        succeed(script, user.account(), identity, browser(user), time);
        String key = script.ids().accessKey("sign-in/" + time);
        return new Session(
                        script,
                        user.account(),
                        Identity.iamUserSession(user, key, time, true),
                        time,
                        browser(user))
                .inConsole(keys);
    }

    /// Root with a second factor, always logged in Virginia.
    static Session root(Script script, Account account, Origin origin, Instant time, int keys) {
        Origin browser = origin.with(BROWSER);
        succeed(script, account, Identity.root(account), browser, time);
        String key = script.ids().accessKey("sign-in/" + time);
        return new Session(
                        script,
                        account,
                        Identity.rootSession(account, key, time, true),
                        time,
                        browser)
                .inConsole(keys);
    }

    /// A sign-in that fails.
    static Event failure(
            Script script, Account account, ObjectNode identity, Origin origin, Instant time) {
        return signIn(script, account, identity, origin, time)
                .response("ConsoleLogin", "Failure")
                .additional("LoginTo", CONSOLE, "MobileVersion", "No", "MFAUsed", "No")
                .set("errorMessage", "Failed authentication");
    }

    private static void succeed(
            Script script, Account account, ObjectNode identity, Origin origin, Instant time) {
        signIn(script, account, identity, origin, time)
                .response("ConsoleLogin", "Success")
                .additional(
                        "LoginTo",
                        CONSOLE,
                        "MobileVersion",
                        "No",
                        "MFAIdentifier",
                        account.arn("iam", "", "mfa/safe"),
                        "MFAUsed",
                        "Yes");
    }

    private static Event signIn(
            Script script, Account account, ObjectNode identity, Origin origin, Instant time) {
        return script.event(time, account, Region.VIRGINIA, "signin", "ConsoleLogin")
                .by(identity, origin)
                .set("eventType", "AwsConsoleSignIn");
    }
}
