package dev.glasstrail.setup;

import dev.glasstrail.window.AuditWindow;
import java.util.List;

/// What of an alarm is to be collected.
///
/// @param account whose credentials the command line has
/// @param regions at least one
/// @param rules patterns over the names of alert rules, at least one; `*` is any run of characters,
///   `?` is one
/// @param window that will be audited
/// @param out the folder, as the shell of whoever runs the script will find it
public record AlarmToCollect(
        String account, List<String> regions, List<String> rules, AuditWindow window, String out) {

    public AlarmToCollect {
        regions = regions.stream().distinct().toList();
        rules = rules.stream().distinct().toList();
        if (regions.isEmpty() || rules.isEmpty()) {
            throw new IllegalArgumentException(
                    "an alarm is collected from a region, by the names of its rules; found regions %s and rules %s"
                            .formatted(regions, rules));
        }
    }
}
