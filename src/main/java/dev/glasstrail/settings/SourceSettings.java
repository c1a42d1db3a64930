package dev.glasstrail.settings;

import java.util.List;

/// Where the logs are and how they are read.
///
/// @param kind which engine reads them
/// @param files what `files` and `s3` need
/// @param partitions which accounts and regions a table is asked for, and a trail is expected in
/// @param athena what `athena` needs
/// @param trino what `trino` needs
/// @param lookup what `lookup` needs
public record SourceSettings(
        Kind kind,
        FilesSettings files,
        Partitions partitions,
        AthenaSettings athena,
        TrinoSettings trino,
        LookupSettings lookup) {

    /// Files, no folder yet.
    public static final SourceSettings DEFAULTS =
            new SourceSettings(
                    Kind.FILES,
                    FilesSettings.DEFAULTS,
                    Partitions.ALL,
                    AthenaSettings.DEFAULTS,
                    TrinoSettings.DEFAULTS,
                    LookupSettings.DEFAULTS);

    /// The engines that can read a trail.
    public enum Kind {
        /// A folder of CloudTrail's log files.
        FILES,
        /// The trail's bucket itself.
        S3,
        /// Amazon Athena over the trail's bucket.
        ATHENA,
        /// A Trino cluster over the trail's bucket.
        TRINO,
        /// CloudTrail's own event history, without a trail.
        LOOKUP
    }

    /// Whether the engine knows where to read; only Athena and the event history have a place of
    /// their own.
    public boolean namesItsLogs() {
        return switch (kind) {
            case FILES -> files.logs() != null;
            case S3 -> !files.bucket().isEmpty();
            case TRINO -> !trino.url().isEmpty();
            case ATHENA, LOOKUP -> true;
        };
    }

    /// The same source read by another engine.
    public SourceSettings with(Kind other) {
        return new SourceSettings(other, files, partitions, athena, trino, lookup);
    }

    /// The same source with other files.
    public SourceSettings with(FilesSettings other) {
        return new SourceSettings(kind, other, partitions, athena, trino, lookup);
    }

    /// The same source with other accounts and regions.
    public SourceSettings with(Partitions other) {
        return new SourceSettings(kind, files, other, athena, trino, lookup);
    }

    /// The same source with another Athena.
    public SourceSettings with(AthenaSettings other) {
        return new SourceSettings(kind, files, partitions, other, trino, lookup);
    }

    /// The same source with another Trino.
    public SourceSettings with(TrinoSettings other) {
        return new SourceSettings(kind, files, partitions, athena, other, lookup);
    }

    /// The same source with another event history.
    public SourceSettings with(LookupSettings other) {
        return new SourceSettings(kind, files, partitions, athena, trino, other);
    }

    /// Accounts and regions.
    ///
    /// @param accounts ids; empty means all that the table, the bucket or the organisation knows
    /// @param regions such as `eu-central-1`; empty likewise
    public record Partitions(List<String> accounts, List<String> regions) {

        /// No restriction.
        public static final Partitions ALL = new Partitions(List.of(), List.of());

        public Partitions {
            accounts = accounts.stream().distinct().sorted().toList();
            regions = regions.stream().distinct().sorted().toList();
            accounts.forEach(account -> Check.account("source.accounts", account));
            regions.forEach(region -> Check.region("source.regions", region));
        }
    }
}
