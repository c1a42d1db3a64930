package dev.glasstrail.trail.lookup;

import java.util.List;

/// Whose event history is asked, and where.
///
/// @param accounts their ids; empty for the account at hand
/// @param regions empty for the one at hand and the one that has the records of global services
/// @param reader whether a role is named by which other accounts are read
public record HistoryPlaces(List<String> accounts, List<String> regions, boolean reader) {

    public HistoryPlaces {
        accounts = List.copyOf(accounts);
        regions = List.copyOf(regions);
    }
}
