package dev.glasstrail.trail.sql;

import java.util.List;

/// Which accounts and regions a table is asked for, as the settings have it.
///
/// @param accounts ids; empty means all that the table knows
/// @param regions such as `eu-central-1`; empty likewise
/// @param watched ids of the accounts whose glasses are watched, which every question is about
///   whatever `accounts` says; empty where they are not told
public record Wanted(List<String> accounts, List<String> regions, List<String> watched) {

    /// All that the table knows.
    public static final Wanted ALL = new Wanted(List.of(), List.of(), List.of());

    public Wanted {
        accounts = accounts.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
        watched = watched.stream().distinct().sorted().toList();
    }
}
