package dev.glasstrail.trail;

import java.time.Instant;

/// What was called, where and when.
///
/// @param time when the request completed by the service's clock: UTC, whole seconds
/// @param source such as `sts.amazonaws.com`
/// @param name such as `AssumeRole`
/// @param type such as `AwsApiCall`, spelled as recorded: compare without regard to case
/// @param region such as `eu-central-1`
/// @param access whether CloudTrail calls it read-only
public record Call(
        Instant time, String source, String name, String type, String region, Access access) {

    /// The `readOnly` member, which may be absent.
    public enum Access {
        READ,
        WRITE,
        UNKNOWN
    }

    /// Whether this is the call `name` of the service `source`.
    public boolean is(String service, String callName) {
        return name.equals(callName) && source.equals(service);
    }
}
