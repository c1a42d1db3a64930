package dev.glasstrail.explain;

/// What is known about explanations.
public sealed interface ExplanationResult {

    /// Nothing was looked at.
    ///
    /// @param why one sentence for people
    record NotChecked(String why) implements ExplanationResult {}
}
