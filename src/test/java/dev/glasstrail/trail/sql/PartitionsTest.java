package dev.glasstrail.trail.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.TrailException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionsTest {

    private static final String NOT_NAMED = "the table's projection does not name it";

    @Test
    void whatIsNotRestrictedIsAllThatTheProjectionNames() throws Exception {
        TrailQuery query = query(Tables.PROJECTION, Wanted.ALL);

        assertThat(query.gaps()).isEmpty();
        assertThat(query.lines())
                .containsExactly(
                        "Reads the partitions of 2 accounts: 111122223333, 444455556666.",
                        "Reads the partitions of 2 regions: eu-central-1, us-east-1.",
                        "Reads the days of delivery from 2026-11-08 to 2026-11-16, 9 of them.");
    }

    @Test
    void whatIsWantedAndNotNamedIsAGap() throws Exception {
        TrailQuery query =
                query(
                        Tables.PROJECTION,
                        new Wanted(
                                List.of("111122223333", "999988887777"),
                                List.of("ap-southeast-2", "us-east-1"),
                                List.of()));

        assertThat(query.sql()).contains("account IN ('111122223333')", "region IN ('us-east-1')");
        assertThat(gaps(query))
                .containsExactly(
                        "111122223333 ap-southeast-2: ap-southeast-2: " + NOT_NAMED,
                        "999988887777 ap-southeast-2: 999988887777: " + NOT_NAMED,
                        "999988887777 us-east-1: 999988887777: " + NOT_NAMED);
    }

    @Test
    void theAccountsOfTheGlassesAreExpectedTooAndReadEvenIfOthersAreWanted() throws Exception {
        TrailQuery query =
                query(
                        Tables.PROJECTION,
                        new Wanted(
                                List.of("111122223333"),
                                List.of("us-east-1"),
                                List.of("444455556666", "777766665555")));

        assertThat(query.sql()).contains("account IN ('111122223333', '444455556666')");
        assertThat(gaps(query))
                .containsExactly("777766665555 us-east-1: 777766665555: " + NOT_NAMED);
    }

    @Test
    void theRegionOfTheGlobalServicesIsMissedWhereItIsNotRead() throws Exception {
        String missing =
                "%s: source.regions or the table's projection leaves it out, and IAM, STS's global"
                        + " endpoint and root's sign-ins are recorded there";
        assertThat(
                        gaps(
                                query(
                                        Tables.PROJECTION,
                                        new Wanted(
                                                List.of("111122223333"),
                                                List.of("eu-central-1"),
                                                List.of()))))
                .containsExactly("111122223333 us-east-1: " + missing.formatted("us-east-1"));
        assertThat(gaps(query(regions("eu-central-1"), Wanted.ALL)))
                .containsExactly("111122223333 us-east-1: " + missing.formatted("us-east-1"));
        assertThat(gaps(query(regions("cn-northwest-1"), Wanted.ALL)))
                .containsExactly("111122223333 cn-north-1: " + missing.formatted("cn-north-1"));
        assertThat(gaps(query(regions("us-gov-east-1"), Wanted.ALL)))
                .containsExactly(
                        "111122223333 us-gov-west-1: " + missing.formatted("us-gov-west-1"));
        assertThat(gaps(query(regions("us-isob-west-1"), Wanted.ALL))).isEmpty();
        assertThat(gaps(query(Projection.UNKNOWN, Wanted.ALL))).isEmpty();
    }

    @Test
    void whereNothingIsNamedAllIsReadAndTheQuerySaysSo() throws Exception {
        TrailQuery query = query(Projection.UNKNOWN, Wanted.ALL);

        assertThat(query.sql()).doesNotContain("account IN", "region IN").contains("\"timestamp\"");
        assertThat(query.lines())
                .startsWith(
                        "Reads the partitions of all accounts: neither the settings nor the table's"
                                + " partition projection name any; name them in source.accounts to"
                                + " read less.");
        assertThat(query.shortfalls())
                .extracting(shortfall -> shortfall.code() + ": " + shortfall.text())
                .containsExactly(
                        "PARTITIONS_NOT_KNOWN: The engine does not tell which accounts, regions and"
                                + " days the table has, so that one which is missing is not"
                                + " noticed; days are looked for in the spellings yyyy/MM/dd,"
                                + " yyyy-MM-dd, yyyyMMdd alone.");
    }

    @Test
    void whereTheTableTellsNothingTheSettingsDecide() throws Exception {
        TrailQuery query =
                query(
                        Projection.UNKNOWN,
                        new Wanted(List.of("111122223333"), List.of(), List.of()));

        assertThat(query.sql()).contains("account IN ('111122223333')").doesNotContain("region IN");
        assertThat(query.gaps()).isEmpty();
    }

    @Test
    void aNameWithWhiteSpaceInTheProjectionIsAGap() throws Exception {
        TrailQuery query =
                query(
                        Projection.of(
                                List.of("111122223333", " 444455556666"),
                                List.of("us-east-1"),
                                new Projection.Days(LocalDate.MIN, LocalDate.MAX)),
                        Wanted.ALL);

        assertThat(query.sql()).contains("account IN ('111122223333')");
        assertThat(gaps(query))
                .containsExactly(
                        "444455556666 us-east-1: 444455556666: the table's projection spells it"
                                + " with white space");
    }

    @Test
    void daysBeforeAndAfterTheProjectionAreGapsEverywhere() throws Exception {
        assertThat(gaps(query(days("2026-11-10", "2026-12-01"), Wanted.ALL)))
                .containsExactly(
                        "111122223333 us-east-1: the table's partitions begin with 2026-11-10, and"
                                + " records of 2026-11-09 are wanted");
        assertThat(gaps(query(days("2026-01-01", "2026-11-14"), Wanted.ALL)))
                .containsExactly(
                        "111122223333 us-east-1: the table's partitions end with 2026-11-14, and"
                                + " records of 2026-11-15 are wanted");
        assertThat(gaps(query(days("2026-11-09", "2026-11-15"), Wanted.ALL))).isEmpty();
    }

    @Test
    void eachPlaceHasTheDaysThatAreListedForIt() throws Exception {
        Projection.Days all = days("2026-11-01", "2026-11-30").everywhere();
        Projection listed =
                new Projection(
                        true,
                        List.of("111122223333", "444455556666"),
                        List.of("eu-central-1", "us-east-1"),
                        Projection.Days.ALL,
                        Projection.DAY_FORMAT,
                        Map.of(
                                new Place("111122223333", "eu-central-1"),
                                all,
                                new Place("111122223333", "us-east-1"),
                                days("2026-11-01", "2026-11-12").everywhere(),
                                new Place("444455556666", "us-east-1"),
                                all));

        assertThat(gaps(query(listed, Wanted.ALL)))
                .containsExactly(
                        "111122223333 us-east-1: the table's partitions end with 2026-11-12, and"
                                + " records of 2026-11-15 are wanted",
                        "444455556666 eu-central-1: the table has no partition of this account and"
                                + " region together");
    }

    @Test
    void aTableWithNothingOfWhatIsWantedIsRefused() {
        assertThatThrownBy(() ->
                        query(
                                Tables.PROJECTION,
                                new Wanted(List.of("999988887777"), List.of(), List.of())))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the table's projection.account.values names none of 999988887777, only"
                                + " 111122223333, 444455556666; add them to it, or name others in"
                                + " source.accounts");
    }

    @Test
    void anInjectedColumnNeedsNames() throws Exception {
        Projection injected =
                Projection.of(
                        List.of(),
                        List.of("us-east-1"),
                        new Projection.Days(LocalDate.MIN, LocalDate.MAX));

        assertThatThrownBy(() -> query(injected, Wanted.ALL))
                .hasMessage(
                        "the table's projection names no value of the partition column account;"
                                + " name some in source.accounts, or set projection.account.type to"
                                + " enum");
        assertThat(query(injected, new Wanted(List.of("111122223333"), List.of(), List.of())).sql())
                .contains("account IN ('111122223333')");
    }

    @Test
    void daysAreSpelledAsTheProjectionSpellsThem() throws Exception {
        Projection hours =
                new Projection(
                        true,
                        List.of("111122223333"),
                        List.of("us-east-1"),
                        Projection.Days.ALL,
                        "yyyy-MM-dd-HH",
                        Map.of());

        assertThat(query(hours, Wanted.ALL).sql())
                .contains("\"timestamp\" BETWEEN '2026-11-08-00' AND '2026-11-16-23'");
    }

    @Test
    void theLastDayIsTheOneAfterTheLastEvents() throws Exception {
        ReadRequest request =
                new ReadRequest(
                        Instant.parse("2026-12-31T23:59:59Z"),
                        Instant.parse("2027-01-01T00:00:01Z"),
                        List.of(),
                        Progress.NONE);

        assertThat(TrailQuery.of(Tables.with(Projection.UNKNOWN), Wanted.ALL, request).sql())
                .contains(
                        """
                                AND ("timestamp" BETWEEN '2026/12/30' AND '2027/01/02'
                                    OR "timestamp" BETWEEN '2026-12-30' AND '2027-01-02'
                                    OR "timestamp" BETWEEN '20261230' AND '20270102')
                        """);
    }

    private static Projection days(String first, String last) {
        return Projection.of(
                List.of("111122223333"),
                List.of("us-east-1"),
                new Projection.Days(LocalDate.parse(first), LocalDate.parse(last)));
    }

    private static Projection regions(String... regions) {
        return Projection.of(
                List.of("111122223333"),
                List.of(regions),
                new Projection.Days(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")));
    }

    private static TrailQuery query(Projection projection, Wanted wanted) throws TrailException {
        return TrailQuery.of(Tables.with(projection), wanted, TrailQueryTest.request());
    }

    private static List<String> gaps(TrailQuery query) {
        return query.gaps().stream()
                .map(seen ->
                        seen.place().account() + " " + seen.place().region() + ": " + seen.gap())
                .toList();
    }
}
