package dev.glasstrail.cli;

import dev.glasstrail.report.AuditReport;
import dev.glasstrail.report.Finding;
import dev.glasstrail.report.ReportWindow;
import dev.glasstrail.report.Severity;
import dev.glasstrail.report.Totals;
import dev.glasstrail.report.Unproven;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a person reads after a run: what was found, what is open, what could not be proven.
///
/// Every figure is the report's own.
final class Summary {

    /// More are in the report; the terminal keeps to what must be looked at first.
    private static final int FINDINGS = 10;

    private Summary() {}

    static String of(AuditReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(heading(report.window()));
        lines.add("");
        figures(report.totals()).forEach(line -> lines.add("  " + line));
        String because = report.window().provisionalBecause();
        if (report.window().provisional()) {
            lines.add("");
            lines.add("Provisional: " + (because == null ? "it will be issued again" : because));
        }
        urgent(report, lines);
        if (!report.unproven().isEmpty()) {
            lines.add("");
            lines.add("Not proven:");
            report.unproven().stream().map(Unproven::text).forEach(text -> lines.add("  " + text));
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Terminal.escape(line)).append('\n'));
        return text.append(UseTable.of(report.uses())).toString();
    }

    private static String heading(ReportWindow window) {
        String revision = window.revision() == 1 ? "" : ", revision " + window.revision();
        return "%s: %s to %s, as of %s%s"
                .formatted(window.label(), window.from(), window.to(), window.asOf(), revision);
    }

    private static List<String> figures(Totals totals) {
        List<String> lines = new ArrayList<>();
        if (totals.uses() == 0) {
            lines.add("no use of a watched role, user or root");
        } else {
            lines.add(
                    "%s by %s in %s; %s%s"
                            .formatted(
                                    count(totals.uses(), "use", "uses"),
                                    count(totals.people(), "person", "people"),
                                    count(totals.accounts(), "account", "accounts"),
                                    count(totals.sessions(), "session", "sessions"),
                                    ofThose(totals)));
        }
        if (totals.carried() > 0) {
            lines.add(
                    count(totals.carried(), "session", "sessions")
                            + " of an earlier window, listed and not counted here");
        }
        lines.add(
                "%s, %s"
                        .formatted(
                                count(totals.denied(), "refused attempt", "refused attempts"),
                                count(
                                        totals.unused(),
                                        "opening never used",
                                        "openings never used")));
        if (totals.actions() > 0) {
            lines.add(actions(totals));
        }
        lines.add(findings(totals));
        return lines;
    }

    private static String ofThose(Totals totals) {
        List<String> parts = new ArrayList<>();
        if (totals.chained() > 0) {
            parts.add(totals.chained() + " chained");
        }
        if (totals.open() > 0) {
            parts.add(totals.open() + " still open");
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private static String actions(Totals totals) {
        String unknown =
                totals.unknownAccess() == 0
                        ? ""
                        : ", " + number(totals.unknownAccess()) + " not marked as either";
        return "%s: %s, %s%s; %s"
                .formatted(
                        count(totals.actions(), "action", "actions"),
                        count(totals.reads(), "read", "reads"),
                        count(totals.writes(), "write", "writes"),
                        unknown,
                        count(totals.errors(), "failed", "failed"));
    }

    private static String findings(Totals totals) {
        List<String> parts = new ArrayList<>();
        int all = 0;
        for (Severity severity : Severity.values()) {
            int count = totals.findings().getOrDefault(severity, 0);
            all += count;
            if (count > 0) {
                parts.add(number(count) + " " + severity);
            }
        }
        return count(all, "finding", "findings")
                + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private static void urgent(AuditReport report, List<String> lines) {
        List<Finding> urgent =
                report.findings().stream()
                        .filter(finding -> finding.severity().compareTo(Severity.HIGH) <= 0)
                        .toList();
        if (urgent.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("To be looked at first:");
        urgent.stream().limit(FINDINGS).map(Summary::urgent).forEach(lines::add);
        if (urgent.size() > FINDINGS) {
            lines.add("  and %s more in the report".formatted(number(urgent.size() - FINDINGS)));
        }
    }

    private static String urgent(Finding finding) {
        return "  %-8s  %s%s"
                .formatted(finding.severity(), finding.title(), inUse(finding.useId()));
    }

    private static String inUse(@Nullable String useId) {
        return useId == null ? "" : " (" + useId + ")";
    }

    private static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
