package dev.glasstrail.trail.athena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glasstrail.trail.MadeRecord;
import dev.glasstrail.trail.ReadPlan;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.TrailSourceContract;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What holds when nothing goes wrong, against Athena's wire protocol, a real engine behind it and
/// a real S3 server beside it.
final class AthenaTrailSourceTest implements TrailSourceContract {

    private final AthenaAtHand athena = new AthenaAtHand();

    @AfterEach
    void close() {
        athena.close();
    }

    @Override
    public TrailSource holding(List<String> records) throws Exception {
        return athena.source(records);
    }

    @Test
    void whatAthenaSaysOfTheQueryStandsInTheNotes() throws Exception {
        Reading reading = read(athena.source(List.of(MadeRecord.of("a"), MadeRecord.of("b"))));

        Reading.QueryRun run = reading.notes().queries().getFirst();
        assertThat(run.sql()).contains("-- Answers:", "\"timestamp\" BETWEEN '2026/11/08'");
        assertThat(run)
                .isEqualTo(
                        new Reading.QueryRun(
                                "rule-matches",
                                "00000001-0000-4000-8000-000000000000",
                                run.sql(),
                                "Athena engine version 3",
                                12_345_678,
                                120,
                                2_400,
                                2));
        assertThat(reading.notes().shortfalls())
                .extracting(Reading.Shortfall::code)
                .containsExactly("PARTITIONS_NOT_KNOWN", "HIDDEN_OBJECTS_NOT_SEEN");
    }

    @Test
    void aRecordWithEveryOddSignComesThroughTheCsvUnchanged() throws Exception {
        String odd =
                MadeRecord.with(
                        "odd",
                        "2026-11-14T02:03:04Z",
                        "ec2.amazonaws.com",
                        ",\"errorMessage\":\"a,\\\"b\\\"\\r\\nc\\\\ '|\\u2028 \\uD83D\\uDD25\",\"userAgent\":\"\"");
        List<TrailEvent> events = new ArrayList<>();

        athena.source(List.of(odd)).read(MadeRecord.request(), events::add);

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().outcome().errorMessage())
                .isEqualTo("a,\"b\"\r\nc\\ '|\u2028 \uD83D\uDD25");
    }

    @Test
    void managedResultsAreReadPageByPageWithEveryRowOnce() throws Exception {
        List<String> records =
                IntStream.range(0, 25).mapToObj(i -> MadeRecord.of("e-" + i)).toList();
        TrailSource source = athena.source(records);
        athena.endpoint().managed().inPagesOf(10);

        Reading reading = read(source);

        assertThat(reading.records()).isEqualTo(25);
        assertThat(athena.endpoint().calls())
                .filteredOn(call -> call.equals("GetQueryResults"))
                .hasSize(3);
    }

    @Test
    void whereS3DeniesTheResultItIsReadPageByPage() throws Exception {
        TrailSource source = athena.withoutS3().source(List.of(MadeRecord.of("a")));

        assertThat(read(source).records()).isEqualTo(1);
        assertThat(athena.endpoint().calls()).contains("GetQueryResults");
    }

    @Test
    void accountsAndRegionsThatTheProjectionLacksAreGaps() throws Exception {
        TrailSource source =
                athena.wanting(List.of("111122223333", "444455556666"), List.of())
                        .source(List.of(MadeRecord.of("a")));
        athena.endpoint()
                .projecting("account.values", "111122223333")
                .projecting("region.values", "eu-central-1,us-east-1")
                .projecting("timestamp.range", "2024/01/01,NOW")
                .projecting("timestamp.format", "yyyy/MM/dd");

        assertThat(read(source).coverage())
                .extracting(seen ->
                        seen.place().account() + " " + seen.place().region() + " " + seen.gap())
                .containsExactly(
                        "111122223333 eu-central-1 ",
                        "111122223333 us-east-1 ",
                        "444455556666 eu-central-1 444455556666: the table's projection does not name it",
                        "444455556666 us-east-1 444455556666: the table's projection does not name it");
    }

    @Test
    void aPlanShowsTheStatementTheLimitsAndTheCostAndStartsNothing() throws Exception {
        TrailSource source = athena.source(List.of(MadeRecord.of("a")));

        ReadPlan plan = source.plan(MadeRecord.request());

        assertThat(plan.statements()).hasSize(1);
        assertThat(plan.statements().getFirst().name()).isEqualTo("rule-matches");
        assertThat(String.join("\n", plan.lines()))
                .contains(
                        "in Amazon Athena.",
                        "The workgroup audit runs it.",
                        "The result is written to s3://",
                        "at least 10 MB are billed for each query");
        assertThat(athena.endpoint().executions()).isZero();
    }

    private static Reading read(TrailSource source) throws Exception {
        return source.read(MadeRecord.request(), _ -> {});
    }
}
