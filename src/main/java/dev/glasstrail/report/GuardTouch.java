package dev.glasstrail.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A change, tried or made, to what watches the glass: trail, rule, target, log bucket.
///
/// @param by the identity, as recorded
/// @param sessionId the break-glass session that did it; null for anybody else
/// @param target what was touched, as far as the record names it; empty otherwise
public record GuardTouch(
        Instant at,
        String account,
        String region,
        String source,
        String name,
        String by,
        String target,
        @Nullable String errorCode,
        String eventId,
        @Nullable String sessionId) {}
