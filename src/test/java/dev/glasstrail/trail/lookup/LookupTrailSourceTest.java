package dev.glasstrail.trail.lookup;

import static dev.glasstrail.trail.lookup.MadeHistory.action;
import static dev.glasstrail.trail.lookup.MadeHistory.opening;
import static dev.glasstrail.trail.lookup.MadeHistory.openingBy;
import static dev.glasstrail.trail.lookup.MadeHistory.record;
import static dev.glasstrail.trail.lookup.MadeHistory.watching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.TrailSourceContract;
import dev.glasstrail.trail.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LookupTrailSourceTest implements TrailSourceContract {

    private static final String ROLE = "arn:aws:iam::111122223333:role/break-glass-admin";
    private static final Watch WATCH = watching(ROLE);

    private final LookupAtHand lookup = new LookupAtHand();

    @AfterEach
    void close() {
        lookup.close();
    }

    @Override
    public TrailSource holding(List<String> records) throws Exception {
        lookup.endpoint().with(records);
        return lookup.source();
    }

    /// It tells whose it is by its arn alone, and made no change.
    @Override
    public Set<String> unseen() {
        return Set.of("session-that-does-not-name-its-issuer");
    }

    @Test
    void openingsAreFoundByTheRoleAndWhatTheSessionsDidByTheirNames() throws Exception {
        lookup.endpoint().with(List.of(opening("o-1", ROLE, "ann"), action("a-1", ROLE, "ann")));

        assertThat(ids(WATCH)).containsExactly("a-1", "o-1");
        assertThat(lookup.endpoint().calls())
                .contains(
                        "111122223333 eu-central-1 ResourceName " + ROLE,
                        "111122223333 eu-central-1 Username ann")
                .doesNotContain("111122223333 eu-central-1 EventName AssumeRoleWithSAML")
                .filteredOn(call -> call.endsWith("EventName AssumeRole"))
                .as("the first try of whether roles are known")
                .hasSize(1);
    }

    @Test
    void openingsAreFoundByNameWhereTheHistoryDoesNotKnowRoles() throws Exception {
        lookup.endpoint()
                .withoutRoles()
                .with(List.of(opening("o-1", ROLE, "ann"), action("a-1", ROLE, "ann")));

        assertThat(ids(WATCH)).containsExactly("a-1", "o-1");
        assertThat(lookup.endpoint().calls())
                .contains("111122223333 eu-central-1 EventName AssumeRoleWithSAML");
    }

    /// People copy the arn without its path from the arn of a session.
    @Test
    void aRoleWhoseArnLacksItsPathIsFoundByTheNamesOfTheCalls() throws Exception {
        String whole = "arn:aws:iam::111122223333:role/emergency/break-glass-admin";
        lookup.endpoint().with(List.of(opening("o-1", whole, "ann"), action("a-1", whole, "ann")));

        assertThat(ids(WATCH)).containsExactly("a-1", "o-1");
        assertThat(lookup.endpoint().calls())
                .contains("111122223333 eu-central-1 EventName AssumeRoleWithSAML");
    }

    @Test
    void aQuietRoleWithItsPathNeedsNoNamesOfCalls() throws Exception {
        lookup.endpoint()
                .with(List.of(opening("o-1", "arn:aws:iam::111122223333:role/daily", "bea")));

        ids(watching("arn:aws:iam::111122223333:role/emergency/break-glass-admin"));

        assertThat(lookup.endpoint().calls())
                .doesNotContain("111122223333 eu-central-1 EventName AssumeRoleWithSAML");
    }

    @Test
    void openingsThatAreFoundByTheRoleAloneLeaveOutRefusalsAndSessionsWithoutOne()
            throws Exception {
        lookup.endpoint().with(List.of(opening("o-1", ROLE, "ann")));

        assertThat(read(request(needs(WATCH)), new ArrayList<>()).notes().shortfalls())
                .contains(
                        new Shortfall(
                                "REFUSALS_BY_ROLE_ONLY",
                                "Openings were looked up by the ARNs of the watched roles: a"
                                        + " refused attempt whose record does not list the role is not"
                                        + " in this report."),
                        new Shortfall(
                                "SESSIONS_BY_NAME_ONLY",
                                "The event history is asked by the names of sessions: a session is"
                                        + " seen only where its opening was found."));
    }

    @Test
    void whatRootDidThatASessionAssumedIsFound() throws Exception {
        String root = "arn:aws:iam::111122223333:root";
        lookup.endpoint()
                .with(
                        List.of(
                                record(
                                        "r-1",
                                        "iam DeleteVirtualMFADevice",
                                        "{\"type\":\"Root\",\"arn\":\"%s\",\"accountId\":\"111122223333\"}"
                                                .formatted(root),
                                        "")));

        assertThat(idsOf(new Need.DerivedActions(Set.of(root), Set.of()))).containsExactly("r-1");
    }

    @Test
    void rolesByPatternAreFoundByTheNamesOfTheCalls() throws Exception {
        lookup.endpoint().with(List.of(opening("o-1", ROLE, "ann"), action("a-1", ROLE, "ann")));

        assertThat(ids(watching("break-glass-*"))).containsExactly("a-1", "o-1");
    }

    @Test
    void aChainIsFollowedToItsEndWhateverItsLength() throws Exception {
        String second = "arn:aws:iam::111122223333:role/second";
        String third = "arn:aws:iam::111122223333:role/third";
        lookup.endpoint()
                .with(
                        List.of(
                                opening("o-1", ROLE, "ann"),
                                openingBy("o-2", ROLE, "ann", second, "hop"),
                                openingBy("o-3", second, "hop", third, "jump"),
                                action("a-3", third, "jump")));

        assertThat(ids(WATCH)).containsExactly("o-1", "o-2", "o-3");
        assertThat(
                        idsOf(
                                new Need.DerivedActions(
                                        Set.of("arn:aws:sts::111122223333:assumed-role/third/jump"),
                                        Set.of())))
                .containsExactly("a-3");
    }

    @Test
    void aSessionWhoseOpeningLiesElsewhereIsFoundByAChange() throws Exception {
        lookup.endpoint()
                .with(
                        List.of(
                                action("a-1", ROLE, "ann"),
                                action("a-2", ROLE, "ann")
                                        .replace(
                                                ",\"userIdentity\"",
                                                ",\"readOnly\":false,\"userIdentity\"")));

        assertThat(ids(watching("break-glass-*"))).containsExactly("a-1", "a-2");
    }

    @Test
    void whatSomebodyElseDidUnderTheSameNameIsNotHandedOn() throws Exception {
        lookup.endpoint()
                .with(
                        List.of(
                                opening("o-1", ROLE, "ann"),
                                action("a-1", ROLE, "ann"),
                                action("other", "arn:aws:iam::111122223333:role/daily", "ann")));

        assertThat(ids(WATCH)).containsExactly("a-1", "o-1");
    }

    @Test
    void anOpeningThatIsFoundInManyWaysIsHandedOnOnce() throws Exception {
        lookup.endpoint().with(List.of(opening("o-1", ROLE, "ann")));

        Reading reading = read(request(needs(WATCH)), new ArrayList<>());

        assertThat(reading.records()).isEqualTo(1);
    }

    @Test
    void pagesAreReadToTheEnd() throws Exception {
        lookup.endpoint()
                .with(
                        IntStream.range(0, 120)
                                .mapToObj(number -> action("a-" + number, ROLE, "ann"))
                                .toList())
                .with(List.of(opening("o-1", ROLE, "ann")));

        assertThat(ids(WATCH)).hasSize(121);
        assertThat(lookup.endpoint().calls())
                .filteredOn(call -> call.contains("Username ann"))
                .containsExactly(
                        "111122223333 eu-central-1 Username ann",
                        "111122223333 eu-central-1 Username ann +",
                        "111122223333 eu-central-1 Username ann +");
    }

    @Test
    void callsToOnePlaceAreHalfASecondApart() throws Exception {
        ids(WATCH);

        int calls = lookup.endpoint().calls().size();
        assertThat(calls).isGreaterThan(20);
        assertThat(lookup.slept()).hasSize(calls - 1).containsOnly(Duration.ofMillis(500));
    }

    @Test
    void callsToTwoPlacesDoNotWaitForEachOther() throws Exception {
        lookup.of(new HistoryPlaces(List.of(), List.of("eu-central-1", "us-east-1"), false));

        ids(WATCH);

        assertThat(lookup.slept()).hasSize(lookup.endpoint().calls().size() / 2 - 1);
    }

    @Test
    void whatTheHistoryCannotShowIsSaidFirst() throws Exception {
        Reading reading = read(request(needs(watching("break-glass-*"))), new ArrayList<>());

        assertThat(reading.notes().shortfalls())
                .filteredOn(shortfall -> !shortfall.code().equals("CLOCK_SKEW"))
                .containsExactly(
                        new Shortfall(
                                "DATA_EVENTS_NOT_SEEN",
                                "CloudTrail's event history has no data events: reads and writes of"
                                        + " S3 objects, items of tables and the like, and invocations"
                                        + " of functions, are not in this report."),
                        new Shortfall(
                                "OTHER_ACCOUNTS_NOT_SEEN",
                                "Only the event history of account 111122223333 in eu-central-1"
                                        + " was looked up: what was done in another account or region"
                                        + " is not in this report."),
                        new Shortfall(
                                "HISTORY_90_DAYS",
                                "The event history goes back 90 days, to 2026-08-19 UTC: nothing"
                                        + " before that was looked up."),
                        new Shortfall(
                                "SESSIONS_BY_NAME_ONLY",
                                "The event history is asked by the names of sessions: a session is"
                                        + " seen only where its opening, or a change that it made, was"
                                        + " found."),
                        new Shortfall(
                                "USERS_BY_PATTERN_NOT_SEEN",
                                "The event history cannot be asked for users by a pattern: those"
                                        + " of emergency-* were seen only where they signed in to the"
                                        + " console; name each of them in full."));
    }

    @Test
    void aWindowThatBeginsBeforeTheHistoryIsAGap() throws Exception {
        lookup.at("2027-02-10T00:00:00Z");

        Reading reading = read(request(needs(WATCH)), new ArrayList<>());

        assertThat(reading.coverage())
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.gap())
                                .isEqualTo(
                                        "the event history begins at 2026-11-12T00:01:00Z,"
                                                + " after the time that is read begins"));
    }

    @Test
    void aWindowThatEndsBeforeTheHistoryIsRefused() {
        lookup.at("2027-06-01T00:00:00Z");

        assertThatThrownBy(() -> ids(WATCH))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "CloudTrail's event history goes back 90 days, to 2027-03-03T00:01:00Z, and"
                                + " the window is read to 2026-11-16T00:00:00Z; read the trail itself"
                                + " with --source athena or --logs");
        assertThat(lookup.endpoint().calls()).isEmpty();
    }

    @Test
    void aRegionThatIsDeniedIsAGapAndTheOthersAreRead() throws Exception {
        lookup.of(new HistoryPlaces(List.of(), List.of("eu-central-1", "us-east-1"), false));
        lookup.endpoint()
                .closing("111122223333", "us-east-1")
                .with(List.of(opening("o-1", ROLE, "ann")));
        List<String> ids = new ArrayList<>();

        Reading reading = read(request(needs(WATCH)), ids);

        assertThat(ids).containsExactly("o-1");
        assertThat(reading.coverage().getLast().gap())
                .isEqualTo(
                        "the event history cannot be read: access is denied; allow"
                                + " cloudtrail:LookupEvents to the identity that `glasstrail doctor`"
                                + " names");
    }

    @Test
    void anotherAccountIsReadThroughItsReader() throws Exception {
        lookup.of(
                new HistoryPlaces(
                        List.of("111122223333", "444455556666", "999988887777"),
                        List.of("eu-central-1"),
                        true));
        String other =
                opening("o-2", ROLE, "bea")
                        .replace(
                                "\"recipientAccountId\":\"111122223333\"",
                                "\"recipientAccountId\":\"444455556666\"");
        lookup.endpoint().with(List.of(opening("o-1", ROLE, "ann"), other));
        List<String> ids = new ArrayList<>();

        Reading reading = read(request(needs(WATCH)), ids);

        assertThat(ids).containsExactlyInAnyOrder("o-1", "o-2");
        assertThat(reading.coverage())
                .extracting(seen -> seen.place().account() + ": " + seen.gap())
                .containsExactly(
                        "111122223333: ",
                        "444455556666: ",
                        "999988887777: the event history cannot be read: access is denied; allow"
                                + " sts:AssumeRole of the role in aws.reader to the identity that"
                                + " `glasstrail doctor` names");
    }

    @Test
    void anotherAccountWithoutAReaderIsAGap() throws Exception {
        lookup.of(
                new HistoryPlaces(
                        List.of("111122223333", "444455556666"), List.of("eu-central-1"), false));

        assertThat(read(request(needs(WATCH)), new ArrayList<>()).coverage().getLast().gap())
                .isEqualTo(
                        "the credentials at hand are of account 111122223333, and no role is named"
                                + " to read another; give aws.reader");
    }

    @Test
    void withoutRegionsTheOneAtHandAndTheGlobalOneAreAsked() throws Exception {
        lookup.of(new HistoryPlaces(List.of(), List.of(), false));

        assertThat(read(request(needs(WATCH)), new ArrayList<>()).coverage())
                .extracting(seen -> seen.place().region())
                .containsExactly("eu-central-1", "us-east-1");
    }

    @Test
    void aThrottledLookupIsTriedAgain() throws Exception {
        lookup.endpoint()
                .refusing(3, 400, "ThrottlingException", "Rate exceeded")
                .with(List.of(opening("o-1", ROLE, "ann")));

        assertThat(ids(WATCH)).containsExactly("o-1");
    }

    @Test
    void expiredCredentialsAreToldInOneLine() {
        lookup.endpoint().refusing(1, 400, "ExpiredTokenException", "expired");

        assertThatThrownBy(() -> ids(WATCH))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the event history cannot be read: the credentials have expired; sign in"
                                + " again or renew them");
    }

    @Test
    void anEndpointThatIsDownIsToldInOneLine() {
        assertThatThrownBy(() -> read(lookup.down().source(), request(needs(WATCH)), List.of()))
                .isInstanceOf(TrailException.class)
                .message()
                .startsWith("the event history cannot be asked: no connection (")
                .endsWith("; check the endpoint, the proxy and the network");
    }

    @Test
    void aFailureHalfWayThroughThePagesIsAGap() throws Exception {
        lookup.of(new HistoryPlaces(List.of(), List.of("eu-central-1", "us-east-1"), false));
        lookup.endpoint()
                .forgettingTokens()
                .with(
                        IntStream.range(0, 120)
                                .mapToObj(number -> action("a-" + number, ROLE, "ann"))
                                .toList())
                .with(List.of(opening("o-1", ROLE, "ann")));
        List<String> ids = new ArrayList<>();

        Reading reading = read(request(needs(WATCH)), ids);

        assertThat(ids).hasSize(51);
        assertThat(reading.coverage())
                .extracting(seen -> seen.place().region() + ": " + seen.gap())
                .containsExactly(
                        "eu-central-1: the event history cannot be read: AWS answers"
                                + " InvalidNextTokenException: gone; look it up under this error code",
                        "us-east-1: ");
    }

    @Test
    void whatTheOnlyPlaceGaveBeforeItFailedIsNotThrownAway() throws Exception {
        lookup.endpoint()
                .forgettingTokens()
                .with(
                        IntStream.range(0, 120)
                                .mapToObj(number -> action("a-" + number, ROLE, "ann"))
                                .toList())
                .with(List.of(opening("o-1", ROLE, "ann")));
        List<String> ids = new ArrayList<>();

        Reading reading = read(request(needs(WATCH)), ids);

        assertThat(ids).hasSize(51);
        assertThat(reading.coverage())
                .singleElement()
                .satisfies(seen -> assertThat(seen.gap()).contains("InvalidNextTokenException"));
    }

    @Test
    void aDamagedRecordIsNamedAndTheRestIsRead() throws Exception {
        lookup.endpoint()
                .with(
                        List.of(
                                opening("o-1", ROLE, "ann"),
                                opening("bad", ROLE, "bea")
                                        .replace(
                                                "{\"eventVersion\"",
                                                "{\"broken\":1,\"eventVersion\"")));
        List<String> ids = new ArrayList<>();

        Reading reading = read(request(needs(WATCH)), ids);

        assertThat(ids).containsExactly("o-1");
        assertThat(reading.unreadable())
                .singleElement()
                .satisfies(damaged -> {
                    assertThat(damaged.name()).isEqualTo("bad");
                    assertThat(damaged.reason()).isEqualTo("is broken JSON");
                });
    }

    @Test
    void thePlanForecastsTheCallsAndMakesNone() throws Exception {
        assertThat(lookup.source().plan(request(needs(WATCH))).lines())
                .containsExactly(
                        "Looks up CloudTrail's event history of the account at hand in"
                                + " eu-central-1.",
                        "Asks each account and region for at least 48 things, such as ResourceName"
                                + " arn:aws:iam::111122223333:role/break-glass-admin and ReadOnly"
                                + " false: one call for every 50 events of each,"
                                + " and of every session that is found.",
                        "Finds openings by the ARNs of the watched roles, if a first try shows"
                                + " that the history knows roles by them; else by the names of the"
                                + " calls.",
                        "Makes 2,000 calls at the most (source.lookup.max-lookups), 2 a second in"
                                + " each account and region: 17 minutes at the most, and no"
                                + " charge.");
        assertThat(lookup.endpoint().calls()).isEmpty();
    }

    private static List<Need> needs(Watch watch) {
        return List.of(
                new Need.Openings(watch), new Need.WatchedActions(watch), new Need.GuardTouches());
    }

    private static ReadRequest request(List<Need> needs) {
        return new ReadRequest(MadeRecord.FROM, MadeRecord.TO, needs, Progress.NONE);
    }

    private List<String> ids(Watch watch) throws Exception {
        List<String> ids = new ArrayList<>();
        read(request(needs(watch)), ids);
        ids.sort(null);
        return ids;
    }

    private List<String> idsOf(Need need) throws Exception {
        List<String> ids = new ArrayList<>();
        read(request(List.of(need)), ids);
        return ids;
    }

    private Reading read(ReadRequest request, List<String> ids) throws Exception {
        return read(lookup.source(), request, ids);
    }

    private static Reading read(TrailSource source, ReadRequest request, List<String> ids)
            throws Exception {
        return source.read(request, event -> ids.add(event.key().eventId()));
    }
}
