package dev.glasstrail.report;

/// Something this report cannot prove, said out loud.
///
/// @param code stable upper-case name, such as `LOG_INTEGRITY_NOT_CHECKED`
/// @param text one sentence for people
public record Unproven(String code, String text) {}
