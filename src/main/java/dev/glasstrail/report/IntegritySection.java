package dev.glasstrail.report;

/// What is known about the wholeness of the logs.
///
/// @param text one sentence for people
/// @param digestFiles digest files seen beside the logs
public record IntegritySection(CheckState state, String text, long digestFiles) {}
