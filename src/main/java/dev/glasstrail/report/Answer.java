package dev.glasstrail.report;

/// The answer to one of the six questions that every report must answer, for page one.
///
/// @param question as a person would ask it, with its question mark
/// @param figure the short answer, such as `19 uses by 6 people`
/// @param text one or two sentences
public record Answer(String question, CheckState state, String figure, String text) {}
