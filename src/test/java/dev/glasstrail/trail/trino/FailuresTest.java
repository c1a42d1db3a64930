package dev.glasstrail.trail.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.Wanted;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final Cluster.TableName TABLE =
            new Cluster.TableName("hive", "default", "trails");
    private static final String PASSWORD = "correct-horse-battery";

    @Test
    void aClusterThatIsDownIsToldInOneLine() throws Exception {
        String url = "jdbc:trino://127.0.0.1:" + freePort();
        AtomicInteger finished = new AtomicInteger();

        assertThatThrownBy(() ->
                        source(url)
                                .read(
                                        MadeRecord.request(
                                                new Progress() {
                                                    @Override
                                                    public void started(long totalBytes) {}

                                                    @Override
                                                    public void read(long bytes, long records) {}

                                                    @Override
                                                    public void finished() {
                                                        finished.incrementAndGet();
                                                    }
                                                }),
                                        _ -> {}))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the table cannot be described (Trino at %s): no connection; check"
                                + " source.trino.url, the network and whether the cluster runs",
                        url.substring("jdbc:trino://".length()));
        assertThat(finished).hasValue(1);
    }

    @Test
    void aPropertyThatTheDriverRefusesIsToldWithoutTheOthers() {
        String url =
                "jdbc:trino://trino.example.com:443?SSL=true&nonsense=1&accessToken=eyJhbGciOi.secret";

        assertThatThrownBy(() -> source(url).plan(MadeRecord.request()))
                .isInstanceOf(TrailException.class)
                .hasMessageStartingWith(
                        "the cluster cannot be asked (Trino at trino.example.com:443): ")
                .satisfies(FailuresTest::tellsNoSecret);
    }

    @Test
    void aPasswordWithoutEncryptionIsRefusedAndNotRepeated() {
        Cluster cluster =
                new Cluster(
                        "jdbc:trino://127.0.0.1:1",
                        new Cluster.Login("ann", PASSWORD),
                        TABLE,
                        Duration.ofMinutes(1));

        assertThatThrownBy(() ->
                        new TrinoTrailSource(cluster, Wanted.ALL, CLOCK).plan(MadeRecord.request()))
                .isInstanceOf(TrailException.class)
                .hasMessageContaining("TLS/SSL is required")
                .satisfies(FailuresTest::tellsNoSecret);
    }

    @Test
    void whateverTheDriverRepeatsIsMasked() {
        Failures failures =
                new Failures(
                        new Cluster(
                                "jdbc:trino://h:1?KerberosKeytab=/secret/tab&token=eyJhbGciOi.secret",
                                new Cluster.Login("ann", PASSWORD),
                                TABLE,
                                Duration.ofMinutes(1)));
        SQLException driver =
                new SQLException(
                        "bad\npassword "
                                + PASSWORD
                                + " at jdbc:trino://h:1?KerberosKeytab="
                                + "/secret/tab&token=eyJhbGciOi.secret, token eyJhbGciOi.secret",
                        new IllegalStateException(PASSWORD));

        TrailException failure = failures.failed("the query x failed", driver);

        assertThat(failure)
                .hasMessage(
                        "the query x failed (Trino at h:1): bad password *** at ***, token ***;"
                                + " look the query up in the cluster's own list of queries")
                .satisfies(FailuresTest::tellsNoSecret);
    }

    @Test
    void whatIsWrongIsToldByWhatTheClusterAnswers() {
        Failures failures = new Failures(cluster("jdbc:trino://h:1"));

        assertThat(failures.failed("x", new SQLException("Authentication failed: Invalid")))
                .hasMessage(
                        "x (Trino at h:1): the cluster refuses the user ann; check"
                                + " source.trino.user and source.trino.password");
        assertThat(
                        failures.failed(
                                "x", new SQLException("Error executing query: 401 Unauthorized")))
                .hasMessageContaining("refuses the user ann");
        assertThat(
                        failures.failed(
                                "x",
                                new SQLException(
                                        "Query failed (#20260401_140100_00401_abcde): line 1:401: Table 'a.b' does not exist",
                                        "",
                                        46)))
                .hasMessage(
                        "x (Trino at h:1): Query failed (#20260401_140100_00401_abcde): line 1:401:"
                                + " Table 'a.b' does not exist; check source.trino.catalog, schema"
                                + " and table");
        assertThat(failures.failed("x", new SQLException("Access Denied: Cannot select", "", 4)))
                .hasMessage(
                        "x (Trino at h:1): Access Denied: Cannot select; allow the user ann to read"
                                + " the table");
        assertThat(failures.failed("x", new SQLException("e", new UnknownHostException("h"))))
                .hasMessage(
                        "x (Trino at h:1): the host is not known; check source.trino.url and the"
                                + " network");
        assertThat(failures.late("x"))
                .hasMessage(
                        "x (Trino at h:1): it was stopped after PT1M; give it longer in"
                                + " source.trino.deadline, or read less");
    }

    @Test
    void aClusterPrintsWithoutItsSecrets() {
        Cluster cluster =
                new Cluster(
                        "jdbc:trino://ann:pw@h:1/hive?token=x",
                        new Cluster.Login("ann", PASSWORD),
                        TABLE,
                        Duration.ofMinutes(1));

        assertThat(cluster).hasToString("Trino at h:1");
        assertThat(cluster.login()).hasToString("ann");
    }

    @Test
    void aTablesNameIsQuoted() {
        assertThat(new Cluster.TableName("a", "b\"c", "D;--"))
                .hasToString("\"a\".\"b\"\"c\".\"D;--\"");
    }

    private static final Clock CLOCK = Clock.fixed(MadeRecord.TO, ZoneOffset.UTC);

    private static TrinoTrailSource source(String url) {
        return new TrinoTrailSource(cluster(url), Wanted.ALL, CLOCK);
    }

    private static Cluster cluster(String url) {
        return new Cluster(url, new Cluster.Login("ann", ""), TABLE, Duration.ofMinutes(1));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void tellsNoSecret(Throwable failure) {
        StringWriter whole = new StringWriter();
        failure.printStackTrace(new PrintWriter(whole));
        assertThat(whole.toString()).doesNotContain(PASSWORD, "eyJhbGciOi", "/secret/tab");
        assertThat(failure.getMessage()).doesNotContain("\n");
    }
}
