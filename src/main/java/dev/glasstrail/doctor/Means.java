package dev.glasstrail.doctor;

/// What a call to AWS takes, and what to do when it is refused.
///
/// @param permission such as `athena:GetWorkGroup`
/// @param otherwise what to do when AWS answers an error that is not about rights or credentials
/// @param needed whether a report cannot be made without the answer; else a refusal is a warning
record Means(String permission, String otherwise, boolean needed) {

    /// A report cannot be made without the answer.
    Means(String permission, String otherwise) {
        this(permission, otherwise, true);
    }

    /// A report can be made without the answer.
    Means unneeded() {
        return new Means(permission, otherwise, false);
    }
}
