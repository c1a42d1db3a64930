package dev.glasstrail.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.glasstrail.alarm.AlertRule;
import dev.glasstrail.alarm.Metric;
import dev.glasstrail.alarm.MetricReading;
import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.MetricSeries.Point;
import dev.glasstrail.alarm.MetricSeries.Subject;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.files.AlarmFolder;
import dev.glasstrail.demo.DemoFates.Fate;
import dev.glasstrail.demo.DemoFates.Row;
import dev.glasstrail.demo.cloudtrail.Delivered;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.story.Script;
import dev.glasstrail.demo.story.Stories;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Reading.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.event.ruler.Ruler;

/// The alarm of the made-up organisation tells what [DemoFates] says, and agrees with the logs.
class DemoAlarmTest {

    private static final DemoOrganisation ORGANISATION = DemoOrganisation.standard();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant FROM = Instant.parse("2026-11-08T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-17T00:00:00Z");

    @TempDir private static Path folder;

    private static final Map<String, JsonNode> RECORDS = new TreeMap<>();
    private static final List<JsonNode> MESSAGES = new ArrayList<>();
    private static RuleBook book = new RuleBook(List.of(), Map.of(), List.of());
    private static MetricReading metrics = new MetricReading(List.of(), FROM, TO, List.of());

    @BeforeAll
    static void write() throws Exception {
        Stories.all().stream()
                .flatMap(story -> Script.of(story, ORGANISATION.seed()).stream())
                .forEach((Delivered record) -> RECORDS.put(record.eventId(), record.body()));
        AlarmFolder alarm =
                new AlarmFolder(
                        ORGANISATION.writeAlarm(folder.resolve("demo-alarm")),
                        List.of(Glob.of(ORGANISATION.alertRule())));
        book = alarm.rules().read();
        metrics = alarm.metrics().read(book.rules().stream().map(AlertRule::id).toList(), FROM, TO);
        Path export = ORGANISATION.writeSlackExport(folder.resolve("demo-slack"));
        try (Stream<Path> days = Files.list(export.resolve(ORGANISATION.alertChannel()))) {
            for (Path day : days.sorted().toList()) {
                JSON.readTree(Files.readString(day)).forEach(MESSAGES::add);
            }
        }
    }

    @Test
    void everythingCanBeRead() {
        assertThat(book.unread()).isEmpty();
        assertThat(metrics.unread()).isEmpty();
        assertThat(metrics.from()).isEqualTo(FROM);
        assertThat(metrics.to()).isEqualTo(TO);
        assertThat(book.looked())
                .containsOnlyKeys(
                        new Place("111122223333", "eu-central-1"),
                        new Place("111122223333", "us-east-1"),
                        new Place("444455556666", "eu-central-1"),
                        new Place("444455556666", "us-east-1"),
                        new Place("777788889999", "eu-central-1"),
                        new Place("777788889999", "us-east-1"))
                .containsValue(Instant.parse("2026-11-17T05:50:00Z"));
        assertThat(book.rules())
                .extracting(rule -> rule.id().place() + " " + rule.state())
                .containsExactly(
                        "Place[account=111122223333, region=eu-central-1] ENABLED",
                        "Place[account=444455556666, region=eu-central-1] ENABLED",
                        "Place[account=444455556666, region=us-east-1] ENABLED",
                        "Place[account=777788889999, region=eu-central-1] ENABLED");
    }

    static List<Row> rows() {
        return Stream.of(
                        DemoFates.OF_THE_WEEK,
                        DemoFates.AROUND_THE_WEEK.subList(1, 3),
                        List.of(DemoFates.SURPLUS))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachOpeningHasItsFate(Row row) {
        assertThat(seen(row)).isEqualTo(row.fate());
    }

    @Test
    void theTableHasEveryOpeningThatAPatternOfTheRulesMatches() throws Exception {
        Set<String> matched = new HashSet<>();
        for (AlertRule rule : book.rules()) {
            for (JsonNode record : RECORDS.values()) {
                if (isIn(rule.id().place(), record) && matches(rule.pattern(), record)) {
                    matched.add(record.path("eventID").asText());
                }
            }
        }
        Set<Fate> unmatched =
                Set.of(
                        Fate.NOT_MATCHED_REGION_SEGMENT,
                        Fate.NOT_COVERED_CALL,
                        Fate.NOT_COVERED_PLACE);

        assertThat(matched)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        DemoFates.OF_THE_WEEK.stream(),
                                        DemoFates.AROUND_THE_WEEK.stream())
                                .filter(row -> !unmatched.contains(row.fate()))
                                .map(Row::eventId)
                                .toList());
    }

    @Test
    void noCountIsLeftOverButTheSurplus() {
        double counted = 0;
        for (AlertRule rule : book.rules()) {
            counted +=
                    points(rule.id(), Metric.MATCHED_EVENTS).stream().mapToDouble(Point::sum).sum();
        }
        Set<Fate> counting = Set.of(Fate.RANG, Fate.RANG_LATE, Fate.SILENT_NOT_DELIVERED);
        long explained =
                rows().stream()
                        .filter(row -> !row.equals(DemoFates.SURPLUS))
                        .filter(row -> counting.contains(row.fate()))
                        .count();

        assertThat(counted).isEqualTo(explained + 1.0);
    }

    @Test
    void thePersonWhoQuotesAnEventIsNoBot() {
        String quoted = ORGANISATION.eventId("left-behind", "AssumeRoleWithSAML");

        assertThat(MESSAGES)
                .filteredOn(message -> message.path("text").asText().contains(quoted))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.has("bot_id")).isFalse();
                    assertThat(message.path("user").asText()).isEqualTo("U0EXAMPLE05");
                });
    }

    @Test
    void aMessageReadsLikeThis() {
        String id = ORGANISATION.eventId("hostile-text", "AssumeRole-owner");

        assertThat(message(id).orElseThrow().path("text").asText())
                .isEqualTo(
                        """
                        :rotating_light: *Break glass* in account 444455556666, us-east-1
                        AssumeRole by `=1+1,@SUM.A1` at 2026-11-14T09:00:31Z
                        Event %s\
                        """
                                .formatted(id));
    }

    @Test
    void theDeployedPatternIsTheOneThatTheLogPutThere() {
        assertThat(book.rules())
                .filteredOn(rule -> rule.id().place().account().equals("444455556666"))
                .hasSize(2)
                .allSatisfy(rule ->
                        assertThat(rule.pattern())
                                .isEqualTo(
                                        record("alarm-deployment", "PutRule")
                                                .at("/requestParameters/eventPattern")
                                                .asText()));
        assertThat(
                        record("alarm-tampering", "PutTargets")
                                .at("/requestParameters/targets/0/arn")
                                .asText())
                .isEqualTo(book.rules().get(1).targets().getFirst().arn());
    }

    @Test
    void theSameSeedGivesTheSameBytesAndNotMany() throws IOException {
        Map<String, String> first = contents(folder.resolve("demo-alarm"));
        ORGANISATION.writeAlarm(folder.resolve("again"));

        assertThat(contents(folder.resolve("again"))).isEqualTo(first);
        assertThat(first).hasSize(6 * 4 + 4 * 4);
        assertThat(first.values().stream().mapToInt(String::length).sum()).isLessThan(500_000);
    }

    private static Fate seen(Row row) {
        Place place = new Place(row.account(), row.region());
        RuleId rule = RuleId.ofDefaultBus(place, ORGANISATION.alertRule());
        boolean isThere = book.rules().stream().anyMatch(one -> one.id().equals(rule));
        if (!isThere) {
            return book.looked().containsKey(place) ? Fate.NOT_COVERED_PLACE : Fate.SILENT_DISABLED;
        }
        Instant at =
                row.equals(DemoFates.SURPLUS)
                        ? Instant.parse("2026-11-14T04:58:03Z")
                        : Instant.parse(
                                record(row.story(), row.label()).path("eventTime").asText());
        boolean counted = isCounted(rule, Metric.MATCHED_EVENTS, at);
        Optional<JsonNode> message = message(row.eventId());
        if (message.isEmpty()) {
            return silent(row, rule, at, counted);
        }
        long delay =
                new BigDecimal(message.get().path("ts").asText()).longValue() - at.getEpochSecond();
        assertThat(delay).isPositive();
        if (delay > 300) {
            return Fate.RANG_LATE;
        }
        assertThat(delay).isLessThan(60);
        return counted ? Fate.RANG : Fate.RANG_UNCOUNTED;
    }

    private static Fate silent(Row row, RuleId rule, Instant at, boolean counted) {
        if (counted) {
            assertThat(isCounted(rule, Metric.FAILED_INVOCATIONS, at)).isTrue();
            assertThat(isCounted(rule, Metric.INVOCATIONS_SENT_TO_DLQ, at)).isTrue();
            return Fate.SILENT_NOT_DELIVERED;
        }
        JsonNode record = record(row.story(), row.label());
        if (record.at("/requestParameters/roleArn").asText().contains("/eu-central-1/")
                && rule.place().account().equals("777788889999")) {
            return Fate.NOT_MATCHED_REGION_SEGMENT;
        }
        boolean isOff =
                at.isAfter(time("alarm-tampering", "DisableRule"))
                        && at.isBefore(time("alarm-tampering", "EnableRule#2"));
        return isOff && rule.place().account().equals("444455556666")
                ? Fate.SILENT_DISABLED
                : Fate.NOT_COVERED_CALL;
    }

    /// In the minute of the event or the next.
    private static boolean isCounted(RuleId rule, Metric metric, Instant at) {
        return points(rule, metric).stream()
                .anyMatch(point ->
                        point.start().plus(Duration.ofMinutes(1)).isAfter(at)
                                && point.start().isBefore(at.plus(Duration.ofMinutes(1))));
    }

    private static List<Point> points(RuleId rule, Metric metric) {
        return metrics.of(new Subject.OfRule(rule), metric).map(MetricSeries::points).orElseThrow();
    }

    private static Optional<JsonNode> message(String eventId) {
        return MESSAGES.stream()
                .filter(message -> message.has("bot_id"))
                .filter(message -> message.path("text").asText().contains(eventId))
                .findFirst();
    }

    private static Instant time(String story, String label) {
        return Instant.parse(record(story, label).path("eventTime").asText());
    }

    private static JsonNode record(String story, String label) {
        return Optional.ofNullable(RECORDS.get(ORGANISATION.eventId(story, label))).orElseThrow();
    }

    private static boolean isIn(Place place, JsonNode record) {
        return record.path("recipientAccountId").asText().equals(place.account())
                && record.path("awsRegion").asText().equals(place.region());
    }

    private static boolean matches(String pattern, JsonNode record) throws Exception {
        String source = record.path("eventSource").asText().replace(".amazonaws.com", "");
        JsonNode event =
                Json.object(
                        "detail-type",
                        "AWS API Call via CloudTrail",
                        "source",
                        "aws." + source,
                        "resources",
                        Json.list(),
                        "detail",
                        record);
        return Ruler.matchesRule(event.toString(), pattern);
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> {
                        try {
                            contents.put(
                                    root.relativize(file).toString(),
                                    Files.readString(file, StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
        return contents;
    }
}
