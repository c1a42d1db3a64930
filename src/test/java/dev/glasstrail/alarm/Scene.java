package dev.glasstrail.alarm;

import dev.glasstrail.alarm.AlarmCheck.Listening;
import dev.glasstrail.alarm.AlarmResult.Checked;
import dev.glasstrail.alarm.ChannelReading.Span;
import dev.glasstrail.alarm.MetricSeries.Point;
import dev.glasstrail.alarm.MetricSeries.State;
import dev.glasstrail.alarm.MetricSeries.Subject;
import dev.glasstrail.alarm.rule.RulerPatterns;
import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.Correlator;
import dev.glasstrail.session.LogRecord;
import dev.glasstrail.session.Records;
import dev.glasstrail.session.Trails;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.Notes;
import dev.glasstrail.trail.Reading.Place;
import dev.glasstrail.trail.Reading.Seen;
import dev.glasstrail.trail.TrailEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A week with an alarm: one rule in one place, its metrics and the channel, all well until a test
/// says otherwise.
///
/// The opening at `10T09:00:20` has its count in the same minute, its target called and its message
/// twelve seconds later.
final class Scene {

    static final Place HERE = new Place(Trails.HOME, "eu-central-1");
    static final RuleId RULE = RuleId.ofDefaultBus(HERE, "break-glass-alert");
    static final String OPENING = "00000000-0000-4000-8000-000000000001";
    static final String SLACK =
            "arn:aws:events:eu-central-1:111122223333:api-destination/slack/example";
    static final String PATTERN =
            """
            {"source":["aws.sts"],"detail-type":["AWS API Call via CloudTrail"],
             "detail":{"eventSource":["sts.amazonaws.com"],
               "eventName":["AssumeRole","AssumeRoleWithSAML"],
               "requestParameters":{"roleArn":[{"wildcard":"arn:aws:iam::*:role/*break-glass*"}]}}}\
            """;
    private static final String BOB = "arn:aws:iam::111122223333:user/bob";

    private final List<LogRecord> trail = new ArrayList<>();
    private final Map<RuleId, AlertRule> rules = new TreeMap<>();
    private final Map<Place, Instant> looked = new TreeMap<>();
    private final Map<Metric, List<Point>> points = new HashMap<>();
    private final Map<Metric, State> states = new HashMap<>();
    private final List<MetricSeries> more = new ArrayList<>();
    private final List<ChannelMessage> messages = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final List<Seen> coverage = new ArrayList<>();
    private boolean areMetricsRead = true;
    private boolean isChannelRead = true;
    private Duration period = Duration.ofMinutes(1);
    private Instant asOf = Trails.at("16T06:00:00");
    private AlarmOptions options = AlarmOptions.DEFAULTS;

    private Scene() {}

    /// All well.
    static Scene allWell() {
        Scene scene = empty().opening(OPENING, "10T09:00:20", "bob");
        scene.count(Metric.MATCHED_EVENTS, "10T09:00:00", 1);
        scene.count(Metric.TRIGGERED_RULES, "10T09:00:00", 1);
        scene.count(Metric.INVOCATIONS, "10T09:00:00", 1);
        return scene.message("10T09:00:32", OPENING);
    }

    /// The rule, and nobody who opened anything; another rule's match tells that metrics live.
    static Scene empty() {
        Scene scene = new Scene();
        scene.looked.put(HERE, Trails.at("16T06:00:00"));
        scene.rule(new AlertRule(RULE, RuleState.ENABLED, PATTERN, List.of(slack())));
        for (int hour = 0; hour < 24; hour++) {
            scene.alive("10T%02d:00:00".formatted(hour));
            scene.alive("10T%02d:10:00".formatted(hour));
        }
        return scene;
    }

    static Target slack() {
        return new Target("slack", SLACK, "");
    }

    /// An opening of the glass in [#HERE] by the user bob.
    Scene opening(String id, String time, String name) {
        return record(opened(id, time, name));
    }

    static LogRecord opened(String id, String time, String name) {
        return LogRecord.assumeRole(
                        time,
                        """
                        {"type":"IAMUser","principalId":"AIDAEXAMPLEBOB","arn":"%s",
                         "accountId":"111122223333","accessKeyId":"AKIAEXAMPLE","userName":"bob"}
                        """
                                .formatted(BOB),
                        Trails.HOME + "/break-glass/" + name,
                        "ASIA" + id.substring(30))
                .id(id);
    }

    /// An event id.
    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    /// A change of the rule in [#HERE] by an administrator.
    Scene change(String time, String name, String parameters) {
        return record(
                LogRecord.call(
                                time,
                                "events",
                                name,
                                """
                                {"type":"IAMUser","principalId":"AIDAEXAMPLEADM",
                                 "arn":"arn:aws:iam::111122223333:user/adm",
                                 "accountId":"111122223333","userName":"adm"}
                                """)
                        .request(parameters)
                        .id(id(900 + trail.size())));
    }

    Scene record(LogRecord record) {
        trail.add(record);
        return this;
    }

    Scene rule(AlertRule rule) {
        rules.put(rule.id(), rule);
        return this;
    }

    Scene changedRule(UnaryOperator<AlertRule> change) {
        return rule(change.apply(Objects.requireNonNull(rules.get(RULE))));
    }

    Scene pattern(String pattern) {
        return changedRule(rule -> new AlertRule(rule.id(), rule.state(), pattern, rule.targets()));
    }

    Scene state(RuleState state) {
        return changedRule(rule -> new AlertRule(rule.id(), state, rule.pattern(), rule.targets()));
    }

    Scene targets(Target... targets) {
        return changedRule(
                rule -> new AlertRule(rule.id(), rule.state(), rule.pattern(), List.of(targets)));
    }

    Scene withoutRule() {
        rules.clear();
        return this;
    }

    Scene lookedAt(Place place, Instant when) {
        looked.put(place, when);
        return this;
    }

    Scene notLookedAt(Place place) {
        looked.remove(place);
        rules.keySet().removeIf(id -> id.place().equals(place));
        return this;
    }

    Scene count(Metric metric, String time, double sum) {
        points.computeIfAbsent(metric, _ -> new ArrayList<>()).add(new Point(Trails.at(time), sum));
        return this;
    }

    Scene uncounted(Metric... metrics) {
        for (Metric metric : metrics) {
            points.remove(metric);
        }
        return this;
    }

    Scene state(Metric metric, State state) {
        states.put(metric, state);
        return this;
    }

    Scene every(Duration other) {
        period = other;
        return this;
    }

    Scene withoutMetrics() {
        areMetricsRead = false;
        return this;
    }

    /// A match of some other rule of the place.
    Scene alive(String time) {
        more.add(
                new MetricSeries(
                        new Subject.OfPlace(HERE),
                        Metric.MATCHED_EVENTS,
                        Duration.ofMinutes(1),
                        List.of(new Point(Trails.at(time), 1)),
                        State.COMPLETE));
        return this;
    }

    /// No other rule's metrics were published.
    Scene lifeless() {
        more.clear();
        return this;
    }

    Scene message(String time, String text) {
        return message(time, "B0ALARM", true, text);
    }

    Scene message(String time, String author, boolean isBot, String text) {
        messages.add(
                new ChannelMessage(time + messages.size(), Trails.at(time), author, isBot, text));
        return this;
    }

    Scene withoutMessages() {
        messages.clear();
        return this;
    }

    Scene withoutChannel() {
        isChannelRead = false;
        messages.clear();
        return this;
    }

    Scene gap(String why) {
        coverage.add(Seen.missing(HERE, why));
        return this;
    }

    Scene asOf(String time) {
        asOf = Trails.at(time);
        return this;
    }

    Scene options(AlarmOptions other) {
        options = other;
        return this;
    }

    /// The verdicts and the comparisons, a line each.
    String told() {
        Checked checked = result();
        return Stream.concat(
                        checked.openings().stream().flatMap(Scene::lines),
                        checked.rules().stream().map(Scene::line))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(OpeningReview opening) {
        return opening.verdicts().stream()
                .map(one ->
                        opening.eventId().substring(33)
                                + " "
                                + (one.rule() == null ? "-" : one.rule().name())
                                + " "
                                + words(one.verdict()));
    }

    private static String words(Verdict verdict) {
        return verdict.word()
                + " "
                + switch (verdict) {
                    case Verdict.Rang rang ->
                            (rang.delay() == null ? "" : rang.delay().toSeconds() + " s, ")
                                    + rang.proof().words();
                    case Verdict.RangLate late ->
                            late.delay().toSeconds() + " s, " + late.proof().words();
                    case Verdict.Silent silent -> silent.cause() + ": " + silent.text();
                    case Verdict.Unprovable unprovable ->
                            unprovable.cause() + ": " + unprovable.text();
                    case Verdict.NotCovered missed -> missed.cause() + ": " + missed.text();
                };
    }

    private static String line(RuleReview rule) {
        return "%s %s: expected %d, matched %s, %s"
                .formatted(
                        rule.id().name(),
                        rule.state(),
                        rule.expected(),
                        rule.counts().matched().isPresent()
                                ? rule.counts().matched().getAsLong()
                                : "unknown",
                        switch (rule.comparison()) {
                            case RuleReview.Comparison.Agrees _ -> "agrees";
                            case RuleReview.Comparison.Differs differs ->
                                    "differs: uncounted "
                                            + differs.uncounted().stream()
                                                    .map(id -> id.substring(33))
                                                    .toList()
                                            + ", contended "
                                            + differs.contended()
                                            + ", surplus "
                                            + differs.surplus().stream()
                                                    .map(one ->
                                                            one.counts()
                                                                    + " "
                                                                    + String.join("; ", one.may()))
                                                    .toList();
                            case RuleReview.Comparison.NotComparable not ->
                                    "not comparable: " + String.join("; ", not.because());
                        });
    }

    Checked result() {
        try {
            return check();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Checked check() throws InterruptedException {
        Listening ear =
                new Alarm(
                                new Alarm.Witnesses(
                                        () ->
                                                new RuleBook(
                                                        List.copyOf(rules.values()),
                                                        looked,
                                                        unread),
                                        (_, from, to) -> metrics(from, to),
                                        this::channel),
                                new RulerPatterns(),
                                List.of(Glob.of("break-glass-*")),
                                options)
                        .begin(Trails.WEEK, asOf, Trails.WATCH);
        List<TrailEvent> events =
                Trails.events(trail).stream()
                        .filter(event -> event.call().time().isBefore(asOf))
                        .toList();
        hear(ear, events, ear.needs());
        Records records = Trails.records(Trails.WATCH, events);
        hear(ear, events, ear.furtherNeeds(records));
        Correlation correlation = Correlator.correlate(records, Trails.WATCH, Trails.WEEK, asOf);
        return (Checked)
                ear.result(
                        new AlarmCheck.Findings(
                                correlation,
                                records,
                                new Reading(
                                        events.size(),
                                        0,
                                        Map.of(),
                                        List.of(),
                                        coverage,
                                        List.of(),
                                        Notes.NONE)));
    }

    /// As a source would: what the alarm needs, and what every run reads.
    private static void hear(Listening ear, List<TrailEvent> events, List<Need> needs) {
        List<Need> all = new ArrayList<>(needs);
        all.add(new Need.Openings(Trails.WATCH));
        all.add(new Need.WatchedActions(Trails.WATCH));
        events.stream()
                .filter(event -> all.stream().anyMatch(need -> need.wants(event)))
                .forEach(ear::accept);
    }

    private MetricReading metrics(Instant from, Instant to) {
        if (!areMetricsRead) {
            return new MetricReading(
                    List.of(), from, to, List.of(Unread.of(HERE, "metrics: denied")));
        }
        List<MetricSeries> series = new ArrayList<>(more);
        for (Metric metric : Metric.values()) {
            series.add(
                    new MetricSeries(
                            new Subject.OfRule(RULE),
                            metric,
                            period,
                            points.getOrDefault(metric, List.of()),
                            states.getOrDefault(metric, State.COMPLETE)));
        }
        return new MetricReading(series, from, to, List.of());
    }

    private ChannelReading channel(Instant from, Instant to) {
        return isChannelRead
                ? new ChannelReading(new Span(from, to), messages, List.of())
                : ChannelReading.NONE;
    }
}
