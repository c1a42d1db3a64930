package dev.glasstrail.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.settings.Settings;
import dev.glasstrail.settings.SourceSettings;
import dev.glasstrail.settings.SourceSettings.Kind;
import dev.glasstrail.settings.TrinoSettings;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.trail.athena.AthenaEndpoint;
import dev.glasstrail.trail.files.TrailBucket;
import dev.glasstrail.trail.sql.RowReader;
import dev.glasstrail.trail.trino.Cluster;
import dev.glasstrail.trail.trino.RealTrino;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Memory does not grow with the result of a query: five million rows in a machine that could not
/// hold them. Trino's driver holds pages of 16 MB as trees of JSON, and needs the more memory. What
/// it took stands in `target/streamed-rows-proof.txt`.
@Tag("proof")
final class StreamedRowsProofTest {

    private static final int MILLION = 1_000_000;
    private static final int ROWS = 5 * MILLION;
    private static final Path FIGURES = Path.of("target", "streamed-rows-proof.txt");

    @Test
    void fiveMillionRowsOfTrinoAreReadWith256Megabytes() throws Exception {
        RealTrino trino = RealTrino.started();
        Cluster.TableName table = trino.ofGenerated(row("lpad(cast(n AS varchar), 12, '0')"), ROWS);

        prove(256, "trino", trino.url(), table.schema(), table.name());
    }

    @Test
    void fiveMillionRowsOfAthenaAreReadWith64Megabytes() throws Exception {
        RealTrino trino = RealTrino.started();
        Cluster.TableName table = trino.ofGenerated(row("lpad(cast(n AS varchar), 12, '0')"), 0);
        HttpServer s3 =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        s3.createContext("/", StreamedRowsProofTest::sendCsv);
        s3.start();
        try (AthenaEndpoint athena =
                new AthenaEndpoint(trino, new TrailBucket())
                        .immediate()
                        .projecting("account.values", "111122223333")
                        .projecting("region.values", "eu-central-1")) {
            prove(
                    64,
                    "athena",
                    athena.uri().toString(),
                    table.schema(),
                    table.name(),
                    "http://127.0.0.1:" + s3.getAddress().getPort());
        } finally {
            s3.stop(0);
        }
    }

    private static void prove(int megabytes, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + megabytes + "m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor()).as(printed).isZero();
        Files.writeString(
                FIGURES, printed + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        assertThat(printed.lines().toList().getLast())
                .startsWith(arguments[0] + ": " + ROWS + " rows, 0 wanted, 0 unreadable, ");
    }

    /// The columns of a row that the SQL returns and nobody wants: its role's name only contains
    /// that of the watched one.
    ///
    /// @param id an expression for the number of the row
    private static List<String> row(String id) {
        String identity =
                """
                {"type":"AssumedRole","principalid":"AROAEXAMPLE00001:worker",\
                "arn":"arn:aws:sts::111122223333:assumed-role/not-break-glass-at-all/worker",\
                "accountid":"111122223333","accesskeyid":"ASIAEXAMPLE00001","sessioncontext":{\
                "attributes":{"creationdate":"2026-11-14T01:00:00Z"},"sessionissuer":{\
                "type":"Role","principalid":"AROAEXAMPLE00001",\
                "arn":"arn:aws:iam::111122223333:role/not-break-glass-at-all"}}}\
                """;
        List<String> values = new ArrayList<>();
        for (String column : RowReader.COLUMNS) {
            values.add(
                    switch (column) {
                        case "eventid" -> id;
                        case "eventtime" -> "'2026-11-14T02:03:04Z'";
                        case "eventsource" -> "'ec2.amazonaws.com'";
                        case "eventname" -> "'DescribeInstances'";
                        case "awsregion" -> "'eu-central-1'";
                        case "recipientaccountid" -> "'111122223333'";
                        case "useridentity" -> "'" + identity + "'";
                        case "requestparameters" ->
                                "'{\"instancesSet\":{\"items\":[{\"instanceId\":\"i-0123456789abcdef0\"}]}}'";
                        case "useragent" -> "'aws-sdk-java/2.25 Linux/6.1 OpenJDK_64-Bit_Server'";
                        case "eventversion" -> "'1.11'";
                        case "eventtype" -> "'AwsApiCall'";
                        case "eventcategory" -> "'Management'";
                        case "readonly" -> "'true'";
                        case "resources",
                                "addendum",
                                "errorcode",
                                "errormessage",
                                "responseelements",
                                "additionaleventdata",
                                "serviceeventdetails" ->
                                "NULL";
                        default -> "'text of " + column + "'";
                    });
        }
        return values;
    }

    /// The result as Athena writes it, made while it is sent.
    private static void sendCsv(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<String> row = row("'%012d'");
            String line =
                    row.stream()
                                    .map(value ->
                                            value.equals("NULL")
                                                    ? ""
                                                    : value.replace("\"", "\"\"")
                                                            .replace('\'', '"'))
                                    .collect(joining(","))
                            + "\n";
            String header =
                    RowReader.COLUMNS.stream().map(name -> '"' + name + '"').collect(joining(","))
                            + "\n";
            exchange.getResponseHeaders().set("ETag", "\"made\"");
            exchange.sendResponseHeaders(
                    200, header.length() + (long) line.formatted(0).length() * ROWS);
            try (OutputStream body = new BufferedOutputStream(exchange.getResponseBody())) {
                body.write(header.getBytes(UTF_8));
                for (int number = 0; number < ROWS; number++) {
                    body.write(line.formatted(number).getBytes(UTF_8));
                }
            }
        }
    }

    /// Reads a table as an audit does, and prints what that took.
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            System.setProperty("aws.accessKeyId", TrailBucket.IDENTITY);
            System.setProperty("aws.secretAccessKey", TrailBucket.CREDENTIAL);
            Watch watch = new Watch(List.of(Glob.of("break-glass")), List.of(), true, Set.of());
            ReadRequest request =
                    new ReadRequest(
                            Instant.parse("2026-11-09T00:00:00Z"),
                            Instant.parse("2026-11-16T00:00:00Z"),
                            List.of(new Need.Openings(watch), new Need.WatchedActions(watch)),
                            Progress.NONE);
            AtomicLong wanted = new AtomicLong();
            long start = System.nanoTime();
            try (Sources sources =
                    new Sources(
                            settings(arguments),
                            () -> "proof",
                            Clock.fixed(DemoOrganisation.standard().asOf(), ZoneOffset.UTC),
                            Sleeper.ofThread())) {
                Reading reading = sources.source().read(request, _ -> wanted.incrementAndGet());
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%s: %d rows, %d wanted, %d unreadable, %.1f s, %.0f rows/s, heap of %d MB%n",
                        arguments[0],
                        reading.records(),
                        wanted.get(),
                        reading.unreadable().size(),
                        seconds,
                        reading.records() / seconds,
                        Runtime.getRuntime().maxMemory() >> 20);
            }
        }

        private static Settings settings(String[] arguments) {
            SourceSettings source = SourceSettings.DEFAULTS;
            if (arguments[0].equals("trino")) {
                return Settings.DEFAULTS.with(
                        source.with(Kind.TRINO)
                                .with(
                                        TrinoSettings.DEFAULTS
                                                .withUrl(arguments[1])
                                                .withTable(
                                                        new TrinoSettings.Table(
                                                                "hive",
                                                                arguments[2],
                                                                arguments[3]))));
            }
            return Settings.DEFAULTS
                    .with(DemoRun.athena(new Cluster.TableName("hive", arguments[2], arguments[3])))
                    .with(DemoRun.athenaAt(URI.create(arguments[1]), URI.create(arguments[4])));
        }
    }
}
