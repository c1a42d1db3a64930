package dev.glasstrail.cli;

import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say which window of time is audited: exactly one of three ways.
final class WindowOptions {

    @Option(
            names = "--week",
            paramLabel = "WEEK",
            description = "An ISO week, Monday to Sunday, such as 2026-W46.")
    private @Nullable String week;

    @Option(
            names = "--last",
            paramLabel = "LENGTH",
            description =
                    "The last whole hours, days or weeks before this one: 24h, 7d, 4w. Today is not in 7d.")
    private @Nullable String last;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "The start: a date, which means midnight UTC, or a time with its zone, such as 2026-11-01T09:30Z.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "The end, likewise, itself no longer part of the window.")
    private @Nullable String to;

    /// The window that was asked for.
    ///
    /// @throws ArgumentException if none was, or more than one
    AuditWindow window(Instant asOf) {
        List<String> ways = ways();
        if (ways.size() > 1) {
            throw new ArgumentException(
                    String.join(" and ", ways) + " name different windows; give one of them");
        }
        if (week != null) {
            return AuditWindow.ofIsoWeek(week);
        }
        if (last != null) {
            return AuditWindow.last(last, asOf);
        }
        if (from != null && to != null) {
            return AuditWindow.between(from, to);
        }
        if (from != null) {
            throw new ArgumentException("--from has no --to; give the end of the window too");
        }
        if (to != null) {
            throw new ArgumentException("--to has no --from; give the start of the window too");
        }
        throw new ArgumentException(
                "no window is named; give --week 2026-W46, --last 7d, or --from and --to");
    }

    private List<String> ways() {
        List<String> ways = new ArrayList<>();
        if (week != null) {
            ways.add("--week");
        }
        if (last != null) {
            ways.add("--last");
        }
        if (from != null || to != null) {
            ways.add(from != null ? "--from" : "--to");
        }
        return ways;
    }
}
