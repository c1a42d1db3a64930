package dev.glasstrail.alarm.files;

import dev.glasstrail.alarm.MetricReading;
import dev.glasstrail.alarm.RuleBook;
import dev.glasstrail.alarm.RuleId;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Reading.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder as somebody collected it: one alert rule in one place, everything well, until a test
/// changes a file.
record Collected(Path root) {

    static final Place PLACE = new Place("111122223333", "eu-central-1");
    static final RuleId RULE = RuleId.ofDefaultBus(PLACE, "break-glass");
    static final Instant FROM = Instant.parse("2026-11-09T00:00:00Z");
    static final Instant TO = Instant.parse("2026-11-16T00:00:00Z");

    /// What lies in the place.
    static final String AT = "111122223333/eu-central-1/";

    /// What lies in the rule's folder.
    static final String OF_RULE = AT + "break-glass/";

    private static final List<String> METRICS =
            List.of(
                    "MatchedEvents",
                    "TriggeredRules",
                    "Invocations",
                    "FailedInvocations",
                    "ThrottledRules",
                    "RetryInvocationAttempts",
                    "InvocationsSentToDlq",
                    "InvocationsFailedToBeSentToDlq",
                    "DeadLetterInvocations");

    static final String DESCRIBED =
            """
            {
                "Name": "break-glass",
                "Arn": "arn:aws:events:eu-central-1:111122223333:rule/break-glass",
                "EventPattern": "{\\"source\\":[\\"aws.sts\\"]}",
                "State": "ENABLED",
                "EventBusName": "default",
                "CreatedBy": "111122223333"
            }
            """;

    static final String LISTED = "{\"Rules\": [%s]}".formatted(DESCRIBED);

    static final String TARGETS =
            """
            {
                "Targets": [
                    {
                        "Id": "slack",
                        "Arn": "arn:aws:events:eu-central-1:111122223333:api-destination/slack/0a",
                        "DeadLetterConfig": {
                            "Arn": "arn:aws:sqs:eu-central-1:111122223333:lost"
                        }
                    },
                    {
                        "Id": "mail",
                        "Arn": "arn:aws:sns:eu-central-1:111122223333:mail"
                    }
                ]
            }
            """;

    static Collected in(Path root) throws IOException {
        Collected collected = new Collected(root);
        collected.put(AT + "collected-at", "2026-11-17T05:50:00Z\n");
        collected.put(AT + "list-rules.json", LISTED);
        collected.put(AT + "get-metric-data-input.json", input("MatchedEvents", "[]"));
        collected.put(
                AT + "get-metric-data.json",
                answer(result("matchedevents", "2026-11-10T09:00:00+00:00", "7.0")));
        collected.put(OF_RULE + "describe-rule.json", DESCRIBED);
        collected.put(OF_RULE + "list-targets-by-rule.json", TARGETS);
        collected.put(OF_RULE + "get-metric-data-input.json", input());
        collected.put(OF_RULE + "get-metric-data.json", answer());
        return collected;
    }

    /// Every metric of the rule.
    static String input() {
        return """
        {"MetricDataQueries": [%s],
         "StartTime": "2026-11-09T00:00:00Z", "EndTime": "2026-11-16T00:00:00Z"}
        """
                .formatted(
                        METRICS.stream()
                                .map(metric ->
                                        query(
                                                metric,
                                                "[{\"Name\": \"RuleName\", \"Value\": \"break-glass\"}]"))
                                .collect(Collectors.joining(",\n")));
    }

    /// One metric.
    static String input(String metric, String dimensions) {
        return """
        {"MetricDataQueries": [%s],
         "StartTime": "2026-11-09T00:00:00Z", "EndTime": "2026-11-16T00:00:00Z"}
        """
                .formatted(query(metric, dimensions));
    }

    /// An answer without a point to every metric of the rule, but for those given.
    static String answer(String... results) {
        List<String> given = List.of(results);
        Stream<String> others =
                METRICS.stream()
                        .filter(metric ->
                                given.stream().noneMatch(result -> result.contains(id(metric))))
                        .map(metric -> result(id(metric), "", ""));
        boolean isOfPlace = given.size() == 1 && given.getFirst().contains("7.0");
        return "{\"MetricDataResults\": [%s], \"Messages\": []}"
                .formatted(
                        Stream.concat(given.stream(), isOfPlace ? Stream.empty() : others)
                                .collect(Collectors.joining(",\n")));
    }

    /// A complete result with one point, or none.
    static String result(String id, String time, String value) {
        return result(id, time.isEmpty() ? "" : '"' + time + '"', value, "Complete");
    }

    static String result(String id, String times, String values, String status) {
        return """
        {"Id": "%s", "Label": "x", "Timestamps": [%s], "Values": [%s], "StatusCode": "%s"}\
        """
                .formatted(id, times, values, status);
    }

    Collected put(String name, String content) throws IOException {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Collected put(String name, byte[] content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    Collected without(String name) throws IOException {
        Files.delete(root.resolve(name));
        return this;
    }

    /// Replaces a text in a file.
    Collected change(String name, String from, String to) throws IOException {
        String old = Files.readString(root.resolve(name));
        if (!old.contains(from)) {
            throw new IllegalArgumentException(name + " has no " + from);
        }
        return put(name, old.replace(from, to));
    }

    RuleBook rules(String... globs) throws InterruptedException {
        List<Glob> names = Stream.of(globs).map(Glob::of).toList();
        return new AlarmFolder(root, names.isEmpty() ? List.of(Glob.of("break-glass*")) : names)
                .rules()
                .read();
    }

    MetricReading metrics(RuleId... rules) throws InterruptedException {
        return metrics(FROM, TO, rules);
    }

    MetricReading metrics(Instant from, Instant to, RuleId... rules) throws InterruptedException {
        return new AlarmFolder(root, List.of(Glob.of("*")))
                .metrics()
                .read(rules.length == 0 ? List.of(RULE) : List.of(rules), from, to);
    }

    static List<String> lines(List<Unread> unread) {
        return unread.stream().map(Unread::text).toList();
    }

    private static String query(String metric, String dimensions) {
        return """
        {"Id": "%s", "MetricStat": {"Metric": {"Namespace": "AWS/Events", "MetricName": "%s",
          "Dimensions": %s}, "Period": 60, "Stat": "Sum"}}\
        """
                .formatted(id(metric), metric, dimensions);
    }

    private static String id(String metric) {
        return metric.toLowerCase(Locale.ROOT);
    }
}
