package dev.glasstrail.trail.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.Call;
import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailException;
import dev.glasstrail.trail.sql.Wanted;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Tables that have fewer columns than AWS's own, on a real engine.
final class PoorTableTest {

    private static final String RECORD =
            MadeRecord.with(
                    "e-1",
                    "2026-11-14T02:03:04Z",
                    "ec2.amazonaws.com",
                    ",\"userIdentity\":{\"type\":\"AssumedRole\",\"principalId\":\"AROAEXAMPLE1:ann\","
                            + "\"arn\":\"arn:aws:sts::111122223333:assumed-role/ops/ann\","
                            + "\"accountId\":\"111122223333\",\"accessKeyId\":\"ASIAEXAMPLE1\","
                            + "\"sessionContext\":{\"attributes\":{\"creationDate\":"
                            + "\"2026-11-14T02:00:00Z\",\"mfaAuthenticated\":\"true\"},"
                            + "\"sessionIssuer\":{\"type\":\"Role\",\"principalId\":\"AROAEXAMPLE1\","
                            + "\"arn\":\"arn:aws:iam::111122223333:role/ops\","
                            + "\"accountId\":\"111122223333\",\"userName\":\"ops\"}}},"
                            + "\"requestParameters\":{\"count\":2}");

    private static final String POOREST_IDENTITY =
            "row(type varchar, principalid varchar, arn varchar, accountid varchar, accesskeyid"
                    + " varchar, sessioncontext row(attributes row(creationdate varchar),"
                    + " sessionissuer row(principalid varchar, arn varchar)))";

    private final RealTrino trino = RealTrino.started();

    @Test
    void theFewestColumnsThatCanBeAreReadAndTheRestIsSaid() throws Exception {
        Map<String, String> columns = poorest();
        List<TrailEvent> events = new ArrayList<>();

        Reading reading =
                source(trino.plain(List.of(RECORD), columns))
                        .read(MadeRecord.request(), events::add);

        assertThat(events).hasSize(1);
        TrailEvent event = events.getFirst();
        assertThat(event.principal().identity().arn())
                .isEqualTo("arn:aws:sts::111122223333:assumed-role/ops/ann");
        assertThat(event.principal().context().issuer().arn())
                .isEqualTo("arn:aws:iam::111122223333:role/ops");
        assertThat(event.payload().request()).hasToString("{\"count\":2}");
        assertThat(reading.notes().shortfalls())
                .extracting(Reading.Shortfall::code)
                .containsExactlyElementsOf(codes());
        assertThat(reading.notes().shortfalls())
                .extracting(Reading.Shortfall::text)
                .contains(
                        "The table has no useridentity.onbehalfof.userid, without which the person"
                                + " behind an Identity Center session is known by the session's"
                                + " name only.",
                        "The table has no sharedeventid, without which the two records of a call"
                                + " across accounts are not tied.");
    }

    @Test
    void aTableWithoutWhatIsRequiredIsRefusedWithTheStatementThatMendsIt() throws Exception {
        Map<String, String> columns = poorest();
        columns.remove("eventid");
        Cluster.TableName table = trino.plain(List.of(RECORD), columns);

        assertThatThrownBy(() -> source(table).read(MadeRecord.request(), _ -> {}))
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the table \"hive\".\"trails\".\"%s\" lacks eventid, without which no report can be right; run ALTER TABLE \"hive\".\"trails\".\"%s\" ADD COLUMN eventid varchar"
                                .formatted(table.name(), table.name()));
    }

    @Test
    void columnsOfOtherTypesThanTextAreRead() throws Exception {
        Map<String, String> columns = new LinkedHashMap<>(RealTrino.COLUMNS);
        columns.put("readonly", "boolean");
        columns.put("addendum", "varchar");
        List<TrailEvent> events = new ArrayList<>();

        source(
                        trino.plain(
                                List.of(
                                        MadeRecord.with(
                                                "e-2",
                                                "2026-11-14T02:03:04Z",
                                                "ec2.amazonaws.com",
                                                ",\"readOnly\":true,\"addendum\":{\"reason\":\"UPDATED_DATA\",\"originalEventID\":\"e-1\"}")),
                                columns))
                .read(MadeRecord.request(), events::add);

        assertThat(events)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.links().addendum())
                                .isEqualTo(new TrailEvent.Addendum.To("UPDATED_DATA", "e-1")))
                .satisfies(event -> assertThat(event.call().access()).isEqualTo(Call.Access.READ));
    }

    /// One for each optional column or member, and one for partitions that nobody tells.
    private static List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (int at = 0; at < 22; at++) {
            codes.add("TABLE_LACKS_COLUMNS");
        }
        codes.add("PARTITIONS_NOT_KNOWN");
        return codes;
    }

    private static Map<String, String> poorest() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("useridentity", POOREST_IDENTITY);
        for (String column :
                List.of(
                        "eventtime",
                        "eventsource",
                        "eventname",
                        "eventid",
                        "awsregion",
                        "recipientaccountid",
                        "errorcode",
                        "errormessage",
                        "requestparameters",
                        "responseelements")) {
            columns.put(column, "varchar");
        }
        return columns;
    }

    private TrinoTrailSource source(Cluster.TableName table) {
        return new TrinoTrailSource(
                new Cluster(
                        trino.url(), new Cluster.Login("ann", ""), table, Duration.ofMinutes(2)),
                Wanted.ALL,
                Clock.fixed(MadeRecord.TO, ZoneOffset.UTC));
    }
}
