package dev.glasstrail.trail.trino;

import static dev.glasstrail.trail.trino.Cluster.TableName;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glasstrail.trail.athena.AthenaEndpoint;
import dev.glasstrail.trail.sql.RowReader;
import io.airlift.log.Level;
import io.airlift.log.Logging;
import io.trino.plugin.hive.HivePlugin;
import io.trino.testing.StandaloneQueryRunner;
import io.trino.testing.TestingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Trino in this JVM over CloudTrail's own files, with the columns of Athena's table.
///
/// Trino's reader of JSON takes a file as one row, so a view unfolds its `Records`, as on a cluster
/// that a company runs.
public final class RealTrino {

    public static final Map<String, String> COLUMNS = columns();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger TABLES = new AtomicInteger();

    private final Path folder;
    private final String url;

    private RealTrino(Path folder, String url) {
        this.folder = folder;
        this.url = url;
    }

    /// The one of this JVM, started when it is first asked for.
    public static RealTrino started() {
        return Holder.STARTED;
    }

    /// For JDBC.
    public String url() {
        return url + "/hive?sessionProperties=hive.ignore_absent_partitions:true";
    }

    /// A table of these records, each JSON, in partitions of the places and days that they name.
    public TableName ofRecords(List<String> records) throws IOException, SQLException {
        Map<Path, List<String>> files = new TreeMap<>();
        Path root = Path.of("lake-" + TABLES.incrementAndGet());
        for (String record : records) {
            JsonNode json = JSON.readTree(record);
            Path file =
                    root.resolve(json.path("recipientAccountId").asText("000000000000"))
                            .resolve("CloudTrail")
                            .resolve(json.path("awsRegion").asText("nowhere-1"))
                            .resolve(day(json.path("eventTime").asText()))
                            .resolve("log.json");
            files.computeIfAbsent(file, _ -> new ArrayList<>()).add(record);
        }
        for (Map.Entry<Path, List<String>> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, "{\"Records\":[" + String.join(",", file.getValue()) + "]}");
        }
        return ofFolder(root);
    }

    /// A table of the logs below a folder.
    ///
    /// @param accounts the folder of the accounts, relative to [#folder()]
    public TableName ofFolder(Path accounts) throws IOException, SQLException {
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> regions = new TreeSet<>();
        try (Stream<Path> logs = Files.find(folder.resolve(accounts), 3, (_, _) -> true)) {
            logs.map(log -> folder.resolve(accounts).relativize(log))
                    .filter(log -> log.getNameCount() == 3)
                    .filter(log -> log.getName(1).toString().equals("CloudTrail"))
                    .forEach(log -> {
                        names.add(log.getName(0).toString());
                        regions.add(log.getName(2).toString());
                    });
        }
        String raw = "raw_" + TABLES.incrementAndGet();
        run(
                """
                CREATE TABLE hive.trails.%s (
                    records array(row(%s)),
                    account varchar WITH (partition_projection_type = 'enum', partition_projection_values = ARRAY[%s]),
                    region varchar WITH (partition_projection_type = 'enum', partition_projection_values = ARRAY[%s]),
                    "timestamp" varchar WITH (partition_projection_type = 'date', partition_projection_format = 'yyyy/MM/dd',
                        partition_projection_range = ARRAY['2026/10/01', '2026/12/31']))
                WITH (format = 'OPENX_JSON', external_location = 'local:///%s', partitioned_by = ARRAY['account', 'region', 'timestamp'],
                    partition_projection_enabled = true,
                    partition_projection_location_template = 'local:///%s/${account}/CloudTrail/${region}/${timestamp}')
                """
                        .formatted(
                                raw,
                                rowOf(COLUMNS),
                                quoted(names),
                                quoted(regions),
                                accounts,
                                accounts));
        return view(raw, COLUMNS, ", account, region, \"timestamp\"");
    }

    /// A table without partitions, of columns that may be others than Athena's.
    TableName plain(List<String> records, Map<String, String> columns)
            throws IOException, SQLException {
        Path place = Path.of("plain-" + TABLES.incrementAndGet());
        Files.createDirectories(folder.resolve(place));
        Files.writeString(
                folder.resolve(place).resolve("log.json"),
                "{\"Records\":[" + String.join(",", records) + "]}");
        String raw = "raw_" + TABLES.incrementAndGet();
        run(
                "CREATE TABLE hive.trails.%s (records array(row(%s))) WITH (format = 'OPENX_JSON', external_location = 'local:///%s')"
                        .formatted(raw, rowOf(columns), place));
        return view(raw, columns, "");
    }

    /// A table whose rows are made while they are read.
    ///
    /// @param values expressions for [RowReader#COLUMNS], in which `n` is the number of the row;
    ///   what is nested in the table is given as JSON
    /// @param rows 0, or whole millions
    public TableName ofGenerated(List<String> values, int rows) throws SQLException {
        StringBuilder columns = new StringBuilder();
        for (int at = 0; at < values.size(); at++) {
            String name = RowReader.COLUMNS.get(at);
            String type = COLUMNS.getOrDefault(name, "varchar");
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append(
                            type.equals("varchar")
                                    ? "CAST(%s AS varchar)".formatted(values.get(at))
                                    : "CAST(json_parse(%s) AS %s)".formatted(values.get(at), type))
                    .append(" AS ")
                    .append(name);
        }
        String name = "trails_" + TABLES.incrementAndGet();
        run(
                "CREATE VIEW hive.trails.%s AS SELECT %s FROM (SELECT a * 1000 + b AS n FROM UNNEST(sequence(1, %d)) AS s (a) CROSS JOIN UNNEST(sequence(1, 1000)) AS t (b) WHERE %d > 0)"
                        .formatted(name, columns, Math.max(1, rows / 1_000), rows));
        return new TableName("hive", "trails", name);
    }

    /// Where the files of the tables are.
    public Path folder() {
        return folder;
    }

    /// Runs a statement and gives back every row as text.
    public AthenaEndpoint.Result query(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), "tests", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int at = 1; at <= width; at++) {
                names.add(rows.getMetaData().getColumnLabel(at));
            }
            List<List<@Nullable String>> all = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable String> row = new ArrayList<>();
                for (int at = 1; at <= width; at++) {
                    row.add(rows.getString(at));
                }
                all.add(row);
            }
            return new AthenaEndpoint.Result(names, all);
        } catch (SQLException failure) {
            throw new IllegalStateException("Trino refuses " + sql, failure);
        }
    }

    void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "tests", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private TableName view(String raw, Map<String, String> columns, String partitions)
            throws SQLException {
        String name = "trails_" + TABLES.incrementAndGet();
        run(
                "CREATE VIEW hive.trails.%s AS SELECT r.*%s FROM hive.trails.%s CROSS JOIN UNNEST(records) AS r (%s)"
                        .formatted(name, partitions, raw, String.join(", ", columns.keySet())));
        return new TableName("hive", "trails", name);
    }

    private static String rowOf(Map<String, String> columns) {
        return columns.entrySet().stream()
                .map(column -> column.getKey() + " " + column.getValue())
                .collect(joining(", "));
    }

    private static String quoted(Set<String> values) {
        return values.stream().map(value -> "'" + value + "'").collect(joining(", "));
    }

    private static String day(String time) {
        return time.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*")
                ? time.substring(0, 10).replace('-', '/')
                : "2026/11/14";
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column :
                List.of(
                        "eventversion",
                        "useridentity",
                        "eventtime",
                        "eventsource",
                        "eventname",
                        "awsregion",
                        "sourceipaddress",
                        "useragent",
                        "errorcode",
                        "errormessage",
                        "requestparameters",
                        "responseelements",
                        "additionaleventdata",
                        "requestid",
                        "eventid",
                        "readonly",
                        "resources",
                        "eventtype",
                        "recipientaccountid",
                        "serviceeventdetails",
                        "sharedeventid",
                        "eventcategory",
                        "addendum")) {
            columns.put(column, "varchar");
        }
        columns.put(
                "useridentity",
                "row(type varchar, principalid varchar, arn varchar, accountid varchar,"
                        + " invokedby varchar, accesskeyid varchar, username varchar,"
                        + " identityprovider varchar, credentialid varchar,"
                        + " onbehalfof row(userid varchar, identitystorearn varchar),"
                        + " sessioncontext row(attributes row(mfaauthenticated varchar,"
                        + " creationdate varchar), sessionissuer row(type varchar,"
                        + " principalid varchar, arn varchar, accountid varchar,"
                        + " username varchar), sourceidentity varchar, signinsessionarn varchar,"
                        + " assumedroot varchar))");
        columns.put("resources", "array(row(arn varchar, accountid varchar, type varchar))");
        columns.put(
                "addendum",
                "row(reason varchar, updatedfields varchar, originalrequestid varchar,"
                        + " originaleventid varchar)");
        return columns;
    }

    private static final class Holder {

        static final RealTrino STARTED = start();

        private static RealTrino start() {
            try {
                Logging.initialize().setLevel("", Level.ERROR);
                Path folder = Files.createTempDirectory("trino");
                StandaloneQueryRunner runner =
                        new StandaloneQueryRunner(
                                TestingSession.testSessionBuilder().setCatalog("hive").build());
                Runtime.getRuntime().addShutdownHook(new Thread(runner::close));
                runner.installPlugin(new HivePlugin());
                runner.createCatalog(
                        "hive",
                        "hive",
                        Map.of(
                                "hive.metastore", "file",
                                "hive.metastore.catalog.dir", "local:///meta",
                                "fs.local.enabled", "true",
                                "local.location", folder.toString(),
                                "hive.security", "allow-all",
                                "hive.partition-projection-enabled", "true",
                                "hive.non-managed-table-writes-enabled", "true"));
                RealTrino trino =
                        new RealTrino(
                                folder,
                                "jdbc:trino:"
                                        + runner.getCoordinator()
                                                .getBaseUrl()
                                                .getSchemeSpecificPart());
                trino.run("CREATE SCHEMA hive.trails");
                return trino;
            } catch (IOException | SQLException failure) {
                throw new IllegalStateException("no Trino for the tests", failure);
            }
        }
    }
}
