package dev.glasstrail.alarm;

/// Causes of a difference between log and metrics that this check cannot tell apart.
///
/// All others it prevents, or detects as a [Cause], as an obstacle of a comparison or as something
/// that may have made a surplus.
public enum KnownLimit {
    /// L6.
    SELECTORS(
            "A trail whose selectors leave out read-only calls lacks openings that EventBridge"
                    + " counts: they show as counts without a record. The doctor looks at the"
                    + " selectors."),
    /// L8.
    DELETED_LOGS(
            "A record that somebody deleted from the log shows as a count without a record, and so"
                    + " does an injected one as a record without a count: only the digests tell."),
    /// L9.
    HIDDEN_OBJECTS(
            "Objects in Glacier storage classes are skipped by Athena without a word: their records"
                    + " show as counts without a record."),
    /// M1 and M2 together.
    LOSS_OR_GAP(
            "Where neither a message nor any other metric is at hand, a record that EventBridge"
                    + " never saw looks like a metric that was never published."),
    /// M3, M17 and M22 together.
    TWICE_OR_FOREIGN(
            "A count without a record may be an event delivered twice, one that was replayed from an"
                    + " archive, one that is not CloudTrail's, or one that the log lacks."),
    /// An API destination that is not the channel's.
    OTHER_DESTINATION(
            "Every API destination of the rules is taken to post to the one channel that was read."),
    /// Deleted messages.
    DELETED_MESSAGES(
            "A message that somebody deleted from the channel looks like one that never came."),
    /// Changes of the last hour.
    LAST_CHANGES(
            "Changes of a rule in the hour before the rules were read may not be in the log yet.");

    private final String sentence;

    KnownLimit(String sentence) {
        this.sentence = sentence;
    }

    /// One sentence for people.
    public String sentence() {
        return sentence;
    }
}
