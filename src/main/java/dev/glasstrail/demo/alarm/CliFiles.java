package dev.glasstrail.demo.alarm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Ids;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Region;
import dev.glasstrail.demo.story.Alert;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// The folder that `glasstrail setup collect-alarm` would have filled, every account and region.
public final class CliFiles {

    /// When the command line was run, UTC.
    private static final Instant COLLECTED_AT = Instant.parse("2026-11-17T05:50:00Z");

    /// The first minute that was asked for: when the logs begin.
    private static final Instant FROM = Instant.parse("2026-11-07T12:00:00Z");

    private static final int PERIOD_SECONDS = 60;

    private final Ids ids;
    private final List<Ring> rings;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private CliFiles(long seed) {
        this.ids = new Ids(seed, "alarm");
        this.rings = Rings.of(seed);
    }

    /// The files by their names, with `/` between folders.
    ///
    /// @param seed of the organisation
    public static SortedMap<String, byte[]> of(long seed) {
        CliFiles cli = new CliFiles(seed);
        for (Account account : Account.values()) {
            for (Region region : Region.values()) {
                cli.place(account, region);
            }
        }
        Alert.ALL.forEach(cli::rule);
        return cli.files;
    }

    private void place(Account account, Region region) {
        String folder = folder(account, region);
        files.put(folder + "collected-at", (COLLECTED_AT + "\n").getBytes(StandardCharsets.UTF_8));
        ArrayNode rules = Json.list();
        Alert.ALL.stream()
                .filter(alert -> alert.account() == account && alert.region() == region)
                .forEach(alert -> rules.add(described(alert)));
        rules.add(other(account, region));
        put(folder + "list-rules.json", Json.object("Rules", rules));
        List<Ring> here =
                rings.stream()
                        .filter(ring ->
                                ring.alert().account() == account
                                        && ring.alert().region() == region)
                        .toList();
        SortedMap<Instant, Integer> counts =
                Counts.ofPlace(ids, account, region, here, FROM, COLLECTED_AT);
        ArrayNode queries = Json.list(query("MatchedEvents", Json.list()));
        ArrayNode results = Json.list(result("MatchedEvents", counts));
        metrics(folder, queries, results);
    }

    private void rule(Alert alert) {
        String folder = folder(alert.account(), alert.region()) + Alert.RULE + "/";
        put(folder + "describe-rule.json", described(alert));
        put(folder + "list-targets-by-rule.json", Json.object("Targets", Json.list(target(alert))));
        List<Ring> heard = rings.stream().filter(ring -> ring.alert().equals(alert)).toList();
        ArrayNode dimensions = Json.list(Json.object("Name", "RuleName", "Value", Alert.RULE));
        ArrayNode queries = Json.list();
        ArrayNode results = Json.list();
        for (String metric : Counts.METRICS) {
            queries.add(query(metric, dimensions));
            results.add(result(metric, Counts.ofRule(heard, metric)));
        }
        metrics(folder, queries, results);
    }

    private void metrics(String folder, ArrayNode queries, ArrayNode results) {
        put(
                folder + "get-metric-data-input.json",
                Json.object(
                        "MetricDataQueries",
                        queries,
                        "StartTime",
                        FROM.toString(),
                        "EndTime",
                        COLLECTED_AT.toString(),
                        "ScanBy",
                        "TimestampAscending"));
        put(
                folder + "get-metric-data.json",
                Json.object("MetricDataResults", results, "Messages", Json.list()));
    }

    private static ObjectNode described(Alert alert) {
        return Json.object(
                "Name",
                Alert.RULE,
                "Arn",
                alert.arn(),
                "EventPattern",
                alert.pattern(),
                "State",
                "ENABLED",
                "Description",
                "Posts every use of the emergency roles to Slack",
                "EventBusName",
                "default",
                "CreatedBy",
                alert.account().id());
    }

    private static ObjectNode other(Account account, Region region) {
        return Json.object(
                "Name", "health-events",
                "Arn", account.arn("events", region.id(), "rule/health-events"),
                "EventPattern", "{\"source\":[\"aws.health\"]}",
                "State", "ENABLED",
                "EventBusName", "default");
    }

    private static ObjectNode target(Alert alert) {
        return Json.object(
                "Id",
                Alert.TARGET,
                "Arn",
                alert.destination(),
                "RoleArn",
                alert.caller(),
                "DeadLetterConfig",
                Json.object("Arn", alert.deadLetters()),
                "RetryPolicy",
                Json.object("MaximumRetryAttempts", 185, "MaximumEventAgeInSeconds", 86_400));
    }

    private static ObjectNode query(String metric, ArrayNode dimensions) {
        return Json.object(
                "Id",
                id(metric),
                "MetricStat",
                Json.object(
                        "Metric",
                        Json.object(
                                "Namespace", "AWS/Events",
                                "MetricName", metric,
                                "Dimensions", dimensions),
                        "Period",
                        PERIOD_SECONDS,
                        "Stat",
                        "Sum"));
    }

    private static ObjectNode result(String metric, SortedMap<Instant, Integer> counts) {
        ArrayNode times = Json.list();
        ArrayNode values = Json.list();
        counts.forEach((at, count) -> {
            times.add(at.toString().replace("Z", "+00:00"));
            values.add(count.doubleValue());
        });
        return Json.object(
                "Id", id(metric),
                "Label", metric,
                "Timestamps", times,
                "Values", values,
                "StatusCode", "Complete");
    }

    /// An id begins with a small letter.
    private static String id(String metric) {
        return metric.substring(0, 1).toLowerCase(Locale.ROOT) + metric.substring(1);
    }

    private static String folder(Account account, Region region) {
        return account.id() + "/" + region.id() + "/";
    }

    private void put(String name, ObjectNode content) {
        files.put(name, PrettyJson.of(content));
    }
}
