package dev.glasstrail.report;

/// What made the report.
///
/// @param name always `glasstrail`
/// @param version the released version
public record Tool(String name, String version) {}
