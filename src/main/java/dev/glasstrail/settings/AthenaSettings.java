package dev.glasstrail.settings;

import java.time.Duration;

/// Amazon Athena.
///
/// @param workgroup that runs and limits the queries
/// @param catalog the data catalog of the table
/// @param database of the table
/// @param table with the trail's records
/// @param output `s3://bucket/prefix/` for results; `""` where the workgroup has a place of its own
///   or manages them
/// @param budget what the queries of one run may cost and how long they may take
public record AthenaSettings(
        String workgroup,
        String catalog,
        String database,
        String table,
        String output,
        Budget budget) {

    /// The names that AWS's own guide uses.
    public static final AthenaSettings DEFAULTS =
            new AthenaSettings(
                    "primary",
                    "AwsDataCatalog",
                    "default",
                    "cloudtrail_logs",
                    "",
                    new Budget(Duration.ofMinutes(30), 1L << 40, OverBudget.REFUSE));

    public AthenaSettings {
        Check.filled("source.athena.workgroup", workgroup);
        Check.filled("source.athena.catalog", catalog);
        Check.identifier("source.athena.database", database);
        Check.identifier("source.athena.table", table);
        if (!output.isEmpty()) {
            Check.s3("source.athena.output", output);
        }
    }

    /// The same with another data catalog.
    public AthenaSettings withCatalog(String other) {
        return new AthenaSettings(workgroup, other, database, table, output, budget);
    }

    /// The same with another table.
    public AthenaSettings withTable(String otherDatabase, String otherTable) {
        return new AthenaSettings(workgroup, catalog, otherDatabase, otherTable, output, budget);
    }

    /// The same with another workgroup.
    public AthenaSettings withWorkgroup(String other) {
        return new AthenaSettings(other, catalog, database, table, output, budget);
    }

    /// The same with another budget.
    public AthenaSettings with(Budget other) {
        return new AthenaSettings(workgroup, catalog, database, table, output, other);
    }

    /// What the queries of one run may cost.
    ///
    /// @param deadline for each query, from its start; then it is stopped
    /// @param budget bytes that one run may scan, 10 MB at least
    /// @param overBudget what happens when they are more
    public record Budget(Duration deadline, long budget, OverBudget overBudget) {

        public Budget {
            Check.deadline("source.athena.deadline", deadline);
            Check.range("source.athena.budget", budget, 10_000_000, Long.MAX_VALUE);
        }
    }

    /// What happens when a run scans more than its budget.
    public enum OverBudget {
        /// No further query is started, and no report is made.
        REFUSE,
        /// The report is made and says so.
        WARN
    }
}
