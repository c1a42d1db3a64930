package dev.glasstrail.trail.lookup;

import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;

/// What one account and region is asked: the history knows one attribute at a time.
///
/// @param key the attribute
/// @param value it must have, exactly
record Lookup(LookupAttributeKey key, String value) {

    /// The name under which the history has what an account's root user did.
    static final String ROOT = "root";

    private static final Pattern ROLE_WITH_PATH = Pattern.compile("arn:.*:role/.+/[^/]+");

    static Lookup ofName(String eventName) {
        return new Lookup(LookupAttributeKey.EVENT_NAME, eventName);
    }

    static Lookup ofSource(String eventSource) {
        return new Lookup(LookupAttributeKey.EVENT_SOURCE, eventSource);
    }

    static Lookup ofResource(String name) {
        return new Lookup(LookupAttributeKey.RESOURCE_NAME, name);
    }

    static Lookup ofUser(String username) {
        return new Lookup(LookupAttributeKey.USERNAME, username);
    }

    static Lookup ofAccessKey(String id) {
        return new Lookup(LookupAttributeKey.ACCESS_KEY_ID, id);
    }

    /// Everything that CloudTrail does not call read-only.
    static Lookup ofChanges() {
        return new Lookup(LookupAttributeKey.READ_ONLY, "false");
    }

    /// Whether it asks for a role by an arn with a path. An arn without one may stand for a role
    /// that has a path, and the history knows that by its whole arn alone.
    boolean isOfRoleWithPath() {
        return key == LookupAttributeKey.RESOURCE_NAME && ROLE_WITH_PATH.matcher(value).matches();
    }

    LookupAttribute attribute() {
        return LookupAttribute.builder().attributeKey(key).attributeValue(value).build();
    }

    /// Such as `EventName AssumeRole`, in one line: a name may come from a record.
    @Override
    public String toString() {
        String plain = value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return key + " " + (plain.length() > 200 ? plain.substring(0, 200) + "…" : plain);
    }
}
