package dev.glasstrail.trail.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.Watch;
import io.trino.sql.parser.SqlParser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrailQueryTest {

    private static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-16T00:00:00Z");
    private static final Watch WATCH =
            new Watch(List.of(Glob.of("*-break-glass")), List.of(Glob.of("bg_*")), true, Set.of());

    @Test
    void oneStatementAsksForAllNeeds() throws Exception {
        TrailQuery query =
                query(
                        new Need.Openings(WATCH),
                        new Need.WatchedActions(WATCH),
                        new Need.GuardTouches(),
                        new Need.RuleMatches(Map.of("sts.amazonaws.com", Set.of("AssumeRole"))),
                        new Need.DerivedActions(Set.of("arn:a"), Set.of("AKIA1")),
                        new Need.Touches(Set.of("temp-admin")),
                        new Need.EarlierChangers(Set.of("sg-0123")),
                        new Need.TrailChanges());

        assertThat(query.name())
                .isEqualTo(
                        "openings-watched-actions-guard-touches-rule-matches-derived-actions"
                                + "-touches-earlier-changers-trail-changes");
        assertThat(new SqlParser().createStatement(query.sql())).isNotNull();
        assertThat(query.sql().lines().filter(line -> line.startsWith("-- Answers: "))).hasSize(9);
    }

    @Test
    void theStatementReadsLikeItsFiles() throws Exception {
        TrailQuery query =
                query(
                        new Need.WatchedActions(WATCH),
                        new Need.RuleMatches(
                                Map.of(
                                        "iam.amazonaws.com",
                                        Set.of(),
                                        "sts.amazonaws.com",
                                        Set.of("AssumeRole", "AssumeRoot"))));

        assertThat(withoutComments(query.sql()))
                .startsWith("WITH records AS (\n")
                .contains(
                        """
                            FROM "lake"."trails"
                            WHERE ((eventtime >= '2026-11-09T00:00:00Z' AND eventtime < '2026-11-16T00:00:00Z')
                                    OR eventtime IS NULL
                                    OR eventtime NOT LIKE '____-__-__T__:__:__Z')
                                AND account IN ('111122223333', '444455556666')
                                AND region IN ('eu-central-1', 'us-east-1')
                                AND "timestamp" BETWEEN '2026/11/08' AND '2026/11/16'
                        )
                        SELECT
                        """)
                .endsWith(
                        """
                        FROM records
                        WHERE (
                        (issuer_arn = ''
                            AND (identity_type = 'AssumedRole' OR identity_arn LIKE '%:assumed-role/%'))
                        OR issuer_arn LIKE '%-break-glass%'
                        OR (identity_type = 'IAMUser'
                            AND (identity_name LIKE 'bg\\_%' ESCAPE '\\' OR identity_arn LIKE 'bg\\_%' ESCAPE '\\'))
                        OR (identity_type = 'FederatedUser'
                            AND (issuer_name LIKE 'bg\\_%' ESCAPE '\\' OR issuer_arn LIKE 'bg\\_%' ESCAPE '\\'))
                        OR (identity_type = 'Root' AND TRUE)
                        )
                        OR (
                        eventsource IN ('iam.amazonaws.com')
                        OR (eventsource || ' ' || eventname) IN ('sts.amazonaws.com AssumeRole', 'sts.amazonaws.com AssumeRoot')
                        )
                        """);
    }

    @Test
    void theSameRequestGivesTheSameBytes() throws Exception {
        Set<String> some = names(500);
        Set<String> backwards =
                some.stream().collect(Collectors.toCollection(TreeSet::new)).descendingSet();

        assertThat(
                        query(new Need.DerivedActions(backwards, Set.of()), new Need.Touches(some))
                                .sql())
                .isEqualTo(
                        query(new Need.DerivedActions(some, Set.of()), new Need.Touches(backwards))
                                .sql());
    }

    @Test
    void anEndWithinAnHourIsPutOffToItsEndAndTheStartIsNot() throws Exception {
        String early = timed("2026-11-09T01:02:03Z", "2026-11-15T10:00:01Z");
        String late = timed("2026-11-09T01:02:03Z", "2026-11-15T10:59:59Z");

        assertThat(early)
                .isEqualTo(late)
                .contains(
                        "eventtime >= '2026-11-09T01:02:03Z' AND eventtime < '2026-11-15T11:00:00Z'");
    }

    @Test
    void aTableWithoutPartitionsIsReadWholeAndSaysSo() throws Exception {
        TrailQuery query =
                TrailQuery.of(
                        Tables.without("account", "region", "timestamp"), Wanted.ALL, request());

        assertThat(query.sql()).doesNotContain("account IN", "region IN", "\"timestamp\"");
        assertThat(query.lines())
                .containsExactly(
                        "Reads the partitions of all accounts: the table has no partition column"
                                + " account of text.",
                        "Reads the partitions of all regions: the table has no partition column"
                                + " region of text.",
                        "Reads the partitions of all days: the table has no partition column"
                                + " \"timestamp\" that is a text in the order of the days.");
        assertThat(new SqlParser().createStatement(query.sql())).isNotNull();
    }

    @Test
    void whatATableLacksIsAskedForAsNull() throws Exception {
        TrailQuery query =
                TrailQuery.of(
                        Tables.without("sharedeventid", "addendum", "resources"),
                        Wanted.ALL,
                        request());

        assertThat(query.sql())
                .contains(
                        "CAST(NULL AS varchar) AS sharedeventid",
                        "CAST(NULL AS varchar) AS addendum",
                        "CAST(NULL AS varchar) AS resources");
        assertThat(query.shortfalls())
                .extracting(shortfall -> shortfall.code() + ": " + shortfall.text())
                .containsExactly(
                        "TABLE_LACKS_COLUMNS: The table has no resources, without which openings"
                                + " whose request was left out name no role.",
                        "TABLE_LACKS_COLUMNS: The table has no sharedeventid, without which the two"
                                + " records of a call across accounts are not tied.",
                        "TABLE_LACKS_COLUMNS: The table has no addendum, without which a late"
                                + " addition to a record counts as a call of its own.");
    }

    @Test
    void tooManySessionsAreAskedForByTheirRoles() throws Exception {
        Set<String> arns =
                IntStream.range(0, 5_000)
                        .mapToObj(i ->
                                "arn:aws:sts::111122223333:assumed-role/deploy_%d/session-%d"
                                        .formatted(i % 20, i))
                        .collect(Collectors.toSet());

        TrailQuery query = query(new Need.DerivedActions(arns, Set.of()), new Need.GuardTouches());

        assertThat(bytes(query)).isLessThan(10_000);
        assertThat(query.sql())
                .contains(
                        "identity_arn LIKE 'arn:aws:sts::111122223333:assumed-role/deploy\\_0/%'"
                                + " ESCAPE '\\'")
                .contains("'StopLogging'");
        assertThat(query.lines())
                .contains(
                        "Asks for more records than are wanted: the statement that names each"
                                + " identity or resource would be too long.");
    }

    @Test
    void tooManyRolesAreAskedForAsEverybodyButTheServices() throws Exception {
        TrailQuery query = query(new Need.DerivedActions(names(9_000), Set.of()));

        assertThat(bytes(query)).isLessThan(10_000);
        assertThat(query.sql()).contains("OR (TRUE\n    AND (identity_type <> 'AWSService'");
    }

    @Test
    void tooManyResourcesAreAskedForAsTheWholeTrail() throws Exception {
        TrailQuery query = query(new Need.Touches(names(9_000)));

        assertThat(bytes(query)).isLessThan(10_000);
        assertThat(query.sql()).contains("OR TRUE");
        assertThat(query.lines()).anyMatch(line -> line.startsWith("Asks for more records"));
    }

    @Test
    void noStatementIsLongerThanTheLimitAndLeavesTheOthersExact() throws Exception {
        Set<String> few = Set.of("temp-admin");
        TrailQuery query =
                query(
                        new Need.DerivedActions(names(5_000), Set.of()),
                        new Need.EarlierChangers(few),
                        new Need.Touches(few));

        assertThat(bytes(query)).isLessThanOrEqualTo(TrailQuery.MOST_BYTES);
        assertThat(query.sql()).contains("'%\"temp-admin\"%'");
    }

    @Test
    void whatCannotBeCoarsenedIsRefused() {
        List<Glob> roles =
                IntStream.range(0, 3_000)
                        .mapToObj(
                                i -> Glob.of("a-very-long-name-of-a-role-number-%05d".formatted(i)))
                        .toList();
        Watch watch = new Watch(roles, List.of(), false, Set.of());

        assertThatThrownBy(() -> query(new Need.Openings(watch)))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the statement for openings has more than 200000 bytes; watch fewer roles"
                                + " and users, by wider patterns");
    }

    @Test
    void whoNeedsNothingAsksForNothing() throws Exception {
        assertThat(query().name()).isEqualTo("nothing");
        assertThat(query().sql()).endsWith("FROM records\nWHERE FALSE\n");
    }

    static ReadRequest request(Need... needs) {
        return new ReadRequest(FROM, TO, List.of(needs), Progress.NONE);
    }

    private static TrailQuery query(Need... needs) throws TrailException {
        return TrailQuery.of(Tables.whole(), Wanted.ALL, request(needs));
    }

    private static String timed(String from, String to) throws TrailException {
        return TrailQuery.of(
                        Tables.whole(),
                        Wanted.ALL,
                        new ReadRequest(
                                Instant.parse(from), Instant.parse(to), List.of(), Progress.NONE))
                .sql();
    }

    private static Set<String> names(int number) {
        return IntStream.range(0, number)
                .mapToObj("arn:aws:iam::111122223333:role/some/path/role-%05d"::formatted)
                .collect(Collectors.toSet());
    }

    private static int bytes(TrailQuery query) {
        return query.sql().getBytes(UTF_8).length;
    }

    private static String withoutComments(String sql) {
        return sql.lines()
                .filter(line -> !line.strip().startsWith("--"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
