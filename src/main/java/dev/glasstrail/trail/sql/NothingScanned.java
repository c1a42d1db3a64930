package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.Reading.Shortfall;

/// Says that a query found nothing to read, which is not the same as finding no record.
public final class NothingScanned {

    private NothingScanned() {}

    /// The shortfall.
    ///
    /// @param engine that was asked
    /// @param query its name
    /// @param table as people know it
    public static Shortfall shortfall(String engine, String query, String table) {
        return new Shortfall(
                "NOTHING_SCANNED",
                "%s found nothing that it could read for the query %s: for those accounts, regions and days no log lies where the table %s looks, or none in a storage class and under a name that it reads."
                        .formatted(engine, query, table));
    }
}
