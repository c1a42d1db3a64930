package dev.glasstrail.report;

import java.util.Locale;

/// How soon somebody must look at a finding, worst first.
public enum Severity {
    /// Someone must act now.
    CRITICAL,
    /// Someone must look today.
    HIGH,
    /// Someone must look before the report is signed off.
    MEDIUM,
    /// Worth knowing.
    LOW,
    /// A fact that explains a figure.
    INFO;

    /// The word for people and for `report.json`: lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
