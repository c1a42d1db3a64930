package dev.glasstrail.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A Trino cluster.
///
/// @param url `jdbc:trino://host:port`, with properties behind a `?` if need be; `""` until
///   somebody names it
/// @param user who asks
/// @param password null where the cluster wants none
/// @param table of the trail's records
/// @param deadline for each query, from its start; then it is stopped
public record TrinoSettings(
        String url, String user, @Nullable Secret password, Table table, Duration deadline) {

    /// No cluster yet.
    public static final TrinoSettings DEFAULTS =
            new TrinoSettings(
                    "",
                    "glasstrail",
                    null,
                    new Table("hive", "default", "cloudtrail_logs"),
                    Duration.ofMinutes(30));

    public TrinoSettings {
        if (!url.isEmpty() && !url.startsWith("jdbc:trino://")) {
            throw new IllegalArgumentException(
                    "source.trino.url is no address of a Trino cluster; give jdbc:trino://host:port");
        }
        Check.filled("source.trino.user", user);
        Check.deadline("source.trino.deadline", deadline);
    }

    /// The same with another address.
    public TrinoSettings withUrl(String other) {
        return new TrinoSettings(other, user, password, table, deadline);
    }

    /// The same with another table.
    public TrinoSettings withTable(Table other) {
        return new TrinoSettings(url, user, password, other, deadline);
    }

    /// Where the table is.
    public record Table(String catalog, String schema, String table) {

        public Table {
            Check.identifier("source.trino.catalog", catalog);
            Check.identifier("source.trino.schema", schema);
            Check.identifier("source.trino.table", table);
        }
    }
}
