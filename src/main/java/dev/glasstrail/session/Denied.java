package dev.glasstrail.session;

/// A refused attempt on a glass.
///
/// @param opening with the reason in its outcome
/// @param glass what people call it
public record Denied(Opening opening, Person person, String glass) {}
