package dev.glasstrail.render.xlsx;

/// The sheets, which people and macros find by name.
final class SheetNames {

    static final String SUMMARY = "Summary";
    static final String POPULATION = "Population";
    static final String SESSIONS = "Sessions";
    static final String ACTIONS = "Actions";
    static final String DENIED = "Denied";
    static final String ALARM = "Alarm";
    static final String FINDINGS = "Findings";
    static final String COVERAGE = "Coverage";

    private SheetNames() {}
}
