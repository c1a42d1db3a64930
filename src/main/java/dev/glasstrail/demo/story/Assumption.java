package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.IamUser;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Region;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.Instant;

/// One `sts:AssumeRole`: who calls, for which role, under what name.
///
/// Within an account it is one record. Across accounts it is two that share a `sharedEventID`: the
/// caller's copy knows the caller, the owner's copy only the account.
final class Assumption {

    private final Script script;
    private final Account callerAccount;
    private final ObjectNode caller;
    private final Origin origin;
    private final Role role;
    private final String sessionName;
    private final ObjectNode parameters;
    private final int seconds;
    private String sourceIdentity = "";
    private boolean mfa;

    private Assumption(
            Script script,
            Account callerAccount,
            ObjectNode caller,
            Origin origin,
            Role role,
            String sessionName) {
        this.script = script;
        this.callerAccount = callerAccount;
        this.caller = caller;
        this.origin = origin;
        this.role = role;
        this.sessionName = sessionName;
        this.seconds = Openings.ONE_HOUR;
        this.parameters =
                Json.object(
                        "roleArn", role.arn(),
                        "roleSessionName", sessionName,
                        "durationSeconds", seconds);
    }

    /// By a user with a long-term key.
    static Assumption by(Script script, IamUser user, Role role, String sessionName) {
        return new Assumption(
                script, user.account(), Identity.iamUser(user), user.shell(), role, sessionName);
    }

    /// By a session: a link of a chain.
    static Assumption by(Script script, Session session, Role role, String sessionName) {
        return new Assumption(
                script, session.account(), session.identity(), session.origin(), role, sessionName);
    }

    /// By the console, which switches in the name of the user.
    static Assumption byConsole(
            Script script, Account account, ObjectNode caller, Role role, String sessionName) {
        ObjectNode identity = caller.deepCopy();
        identity.put("invokedBy", "AWS Internal");
        Origin internal = new Origin("AWS Internal", "AWS Internal");
        return new Assumption(script, account, identity, internal, role, sessionName);
    }

    /// Sets the name that stays through a chain.
    Assumption sourceIdentity(String name) {
        Json.put(parameters, "sourceIdentity", name);
        return keepingSourceIdentity(name);
    }

    /// The caller's session has such a name already; it passes on without being asked for.
    Assumption keepingSourceIdentity(String name) {
        sourceIdentity = name;
        return this;
    }

    Assumption mfa(IamUser user) {
        mfa = true;
        Json.put(parameters, "serialNumber", user.mfaSerial());
        return this;
    }

    /// Sends the call; the session that comes of it uses the key of the answer.
    Session at(Instant time) {
        String key = script.ids().accessKey("issued/" + sessionName + "/" + script.size());
        issue(time, key);
        Session session = Session.ofRole(script, role, sessionName, key, time, origin);
        if (mfa) {
            session.withMfa();
        }
        return sourceIdentity.isEmpty() ? session : session.withSourceIdentity(sourceIdentity);
    }

    /// Sends the call and is refused: the role then stands in the message alone, and only the
    /// caller's account hears of it.
    Event refusedAt(Instant time) {
        String arn = caller.path("arn").asText();
        return script.event(time, callerAccount, Region.FRANKFURT, "sts", "AssumeRole")
                .by(caller, origin)
                .error(
                        "AccessDenied",
                        "User: "
                                + arn
                                + " is not authorized to perform: sts:AssumeRole on resource: "
                                + role.arn());
    }

    private void issue(Instant time, String key) {
        Event first = record(time, callerAccount, key).by(caller, origin);
        if (callerAccount == role.account()) {
            return;
        }
        String shared = script.ids().uuid("shared/" + key);
        String request = script.ids().uuid("request/" + key);
        String principal = caller.path("principalId").asText();
        first.set("sharedEventID", shared).set("requestID", request).called("AssumeRole-caller");
        record(time, role.account(), key)
                .by(Identity.otherAccount(principal, callerAccount), origin)
                .set("sharedEventID", shared)
                .set("requestID", request)
                .called("AssumeRole-owner");
    }

    private Event record(Instant time, Account account, String key) {
        ObjectNode answer =
                Json.object(
                        "credentials", Openings.credentials(key, time, seconds),
                        "assumedRoleUser", Openings.assumedRoleUser(role, sessionName));
        if (!sourceIdentity.isEmpty()) {
            Json.put(answer, "sourceIdentity", sourceIdentity);
        }
        Event event = script.event(time, account, Region.VIRGINIA, "sts", "AssumeRole");
        event.set("requestParameters", parameters)
                .set("responseElements", answer)
                .additional(
                        "RequestDetails",
                        Json.object("endpointType", "global", "awsServingRegion", "eu-central-1"))
                .resource(role.account(), "AWS::IAM::Role", role.arn());
        if (origin.address().equals("AWS Internal")) {
            event.without("tlsDetails");
        }
        return event;
    }
}
