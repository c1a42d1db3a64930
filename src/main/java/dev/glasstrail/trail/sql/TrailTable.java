package dev.glasstrail.trail.sql;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A table of CloudTrail records, as its engine describes it.
///
/// @param name complete and quoted, as it stands in SQL
/// @param columns every column, those of the partitions too: lower-case name to type, as the engine
///   spells types
/// @param projection what is known of its partitions
public record TrailTable(String name, Map<String, String> columns, Projection projection) {

    public TrailTable {
        TreeMap<String, String> lower = new TreeMap<>();
        columns.forEach((column, type) -> lower.put(column.toLowerCase(Locale.ROOT), type));
        columns = Collections.unmodifiableMap(lower);
    }
}
