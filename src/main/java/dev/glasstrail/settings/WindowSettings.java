package dev.glasstrail.settings;

import java.time.Duration;

/// When the records of a window can be taken as delivered.
///
/// @param settle how long after its end records of a window may still arrive, 0 to 30 days
public record WindowSettings(Duration settle) {

    /// Two hours. CloudTrail delivers within about five minutes on average and promises nothing;
    /// ten minutes was the longest seen in a production account, a `sync` of the bucket comes on
    /// top. It need not cover sessions that are still running: those are recognised one by one.
    public static final WindowSettings DEFAULTS = new WindowSettings(Duration.ofHours(2));

    public WindowSettings {
        Check.settle("window.settle", settle);
    }
}
