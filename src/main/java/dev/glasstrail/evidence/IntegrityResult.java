package dev.glasstrail.evidence;

/// What is known about the integrity of the logs.
public sealed interface IntegrityResult {

    /// Nothing was verified.
    ///
    /// @param why one sentence for people
    /// @param digestFiles digest files that were seen
    record NotChecked(String why, long digestFiles) implements IntegrityResult {}
}
