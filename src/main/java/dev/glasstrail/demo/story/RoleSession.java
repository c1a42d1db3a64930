package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Person;
import dev.glasstrail.demo.cloudtrail.Region;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.Instant;

/// Somebody at work in a role session: a clock that goes forward with each call, and an identity
/// that every call carries.
final class RoleSession {

    private final Script script;
    private final Role role;
    private final String name;
    private final Instant created;
    private final ObjectNode identity;
    private String key;
    private Origin origin;
    private Instant now;
    private int rotatingKeys;

    RoleSession(Script script, Role role, String name, Instant created, String key, Origin origin) {
        this.script = script;
        this.role = role;
        this.name = name;
        this.created = created;
        this.key = key;
        this.origin = origin;
        this.now = created;
        this.identity = Identity.assumedRole(role, name, key, created, false);
    }

    /// Identity Center says for whom the session works.
    RoleSession onBehalfOf(Person person) {
        identity.set("onBehalfOf", person.onBehalfOf());
        return this;
    }

    /// The opening proved a second factor.
    RoleSession withMfa() {
        ((ObjectNode) identity.at("/sessionContext/attributes")).put("mfaAuthenticated", "true");
        return this;
    }

    /// The name that the first caller of a chain set and that nobody after can change.
    RoleSession withSourceIdentity(String sourceIdentity) {
        return withContext("sourceIdentity", sourceIdentity);
    }

    /// Sets a member of the session context.
    RoleSession withContext(String field, String value) {
        Json.put((ObjectNode) identity.get("sessionContext"), field, value);
        return this;
    }

    /// The console uses a fresh key every few requests; here one of so many in turn.
    RoleSession inConsole(int keys) {
        rotatingKeys = keys;
        return this;
    }

    /// Goes on from elsewhere.
    RoleSession from(Origin elsewhere) {
        origin = elsewhere;
        return this;
    }

    /// Waits until a time.
    RoleSession until(Instant time) {
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
        copy.put("accessKeyId", nextKey());
        return copy;
    }

    Role role() {
        return role;
    }

    String name() {
        return name;
    }

    Origin origin() {
        return origin;
    }

    Instant now() {
        return now;
    }

    private Event in(Region region, int seconds, String service, String call) {
        now = now.plusSeconds(seconds);
        Event event = script.event(now, role.account(), region, service, call);
        event.by(identity(), origin);
        if (rotatingKeys > 0) {
            event.set("sessionCredentialFromConsole", "true");
        }
        return event;
    }

    private String nextKey() {
        if (rotatingKeys == 0) {
            return key;
        }
        int turn = script.size() % rotatingKeys;
        return script.ids().accessKey("console/" + created + "/" + turn);
    }
}
