package dev.glasstrail.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads the level `source` of a settings file.
final class SourceGroup {

    private SourceGroup() {}

    static SourceSettings read(Group group) {
        SourceSettings otherwise = SourceSettings.DEFAULTS;
        return new SourceSettings(
                group.value("kind", otherwise.kind(), Values.choice(SourceSettings.Kind.class)),
                files(group, otherwise.files()),
                new SourceSettings.Partitions(
                        group.list("accounts", otherwise.partitions().accounts(), Values::account),
                        group.list("regions", otherwise.partitions().regions(), Values::region)),
                group.group("athena", SourceGroup::athena),
                group.group("trino", SourceGroup::trino),
                group.group("lookup", SourceGroup::lookup));
    }

    private static FilesSettings files(Group group, FilesSettings otherwise) {
        return new FilesSettings(
                group.<@Nullable Path>value("logs", otherwise.logs(), Values::path),
                group.value("bucket", otherwise.bucket(), Values::s3),
                group.value("threads", otherwise.threads(), Values.number(1, 64)),
                group.value(
                        "max-inflated-bytes-per-file",
                        otherwise.maxInflatedBytesPerFile(),
                        Values::bytes));
    }

    private static AthenaSettings athena(Group group) {
        AthenaSettings otherwise = AthenaSettings.DEFAULTS;
        return new AthenaSettings(
                group.value("workgroup", otherwise.workgroup(), Values::filled),
                group.value("catalog", otherwise.catalog(), Values::filled),
                group.value("database", otherwise.database(), Values::identifier),
                group.value("table", otherwise.table(), Values::identifier),
                group.value("output", otherwise.output(), Values::s3),
                new AthenaSettings.Budget(
                        group.value("deadline", otherwise.budget().deadline(), Values::deadline),
                        group.value("budget", otherwise.budget().budget(), Values::budget),
                        group.value(
                                "over-budget",
                                otherwise.budget().overBudget(),
                                Values.choice(AthenaSettings.OverBudget.class))));
    }

    private static TrinoSettings trino(Group group) {
        TrinoSettings otherwise = TrinoSettings.DEFAULTS;
        return new TrinoSettings(
                group.value("url", otherwise.url(), Values::trinoUrl),
                group.value("user", otherwise.user(), Values::filled),
                group.<@Nullable Secret>value("password", otherwise.password(), Values::secret),
                new TrinoSettings.Table(
                        group.value("catalog", otherwise.table().catalog(), Values::identifier),
                        group.value("schema", otherwise.table().schema(), Values::identifier),
                        group.value("table", otherwise.table().table(), Values::identifier)),
                group.value("deadline", otherwise.deadline(), Values::deadline));
    }

    private static LookupSettings lookup(Group group) {
        return new LookupSettings(
                group.value(
                        "max-lookups",
                        LookupSettings.DEFAULTS.maxLookups(),
                        Values.number(1, 1_000_000)));
    }
}
