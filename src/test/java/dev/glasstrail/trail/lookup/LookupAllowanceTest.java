package dev.glasstrail.trail.lookup;

import static dev.glasstrail.trail.lookup.MadeHistory.action;
import static dev.glasstrail.trail.lookup.MadeHistory.opening;
import static dev.glasstrail.trail.lookup.MadeHistory.openingBy;
import static dev.glasstrail.trail.lookup.MadeHistory.watching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the calls that a run may make are spent on, and what is said when they do not last.
final class LookupAllowanceTest {

    private static final String ROLE = "arn:aws:iam::111122223333:role/break-glass-admin";
    private static final String DAILY = "arn:aws:iam::111122223333:role/daily";

    private final LookupAtHand lookup = new LookupAtHand();
    private final List<String> ids = new ArrayList<>();

    @AfterEach
    void close() {
        lookup.close();
    }

    @Test
    void whatIsLeftWhenTheLookupsAreUsedUpIsSaid() throws Exception {
        lookup.endpoint().with(List.of(opening("o-1", ROLE, "ann"), action("a-1", ROLE, "ann")));

        Reading reading =
                read(
                        lookup.allowing(3).source(),
                        new Need.Openings(watching(ROLE)),
                        new Need.WatchedActions(watching(ROLE)),
                        new Need.GuardTouches());

        assertThat(lookup.endpoint().calls()).hasSize(3);
        assertThat(ids)
                .as("the session is looked up before the rest")
                .containsExactly("o-1", "a-1");
        assertThat(exhausted(reading))
                .isEqualTo(
                        "3 of the 3 lookups that a run may make were used before all was looked up:"
                                + " 46 lookups were not made to the end, Username emergency-admin in"
                                + " 111122223333 eu-central-1 before 2026-11-16T00:00:00Z, Username"
                                + " root in 111122223333 eu-central-1 before 2026-11-16T00:00:00Z,"
                                + " EventName AuthorizeOAuth2Access in 111122223333 eu-central-1"
                                + " before 2026-11-16T00:00:00Z, EventName ConsoleLogin in"
                                + " 111122223333 eu-central-1 before 2026-11-16T00:00:00Z, EventName"
                                + " CreateOAuth2Token in 111122223333 eu-central-1 before"
                                + " 2026-11-16T00:00:00Z and 41 others; raise"
                                + " source.lookup.max-lookups, or read the trail itself.");
        assertThat(reading.coverage())
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.gap())
                                .isEqualTo(
                                        "46 lookups were not made to the end for want of calls, of"
                                                + " which source.lookup.max-lookups lets a run make"
                                                + " 3"));
    }

    @Test
    void bothScansOfARunShareTheLookups() throws Exception {
        TrailSource source = lookup.allowing(25).source();

        openings(source, "break-glass-*");
        openings(source, "break-glass-*");

        assertThat(lookup.endpoint().calls()).hasSize(25);
    }

    /// In a large account services alone fill more pages than a run may ask for.
    @Test
    void openingsByIdentityCenterAreAskedForBeforeTheFloodOfServices() throws Exception {
        lookup.of(new HistoryPlaces(List.of(), List.of("eu-central-1", "us-east-1"), false));
        lookup.endpoint()
                .with(noise(1_000))
                .with(List.of(inAmerica(named("AssumeRoleWithSAML", opening("o-1", ROLE, "ann")))))
                .with(List.of(inAmerica(opening("o-2", ROLE, "bea"))))
                .with(List.of(change(action("a-1", ROLE, "eve"))));

        Reading reading = openings(lookup.allowing(50).source(), "break-glass-*");

        assertThat(ids).contains("o-1", "o-2", "a-1");
        assertThat(exhausted(reading))
                .startsWith(
                        "50 of the 50 lookups that a run may make were used before all was looked"
                                + " up: 1 lookup was not made to the end, EventName AssumeRole in"
                                + " 111122223333 eu-central-1 before 2026-11-14T02:03:04Z; raise");
    }

    @Test
    void placesThatWereNotAskedToTheEndAreCounted() throws Exception {
        lookup.of(new HistoryPlaces(List.of(), List.of("eu-central-1", "us-east-1"), false));

        Reading reading = openings(lookup.allowing(2).source(), "break-glass-*");

        assertThat(exhausted(reading))
                .contains("34 lookups were not made to the end, Username root in 2 places before");
    }

    @Test
    void whatTheSessionsLeaveOfTheLookupsIsUsedToTakeUpTheBusyNamesAgain() throws Exception {
        lookup.endpoint()
                .with(noise(1_500))
                .with(List.of(action("a-1", ROLE, "ann"), opening("o-1", ROLE, "ann")));

        Reading reading = openings(lookup.allowing(60).source(), "break-glass-*");

        assertThat(ids).contains("a-1", "o-1");
        assertThat(reading.notes().shortfalls())
                .extracting(Shortfall::code)
                .doesNotContain("LOOKUPS_EXHAUSTED");
        assertThat(lookup.endpoint().calls())
                .filteredOn(call -> call.contains("EventName AssumeRole"))
                .filteredOn(call -> call.endsWith(" +"))
                .as("no page is asked for twice")
                .hasSize(30);
    }

    @Test
    void theSecondScanFindsTheLookupsThatItNeeds() throws Exception {
        String second = "arn:aws:iam::111122223333:role/second";
        lookup.endpoint()
                .with(
                        List.of(
                                opening("o-1", ROLE, "ann"),
                                openingBy("o-2", ROLE, "ann", second, "hop"),
                                action("a-2", second, "hop")))
                .with(noise(2_000));
        TrailSource source = lookup.allowing(50).source();

        Reading first = openings(source, "break-glass-*");
        Reading reading =
                read(
                        source,
                        new Need.DerivedActions(
                                Set.of("arn:aws:sts::111122223333:assumed-role/second/hop"),
                                Set.of()));

        assertThat(ids).contains("a-2");
        assertThat(exhausted(first))
                .startsWith(
                        "49 of the 50 lookups that a run may make were used and the rest kept for"
                                + " the sessions that were found before all was looked up: 1 lookup"
                                + " was not made to the end, EventName AssumeRole in");
        assertThat(reading.coverage())
                .singleElement()
                .satisfies(seen -> assertThat(seen.gap()).isEmpty());
    }

    @Test
    void whatBothScansReadCountsTogether() throws Exception {
        String second = "arn:aws:iam::111122223333:role/second";
        lookup.endpoint().with(List.of(opening("o-1", ROLE, "ann"), action("a-2", second, "zed")));
        TrailSource source = lookup.source();

        Reading first = openings(source, ROLE);
        Reading both =
                first.followedBy(
                        read(
                                source,
                                new Need.DerivedActions(
                                        Set.of("arn:aws:sts::111122223333:assumed-role/second/zed"),
                                        Set.of())));

        assertThat(first.records()).isEqualTo(1);
        assertThat(both.records()).isEqualTo(2);
        assertThat(both.coverage())
                .singleElement()
                .satisfies(seen -> assertThat(seen.records()).isEqualTo(2));
    }

    /// Whoever opens a session chooses its name, and may choose that of a busy service.
    @Test
    void aSessionWithTheNameOfABusyServiceTakesNoLookupsFromTheOthers() throws Exception {
        lookup.endpoint()
                .with(List.of(opening("o-1", ROLE, "worker"), opening("o-2", ROLE, "ann")))
                .with(
                        IntStream.range(0, 2_000)
                                .mapToObj(number -> action("noise-" + number, DAILY, "worker"))
                                .toList())
                .with(List.of(action("a-2", ROLE, "ann")));

        openings(lookup.allowing(40).source(), ROLE);

        assertThat(ids).contains("o-1", "o-2", "a-2");
    }

    @Test
    void nobodyIsLookedUpTwice() throws Exception {
        lookup.endpoint()
                .with(
                        List.of(
                                MadeHistory.record(
                                        "r-1",
                                        "iam DeleteVirtualMFADevice",
                                        "{\"type\":\"Root\",\"arn\":\"arn:aws:iam::111122223333:root\",\"accountId\":\"111122223333\"}",
                                        "")));

        openings(lookup.source(), ROLE);

        assertThat(ids).containsExactly("r-1");
        assertThat(lookup.endpoint().calls())
                .containsOnlyOnce("111122223333 eu-central-1 Username root");
    }

    private static List<String> noise(int openings) {
        return IntStream.range(0, openings)
                .mapToObj(number -> opening("noise-" + number, DAILY, "worker"))
                .toList();
    }

    private static String inAmerica(String record) {
        return record.replace("eu-central-1", "us-east-1");
    }

    private static String named(String name, String opening) {
        return opening.replace("\"AssumeRole\"", "\"" + name + "\"");
    }

    private static String change(String action) {
        return action.replace(",\"userIdentity\"", ",\"readOnly\":false,\"userIdentity\"");
    }

    private Reading openings(TrailSource source, String role) throws Exception {
        return read(
                source, new Need.Openings(watching(role)), new Need.WatchedActions(watching(role)));
    }

    private Reading read(TrailSource source, Need... needs) throws Exception {
        return source.read(
                new ReadRequest(MadeRecord.FROM, MadeRecord.TO, List.of(needs), Progress.NONE),
                event -> ids.add(event.key().eventId()));
    }

    private static String exhausted(Reading reading) {
        Shortfall first = reading.notes().shortfalls().getFirst();
        assertThat(first.code()).isEqualTo("LOOKUPS_EXHAUSTED");
        return first.text();
    }
}
