package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Person;
import dev.glasstrail.demo.cloudtrail.Region;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.Instant;

/// Somebody at work with one set of credentials: a clock that goes forward with each call, and an
/// identity that every call carries.
final class Session {

    private final Script script;
    private final Account account;
    private final ObjectNode identity;
    private Origin origin;
    private Instant now;
    private int rotatingKeys;

    /// @param identity with the key that calls use, and whatever else each call carries
    Session(Script script, Account account, ObjectNode identity, Instant start, Origin origin) {
        this.script = script;
        this.account = account;
        this.identity = identity;
        this.now = start;
        this.origin = origin;
    }

    /// A session of a role.
    static Session ofRole(
            Script script, Role role, String name, String key, Instant created, Origin origin) {
        ObjectNode identity = Identity.assumedRole(role, name, key, created, false);
        return new Session(script, role.account(), identity, created, origin);
    }

    /// Identity Center says for whom the session works.
    Session onBehalfOf(Person person) {
        identity.set("onBehalfOf", person.onBehalfOf());
        return this;
    }

    /// The opening proved a second factor.
    Session withMfa() {
        ((ObjectNode) identity.at("/sessionContext/attributes")).put("mfaAuthenticated", "true");
        return this;
    }

    /// The name that the first caller of a chain set and that nobody after can change.
    Session withSourceIdentity(String sourceIdentity) {
        return withContext("sourceIdentity", sourceIdentity);
    }

    /// Sets a member of the session context.
    Session withContext(String field, String value) {
        Json.put((ObjectNode) identity.get("sessionContext"), field, value);
        return this;
    }

    /// The console uses a fresh key every few requests; here one of so many in turn.
    Session inConsole(int keys) {
        rotatingKeys = keys;
        return this;
    }

    /// Goes on from elsewhere.
    Session from(Origin elsewhere) {
        origin = elsewhere;
        return this;
    }

    /// Waits until a time.
    Session until(Instant time) {
        if (time.isBefore(now)) {
            throw new IllegalArgumentException(
                    "a session goes forward only: " + time + " is before " + now);
        }
        now = time;
        return this;
    }

    /// Calls a service in Frankfurt so many seconds after the call before.
    Event after(int seconds, String service, String call) {
        return in(Region.FRANKFURT, seconds, service, call);
    }

    /// Calls a global service, which is logged in Virginia.
    Event global(int seconds, String service, String call) {
        return in(Region.VIRGINIA, seconds, service, call);
    }

    /// The identity of the next call.
    ObjectNode identity() {
        ObjectNode copy = identity.deepCopy();
        if (rotatingKeys > 0) {
            copy.put("accessKeyId", nextKey());
        }
        return copy;
    }

    Account account() {
        return account;
    }

    Origin origin() {
        return origin;
    }

    Instant now() {
        return now;
    }

    /// Calls a service in any region.
    Event in(Region region, int seconds, String service, String call) {
        now = now.plusSeconds(seconds);
        Event event = script.event(now, account, region, service, call).by(identity(), origin);
        if (rotatingKeys > 0) {
            event.set("sessionCredentialFromConsole", "true");
        }
        return event;
    }

    private String nextKey() {
        int turn = script.size() % rotatingKeys;
        String issued = identity.path("accessKeyId").asText();
        return script.ids().accessKey("console/" + issued + "/" + turn);
    }
}
