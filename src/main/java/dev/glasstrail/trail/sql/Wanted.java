package dev.glasstrail.trail.sql;

import java.util.List;

/// Which accounts and regions a table is asked for, as the settings have it.
///
/// @param accounts ids; empty means all that the table knows
/// @param regions such as `eu-central-1`; empty likewise
public record Wanted(List<String> accounts, List<String> regions) {

    /// All that the table knows.
    public static final Wanted ALL = new Wanted(List.of(), List.of());

    public Wanted {
        accounts = accounts.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
    }
}
