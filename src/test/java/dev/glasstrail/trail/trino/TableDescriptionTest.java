package dev.glasstrail.trail.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.aws.Sleeper;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.sql.Projection;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a real Trino tells of the partitions of its tables.
final class TableDescriptionTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-17");
    private static final String PROJECTED =
            """
            partition_projection_enabled = true,
            partition_projection_location_template = 'local:///none/${account}/${region}/${timestamp}'
            """;

    @Test
    void aProjectionThatTheClusterAppliesIsTaken() throws Exception {
        assertThat(described("applied", PROJECTED))
                .isEqualTo(
                        Projection.of(
                                List.of("111122223333", "444455556666"),
                                List.of("eu-central-1", "us-east-1"),
                                days("2026-11-01", "2026-11-30")));
    }

    /// Then the cluster reads the partitions of the metastore, here none.
    @Test
    void aProjectionThatTheClusterIgnoresIsNone() throws Exception {
        assertThat(described("ignored", PROJECTED + ", partition_projection_ignore = true"))
                .isEqualTo(Projection.UNKNOWN);
    }

    @Test
    void partitionsThatAreListedHaveDaysOfTheirOwn() throws Exception {
        RealTrino trino = RealTrino.started();
        trino.run(
                """
                CREATE TABLE hive.trails.listed (eventid, account, region, "timestamp")
                WITH (format = 'ORC', partitioned_by = ARRAY['account', 'region', 'timestamp'])
                AS VALUES
                    (CAST('e-1' AS varchar), CAST('111122223333' AS varchar), CAST('us-east-1' AS varchar), CAST('2026/11/10' AS varchar)),
                    ('e-2', '111122223333', 'us-east-1', '2026/11/16'),
                    ('e-3', '444455556666', 'eu-central-1', '2026/11/09')
                """);

        assertThat(described("listed"))
                .isEqualTo(
                        new Projection(
                                true,
                                List.of("111122223333", "444455556666"),
                                List.of("eu-central-1", "us-east-1"),
                                Projection.Days.ALL,
                                "yyyy/MM/dd",
                                Map.of(
                                        new Place("111122223333", "us-east-1"),
                                        days("2026-11-10", "2026-11-16"),
                                        new Place("444455556666", "eu-central-1"),
                                        days("2026-11-09", "2026-11-09"))));
    }

    @Test
    void daysThatAreSpelledInAnotherWayHaveNoOrder() throws Exception {
        RealTrino.started()
                .run(
                        """
                        CREATE TABLE hive.trails.spelled (eventid, account, region, "timestamp")
                        WITH (format = 'ORC', partitioned_by = ARRAY['account', 'region', 'timestamp'])
                        AS VALUES
                            (CAST('e-1' AS varchar), CAST('111122223333' AS varchar), CAST('us-east-1' AS varchar), CAST('10.11.2026' AS varchar))
                        """);

        Projection projection = described("spelled");

        assertThat(projection.dayFormat()).isEmpty();
        assertThat(projection.listed()).isEmpty();
        assertThat(projection.accounts()).containsExactly("111122223333");
    }

    @Test
    void aClusterThatKeepsTheQuestionWaitingIsLeftAtTheDeadline() throws Exception {
        RealTrino trino = RealTrino.started();
        try (Connection connection = DriverManager.getConnection(trino.url(), "tests", "")) {
            // The time is up before anything is asked.
            TableDescription description =
                    new TableDescription(connection, cluster("none"), _ -> {});

            assertThatThrownBy(
                            () -> {
                                for (int time = 0; time < 100; time++) {
                                    description.of(TODAY);
                                }
                            })
                    .isInstanceOf(SQLTimeoutException.class);
        }
    }

    private static Projection described(String table, String properties) throws SQLException {
        RealTrino.started()
                .run(
                        """
                        CREATE TABLE hive.trails.%s (
                            eventid varchar,
                            account varchar WITH (partition_projection_type = 'enum', partition_projection_values = ARRAY['111122223333', '444455556666']),
                            region varchar WITH (partition_projection_type = 'enum', partition_projection_values = ARRAY['eu-central-1', 'us-east-1']),
                            "timestamp" varchar WITH (partition_projection_type = 'date', partition_projection_format = 'yyyy/MM/dd',
                                partition_projection_range = ARRAY['2026/11/01', '2026/11/30']))
                        WITH (format = 'ORC', partitioned_by = ARRAY['account', 'region', 'timestamp'], %s)
                        """
                                .formatted(table, properties));
        return described(table);
    }

    private static Projection described(String table) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(RealTrino.started().url(), "tests", "")) {
            return new TableDescription(connection, cluster(table), Sleeper.ofThread())
                    .of(TODAY)
                    .projection();
        }
    }

    private static Cluster cluster(String table) {
        return new Cluster(
                RealTrino.started().url(),
                new Cluster.Login("tests", ""),
                new Cluster.TableName("hive", "trails", table),
                Duration.ofMinutes(5));
    }

    private static Projection.Days days(String first, String last) {
        return new Projection.Days(LocalDate.parse(first), LocalDate.parse(last));
    }
}
