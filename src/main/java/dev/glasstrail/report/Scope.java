package dev.glasstrail.report;

import java.util.List;

/// What was looked for and where, and what this audit does not cover.
///
/// @param glasses what was watched, in the order of the settings
/// @param accounts the accounts that the audit was limited to; empty means every account in the
///   logs
/// @param accountsSeen accounts with records in the window, ascending
/// @param regionsSeen regions with records in the window, ascending
/// @param notCovered one sentence each: what a reader might expect to be checked and is not
public record Scope(
        List<WatchedGlass> glasses,
        List<String> accounts,
        List<String> accountsSeen,
        List<String> regionsSeen,
        List<String> notCovered) {

    public Scope {
        glasses = List.copyOf(glasses);
        accounts = List.copyOf(accounts);
        accountsSeen = List.copyOf(accountsSeen);
        regionsSeen = List.copyOf(regionsSeen);
        notCovered = List.copyOf(notCovered);
    }

    /// One watched identity.
    ///
    /// @param kind `role`, `user` or `root`
    /// @param pattern the glob as it was given; `root` for the root user
    public record WatchedGlass(String kind, String pattern) {}
}
