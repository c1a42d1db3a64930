package dev.glasstrail.trail.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.RecordParser;
import dev.glasstrail.trail.SessionContext;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowReaderTest {

    private static final ReadRequest REQUEST = MadeRecord.request();

    private final List<TrailEvent> events = new ArrayList<>();
    private final RowReader reader;

    RowReaderTest() throws TrailException {
        reader =
                new RowReader(
                        TrailQuery.of(Tables.whole(), Wanted.ALL, REQUEST), REQUEST, events::add);
    }

    @Test
    void theColumnsAreTheMembersThatARecordIsReadFor() {
        assertThat(RowReader.COLUMNS)
                .containsExactlyInAnyOrderElementsOf(
                        RecordParser.MEMBERS.stream()
                                .map(member -> member.toLowerCase(Locale.ROOT))
                                .toList());
    }

    @Test
    void namesGetCloudTrailsOwnSpellingBack() {
        row(
                "useridentity",
                """
                {"type":"AssumedRole","principalid":"AROA1:ann","arn":"arn:aws:sts::111122223333:assumed-role/admin/ann",\
                "accountid":"111122223333","invokedby":null,"accesskeyid":"ASIA1","username":null,\
                "onbehalfof":{"userid":"u-1","identitystorearn":"arn:store"},\
                "sessioncontext":{"attributes":{"mfaauthenticated":"true","creationdate":"2026-11-14T01:00:00Z"},\
                "sessionissuer":{"type":"Role","principalid":"AROA1","arn":"arn:aws:iam::111122223333:role/admin",\
                "accountid":"111122223333","username":"admin"},"sourceidentity":"ann","signinsessionarn":"arn:signin",\
                "assumedroot":null}}\
                """,
                "resources",
                """
                [{"arn":"arn:r","accountid":"111122223333","type":"AWS::IAM::Role"}]\
                """,
                "addendum",
                """
                {"reason":"UPDATED_DATA","updatedfields":"x","originalrequestid":"r","originaleventid":"e-0"}\
                """);

        Principal.RoleSession session = (Principal.RoleSession) only().principal();
        assertThat(session.identity())
                .isEqualTo(
                        new Principal.Identity(
                                "AssumedRole",
                                "111122223333",
                                "AROA1:ann",
                                "arn:aws:sts::111122223333:assumed-role/admin/ann",
                                "",
                                "ASIA1"));
        assertThat(session.onBehalfOf())
                .isEqualTo(new SessionContext.OnBehalfOf("u-1", "arn:store"));
        assertThat(session.context().issuer())
                .isEqualTo(
                        new SessionContext.Issuer(
                                "Role",
                                "AROA1",
                                "arn:aws:iam::111122223333:role/admin",
                                "111122223333",
                                "admin"));
        assertThat(session.context().mfa()).isEqualTo(SessionContext.Mfa.YES);
        assertThat(session.context().sourceIdentity()).isEqualTo("ann");
        assertThat(session.context().signInSessionArn()).isEqualTo("arn:signin");
        assertThat(only().payload().resources())
                .containsExactly(
                        new TrailEvent.Resource("arn:r", "111122223333", "AWS::IAM::Role"));
        assertThat(only().links().addendum())
                .isEqualTo(new TrailEvent.Addendum.To("UPDATED_DATA", "e-0"));
    }

    @Test
    void aNullColumnAndTheTextNullAreAbsent() {
        row("requestparameters", null, "responseelements", "null");

        assertThat(only().payload().request()).isEqualTo(MissingNode.getInstance());
        assertThat(only().payload().response()).isEqualTo(MissingNode.getInstance());
        assertThat(reading().unreadable()).isEmpty();
    }

    @Test
    void namesInParametersAreLeftAsTheyAre() {
        row("requestparameters", "{\"accountid\":1,\"ROLEARN\":{\"principalid\":null}}");

        assertThat(only().payload().request())
                .hasToString("{\"accountid\":1,\"ROLEARN\":{\"principalid\":null}}");
    }

    @Test
    void parametersThatAreNoJsonAreKeptAsTextAndNamed() {
        for (String text : List.of("{\"cut\":\"of", "{} {}", " ", "plain words")) {
            row("eventid", "e" + text.hashCode(), "requestparameters", text);
            assertThat(events.getLast().payload().request().asText()).isEqualTo(text);
        }
        row("eventid", "e-empty", "requestparameters", "");

        assertThat(events.getLast().payload().request().asText()).isEmpty();
        assertThat(reading().records()).isEqualTo(5);
        assertThat(reading().unreadable())
                .hasSize(4)
                .extracting(Reading.Unreadable::reason)
                .containsOnly("has a requestParameters that is no JSON; it was read as text");
    }

    @Test
    void aDamagedRowIsNamedAndTheOthersAreRead() {
        row("eventid", "e-1");
        row("eventid", null);
        row("eventid", "e-2", "eventtime", "yesterday");
        row("eventid", "e-3", "useridentity", "{broken");
        row("eventid", "e-4", "eventversion", "2.0");
        reader.row(List.of("too", "few"));
        row("eventid", "e-5");

        assertThat(events)
                .extracting(event -> event.key().eventId())
                .containsExactly("e-1", "e-3", "e-4", "e-5");
        assertThat(reader.rows()).isEqualTo(7);
        assertThat(reading().unreadable())
                .extracting(one -> one.name() + " " + one.reason() + ", " + one.recordsRead())
                .containsExactly(
                        "event e-2 has an eventTime that is no UTC time: \"yesterday\", 0",
                        "event e-3 has a userIdentity that is no JSON; it was read as text, 1",
                        "event e-4 has eventVersion \"2.0\", and only 1.x is known; it was read as"
                                + " 1.x, 1",
                        "row 83d3dd096c076d99 has no eventID, 0",
                        "row eb5db18e239eb971 has 2 columns, not 23, 0");
    }

    @Test
    void anEventIdThatIsNoneIsNotRepeated() {
        row("eventid", "e\u001b[31m", "eventtime", "never");

        assertThat(reading().unreadable().getFirst().name()).matches("row [0-9a-f]{16}");
    }

    @Test
    void aRowLargerThanARecordCanBeIsNamed() {
        row("requestparameters", "x".repeat((2 << 20) + 1));

        assertThat(events).isEmpty();
        assertThat(reading().unreadable().getFirst().reason())
                .isEqualTo("is larger than the limit for one record");
    }

    @Test
    void ofVeryManyDamagedRowsTheFirstInOrderAreNamed() {
        for (int i = 1_500; i > 0; i--) {
            row("eventid", "e-%04d".formatted(i), "eventtime", "never");
        }

        assertThat(reading().unreadable()).hasSize(1_001);
        assertThat(reading().unreadable().getFirst().reason())
                .isEqualTo("500 more rows could not be read and are not listed");
        assertThat(reading().unreadable().getLast().name()).isEqualTo("event e-1000");
    }

    @Test
    void whatWasReadInVainIsCountedAndNotHandedOn() {
        row("eventsource", "s3.amazonaws.com");
        row("eventtime", "2026-11-16T00:00:00Z");

        assertThat(events).isEmpty();
        assertThat(reading().records()).isEqualTo(2);
    }

    @Test
    void anInsightIsNoRecord() {
        row("eventcategory", "Insight");

        assertThat(reading().records()).isZero();
        assertThat(reading().unreadable()).isEmpty();
    }

    @Test
    void coverageNamesEveryPlaceThatWasAskedFor() {
        row("eventid", "e-1");

        assertThat(reading().coverage())
                .extracting(seen ->
                        seen.place().account() + " " + seen.place().region() + " " + seen.records())
                .containsExactly(
                        "111122223333 eu-central-1 1",
                        "111122223333 us-east-1 0",
                        "444455556666 eu-central-1 0",
                        "444455556666 us-east-1 0");
    }

    @Test
    void aGapIsToldOfAPlaceThatWasSeenToo() throws Exception {
        Projection shorter =
                Projection.of(
                        List.of("111122223333"),
                        List.of("eu-central-1"),
                        new Projection.Days(
                                LocalDate.parse("2026-11-12"), LocalDate.parse("2026-12-31")));
        TrailQuery query =
                TrailQuery.of(
                        Tables.with(shorter),
                        new Wanted(List.of(), List.of("eu-central-1", "us-east-1"), List.of()),
                        REQUEST);
        RowReader other = new RowReader(query, REQUEST, events::add);
        other.row(values("eventid", "e-1"));

        assertThat(other.reading(run(), List.of()).coverage())
                .extracting(seen -> seen.place().region() + " " + seen.records() + " " + seen.gap())
                .containsExactly(
                        "eu-central-1 1 the table's partitions begin with 2026-11-12, and records"
                                + " of 2026-11-09 are wanted",
                        "us-east-1 0 us-east-1: the table's projection does not name it");
    }

    @Test
    void theReadingTellsOfTheRun() {
        Reading.Shortfall more = new Reading.Shortfall("OVER_BUDGET", "It was much.");

        Reading reading = reader.reading(run(), List.of(more));

        assertThat(reading.bytes()).isEqualTo(1234);
        assertThat(reading.notes()).isEqualTo(new Reading.Notes(List.of(more), List.of(run())));
    }

    @Test
    void otherColumnsThanThoseAskedForAreRefused() throws Exception {
        reader.header(
                RowReader.COLUMNS.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());

        assertThatThrownBy(() -> reader.header(List.of("eventid", "evil\nname")))
                .isInstanceOf(TrailException.class)
                .hasMessageStartingWith(
                        "the engine answers with other columns than were asked for: eventid, evil"
                                + " name instead of eventversion, eventtime,")
                .hasMessageEndingWith("; check that nothing between rewrites the statement");
    }

    @Test
    void aNeedForMentionsFindsTextThatIsNoJson() throws Exception {
        ReadRequest request = TrailQueryTest.request(new Need.Touches(Set.of("plain words")));
        RowReader other =
                new RowReader(
                        TrailQuery.of(Tables.whole(), Wanted.ALL, request), request, events::add);
        other.row(values("requestparameters", "plain words"));

        assertThat(events).hasSize(1);
    }

    private TrailEvent only() {
        return events.getLast();
    }

    private Reading reading() {
        return reader.reading(run(), List.of());
    }

    private static Reading.QueryRun run() {
        return new Reading.QueryRun("openings", "q-1", "SELECT", "Trino 483", 1234, 5, 6, 7);
    }

    private void row(@Nullable String... changes) {
        reader.row(values(changes));
    }

    private static List<@Nullable String> values(@Nullable String... changes) {
        Map<String, @Nullable String> row = new HashMap<>();
        row.put("eventversion", "1.11");
        row.put("eventtime", "2026-11-14T02:03:04Z");
        row.put("eventsource", "ec2.amazonaws.com");
        row.put("eventname", "RunInstances");
        row.put("eventid", "e-0");
        row.put("awsregion", "eu-central-1");
        row.put("recipientaccountid", "111122223333");
        for (int i = 0; i < changes.length; i += 2) {
            row.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        @Nullable String[] values = RowReader.COLUMNS.stream().map(row::get).toArray(String[]::new);
        return Arrays.asList(values);
    }
}
