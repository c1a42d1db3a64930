package dev.glasstrail.trail.trino;

import java.time.Duration;

/// A Trino cluster and the table in it.
///
/// @param url for JDBC, such as `jdbc:trino://host:port`; its properties may hold secrets
/// @param login who asks
/// @param table with the trail's records
/// @param deadline for each statement, from its start; then it is stopped
public record Cluster(String url, Login login, TableName table, Duration deadline) {

    private static final String PREFIX = "jdbc:trino://";

    /// Where the cluster is, without anything that could be secret.
    public String address() {
        String rest = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : "";
        String host = rest.split("[/?]", 2)[0];
        return host.substring(host.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "Trino at " + address();
    }

    /// Who asks.
    ///
    /// @param password `""` where the cluster wants none
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /// Where the table is; each part may be any text.
    public record TableName(String catalog, String schema, String name) {

        /// The complete name as it stands in SQL.
        @Override
        public String toString() {
            return quoted(catalog) + "." + quoted(schema) + "." + quoted(name);
        }

        /// One of the tables that describe the table.
        ///
        /// @param what such as `partitions`
        TableName about(String what) {
            return new TableName(catalog, schema, name + "$" + what);
        }

        private static String quoted(String part) {
            return "\"" + part.replace("\"", "\"\"") + "\"";
        }
    }
}
