package dev.glasstrail.alarm.files;

import dev.glasstrail.alarm.AlertRules;
import dev.glasstrail.alarm.RuleMetrics;
import dev.glasstrail.trail.Glob;
import java.nio.file.Path;
import java.util.List;

/// Alert rules and their metrics from a folder of what the AWS CLI printed.
///
/// Nothing outside the folder is read: a symbolic link that leads out of it is named and left
/// alone.
public final class AlarmFolder {

    private final Layout layout;
    private final List<Glob> ruleNames;

    /// @param folder laid out as `glasstrail setup collect-alarm` does it
    /// @param ruleNames which rules are alert rules, by name; none of them means no rule at all
    public AlarmFolder(Path folder, List<Glob> ruleNames) {
        this.layout = new Layout(new Tree(folder));
        this.ruleNames = List.copyOf(ruleNames);
    }

    /// The rules. A place counts as looked at if its `list-rules.json` is whole and every alert
    /// rule that it names could be read.
    public AlertRules rules() {
        return () -> new RuleReader(layout, ruleNames).read();
    }

    /// The metrics.
    ///
    /// A reading's stretch is the one that every file read was asked about, which is less than what
    /// the caller wants if one of them was asked about less, or was collected before its end; where
    /// nothing could be read it is empty. Points are those of periods that touch the caller's
    /// stretch.
    public RuleMetrics metrics() {
        return (rules, from, to) -> new MetricReader(layout, from, to).read(rules);
    }
}
