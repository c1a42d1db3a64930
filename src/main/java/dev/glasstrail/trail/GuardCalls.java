package dev.glasstrail.trail;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/// Which calls touch what watches the glass.
public final class GuardCalls {

    private static final Map<String, Set<String>> CALLS =
            Map.of(
                    "cloudtrail.amazonaws.com",
                    Set.of(
                            "StopLogging",
                            "StartLogging",
                            "DeleteTrail",
                            "CreateTrail",
                            "UpdateTrail",
                            "PutEventSelectors",
                            "PutInsightSelectors",
                            "DeleteEventDataStore",
                            "StopEventDataStoreIngestion"),
                    "events.amazonaws.com",
                    Set.of(
                            "PutRule",
                            "EnableRule",
                            "DisableRule",
                            "DeleteRule",
                            "PutTargets",
                            "RemoveTargets",
                            "UpdateConnection",
                            "DeauthorizeConnection",
                            "DeleteConnection",
                            "UpdateApiDestination",
                            "DeleteApiDestination",
                            "StartReplay"),
                    "s3.amazonaws.com",
                    Set.of(
                            "PutBucketLifecycle",
                            "PutBucketLifecycleConfiguration",
                            "DeleteBucket",
                            "PutBucketPolicy",
                            "DeleteBucketPolicy",
                            "PutBucketVersioning",
                            "PutBucketObjectLockConfiguration"));

    private GuardCalls() {}

    /// The names of the calls, ascending. Other services may have calls of these names.
    public static NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>();
        CALLS.values().forEach(names::addAll);
        return names;
    }

    /// Whether the record is a change, made or refused, to trails, alert rules and targets, or to a
    /// bucket that could hold logs.
    public static boolean touches(TrailEvent event) {
        return CALLS.getOrDefault(event.call().source(), Set.of()).contains(event.call().name());
    }
}
