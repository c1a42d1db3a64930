package dev.glasstrail.trail.athena;

/// The trail's table, and the workgroup that asks it.
///
/// @param workgroup that runs and limits the queries
/// @param catalog the data catalog of the table
/// @param database of the table
/// @param name of the table itself
/// @param output `s3://bucket/prefix/` for results; `""` where the workgroup has a place of its own
///   or manages them
public record AthenaTable(
        String workgroup, String catalog, String database, String name, String output) {

    public AthenaTable {
        filled("workgroup", workgroup);
        filled("catalog", catalog);
        filled("database", database);
        filled("table", name);
        if (!output.isEmpty() && !output.startsWith("s3://")) {
            throw new IllegalArgumentException(
                    "output is no place in S3: " + output + "; give s3://bucket/prefix/");
        }
    }

    /// As people write it.
    String shown() {
        return catalog + "." + database + "." + name;
    }

    /// As it stands in SQL. The catalog is left to the context of the query, because engines spell
    /// it in different ways.
    String quoted() {
        return quoted(database) + "." + quoted(name);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static void filled(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the " + what + " of Athena has no name; give one");
        }
    }
}
