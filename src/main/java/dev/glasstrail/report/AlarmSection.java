package dev.glasstrail.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about the alert rules.
///
/// @param text one sentence for people
public record AlarmSection(CheckState state, String text, List<RuleRow> rules) {

    public AlarmSection {
        rules = List.copyOf(rules);
    }

    /// One alert rule in one account and region, its metrics beside what the log expects.
    ///
    /// @param comparison `agrees`, `differs` or `notComparable`
    public record RuleRow(
            String name,
            String account,
            String region,
            String state,
            @Nullable Long expected,
            @Nullable Long matched,
            @Nullable Long invocations,
            @Nullable Long failed,
            String comparison) {}
}
