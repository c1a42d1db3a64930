package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.aws.BucketFolder;
import dev.glasstrail.settings.AthenaSettings;
import dev.glasstrail.settings.SourceSettings.Partitions;
import dev.glasstrail.trail.GlobalRegion;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.Projection;
import dev.glasstrail.trail.sql.TrailQuery;
import dev.glasstrail.trail.sql.TrailTable;
import dev.glasstrail.trail.sql.Wanted;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.athena.model.Column;
import software.amazon.awssdk.services.athena.model.TableMetadata;

/// The trail's table: whether it has what the queries require and want, and whether its partitions
/// are those that the settings expect.
///
/// What is judged is what a run would say: the statement of a run is made for the table, and not
/// sent.
///
/// @param athena the settings
/// @param wanted accounts and regions that are expected
/// @param glasses the accounts whose glasses are watched; empty where they are not told
/// @param clients with the identity that will query
/// @param today in UTC
record TableChecks(
        AthenaSettings athena,
        Partitions wanted,
        List<String> glasses,
        AwsClients clients,
        LocalDate today) {

    private static final String OLD_SERDE = "com.amazon.emr.hive.serde.CloudTrailSerde";
    private static final String UNKNOWN = "the table is not known";
    private static final Pattern MISSING = Pattern.compile("The table has no (\\S+), without .*");

    /// A table whose partitions are beyond doubt, so that its columns alone are judged.
    private static final Projection ANY =
            Projection.of(List.of("*"), List.of("*"), Projection.Days.ALL);

    /// Checks the table itself.
    ///
    /// @return the table; empty where it is not known
    Optional<TableMetadata> check(Chart chart) throws InterruptedException {
        Optional<TableMetadata> found =
                chart.ask(
                        new Subject("table", "table " + shown()),
                        new Means(
                                "athena:GetTableMetadata and glue:GetTable",
                                "name it in source.athena.database and table, or make it with"
                                        + " `glasstrail setup athena-table`"),
                        () ->
                                clients.athena()
                                        .getTableMetadata(request ->
                                                request.catalogName(athena.catalog())
                                                        .databaseName(athena.database())
                                                        .tableName(athena.table())
                                                        .workGroup(athena.workgroup()))
                                        .tableMetadata(),
                        table -> new State.Ok("%d columns".formatted(table.columns().size())));
        TableMetadata table = found.orElse(null);
        chart.judge(new Subject("columns", "columns of the table"), table, UNKNOWN, this::columns);
        chart.judge(
                new Subject("projection", "partitions of the table"),
                table,
                UNKNOWN,
                metadata -> projection(Projection.of(Map.copyOf(metadata.parameters()), today)));
        return found;
    }

    /// The place of a partition, or of all; `""` where the table has none.
    static String template(TableMetadata table) {
        return table.parameters()
                .getOrDefault(
                        "storage.location.template",
                        table.parameters().getOrDefault("location", ""));
    }

    private State columns(TableMetadata metadata) {
        if (metadata.parameters().getOrDefault("serde.serialization.lib", "").equals(OLD_SERDE)) {
            return new State.Warning(
                    "they are read by %s, which leaves the newer ones empty, such as sourceidentity"
                            .formatted(OLD_SERDE),
                    "make it anew with `glasstrail setup athena-table`, which leaves the logs as they are");
        }
        Map<String, String> columns = new HashMap<>();
        Stream.concat(metadata.columns().stream(), metadata.partitionKeys().stream())
                .forEach(column -> columns.put(column.name(), type(column)));
        try {
            List<String> missing =
                    TrailQuery.of(new TrailTable(quoted(), columns, ANY), Wanted.ALL, anything())
                            .shortfalls()
                            .stream()
                            .map(Reading.Shortfall::text)
                            .map(TableChecks::path)
                            .toList();
            return missing.isEmpty()
                    ? new State.Ok("all that a report wants")
                    : new State.Warning(
                            "it has no %s, so that a report says less"
                                    .formatted(String.join(", ", missing)),
                            "make it anew with `glasstrail setup athena-table`, which leaves the"
                                    + " logs as they are");
        } catch (TrailException failure) {
            return State.Failed.of(failure);
        }
    }

    private State projection(Projection projection) {
        if (!projection.known()) {
            return new State.Warning(
                    "they are not projected, so that a missing one is not noticed",
                    "make the table with `glasstrail setup athena-table`, or see to it that the"
                            + " partitions of each day are added");
        }
        List<String> missing = new ArrayList<>();
        List<String> additions = new ArrayList<>();
        compare("account", expected(), projection.accounts(), missing, additions);
        compare("region", wanted.regions(), projection.regions(), missing, additions);
        if (!missing.isEmpty()) {
            return new State.Failed(
                    "they lack %s, whose records are not read, without an error"
                            .formatted(String.join(" and ", missing)),
                    "run ALTER TABLE `%s`.`%s` SET TBLPROPERTIES (%s)"
                            .formatted(
                                    athena.database(),
                                    athena.table(),
                                    String.join(", ", additions)));
        }
        Optional<String> global = GlobalRegion.missingFrom(projection.regions());
        if (global.isPresent()) {
            return new State.Warning(
                    "they lack %s, where %s are recorded"
                            .formatted(global.get(), GlobalRegion.RECORDS),
                    "add it to projection.region.values");
        }
        if (projection.everywhere().last().isBefore(today)) {
            return new State.Failed(
                    "they end with " + projection.everywhere().last(),
                    "let projection.timestamp.range end with NOW");
        }
        return new State.Ok(
                "%s, %s, %s"
                        .formatted(
                                count("account", projection.accounts()),
                                count("region", projection.regions()),
                                projection.everywhere().first().equals(LocalDate.MIN)
                                        ? "any day"
                                        : "from " + projection.everywhere().first() + " on"));
    }

    private List<String> expected() {
        TreeSet<String> all = new TreeSet<>(wanted.accounts());
        all.addAll(glasses);
        return List.copyOf(all);
    }

    private static void compare(
            String column,
            List<String> expected,
            List<String> named,
            List<String> missing,
            List<String> additions) {
        TreeSet<String> lacking = new TreeSet<>(expected);
        named.forEach(lacking::remove);
        if (named.isEmpty() || lacking.isEmpty()) {
            return;
        }
        missing.add(
                "the %s%s %s"
                        .formatted(
                                column,
                                lacking.size() == 1 ? "" : "s",
                                String.join(", ", lacking)));
        TreeSet<String> all = new TreeSet<>(named);
        all.addAll(lacking);
        additions.add("'projection.%s.values'='%s'".formatted(column, String.join(",", all)));
    }

    private static String count(String what, List<String> names) {
        if (names.isEmpty()) {
            return "any " + what;
        }
        return names.size() + " " + what + (names.size() == 1 ? "" : "s");
    }

    private static String path(String shortfall) {
        Matcher matcher = MISSING.matcher(shortfall);
        return matcher.matches() ? matcher.group(1) : shortfall;
    }

    /// Any question will do; the columns are the same for all.
    private ReadRequest anything() {
        return new ReadRequest(
                today.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                today.atStartOfDay().toInstant(ZoneOffset.UTC),
                List.of(new Need.GuardTouches()),
                Progress.NONE);
    }

    /// Where a table says that the logs are; empty where it does not.
    static Optional<BucketFolder> place(TableMetadata table) {
        String template = template(table);
        String folder = template.contains("${") ? template.split("\\$\\{", 2)[0] : template;
        return folder.startsWith("s3://") ? Optional.of(BucketFolder.of(folder)) : Optional.empty();
    }

    private static String type(Column column) {
        return Optional.ofNullable(column.type()).orElse("");
    }

    private String shown() {
        return "%s.%s.%s".formatted(athena.catalog(), athena.database(), athena.table());
    }

    private String quoted() {
        return "\"%s\".\"%s\"".formatted(athena.database(), athena.table());
    }
}
