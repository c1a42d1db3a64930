package dev.glasstrail.cli;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Severity;
import dev.glasstrail.run.ExitCode;
import java.util.List;

/// What a report may say that makes a delivered one count as a failure, for whoever asks for it.
enum FailOn {
    FINDINGS,
    INCOMPLETE;

    /// The code for a delivered report. What is incomplete may hide findings, so it comes first.
    static ExitCode judge(AuditReport report, List<FailOn> failOn) {
        if (failOn.contains(INCOMPLETE) && isIncomplete(report)) {
            return ExitCode.INCOMPLETE;
        }
        if (failOn.contains(FINDINGS) && hasFindings(report)) {
            return ExitCode.FINDINGS;
        }
        return ExitCode.MADE;
    }

    private static boolean isIncomplete(AuditReport report) {
        return report.window().provisional()
                || !report.unproven().isEmpty()
                || !report.source().unreadable().isEmpty();
    }

    private static boolean hasFindings(AuditReport report) {
        return report.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    }
}
