package dev.glasstrail.alarm.cloudwatch;

import dev.glasstrail.alarm.MetricSeries;
import dev.glasstrail.alarm.Unread;
import dev.glasstrail.aws.AwsFailures;
import dev.glasstrail.trail.Reading.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MessageData;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/// The metrics of the rules of one account and region.
final class PlaceMetrics {

    /// Source: Amazon CloudWatch API Reference, GetMetricData.
    private static final int MOST_QUERIES = 500;

    private final Place place;
    private final Stretch stretch;
    private final List<MetricSeries> series = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    PlaceMetrics(Place place, Stretch stretch) {
        this.place = place;
        this.stretch = stretch;
    }

    /// @param connection makes the client, which may fail as its calls may
    void read(Supplier<CloudWatchClient> connection, List<Query> queries)
            throws InterruptedException {
        try {
            CloudWatchClient client = connection.get();
            for (int from = 0; from < queries.size(); from += MOST_QUERIES) {
                int to = Math.min(queries.size(), from + MOST_QUERIES);
                readThese(client, queries.subList(from, to));
            }
        } catch (SdkException failure) {
            AwsFailures.rethrowInterruption(failure);
            series.clear();
            refuse(
                    AwsFailures.line(
                            "the metrics of its rules cannot be read",
                            "cloudwatch:GetMetricData",
                            place.region(),
                            failure));
        }
    }

    List<MetricSeries> series() {
        return List.copyOf(series);
    }

    List<Unread> unread() {
        return List.copyOf(unread);
    }

    private void readThese(CloudWatchClient client, List<Query> queries) {
        Map<String, Answer> answers = ask(client, queries);
        List<Query> broken = queries.stream().filter(query -> isBroken(query, answers)).toList();
        if (!broken.isEmpty()) {
            answers.putAll(ask(client, broken));
        }
        for (Query query : queries) {
            Answer answer = answers.get(query.id());
            if (answer == null) {
                refuse("CloudWatch does not answer for %s; read it again".formatted(query));
            } else {
                series.add(answer.series(query, stretch));
            }
        }
    }

    private static boolean isBroken(Query query, Map<String, Answer> answers) {
        Answer answer = answers.get(query.id());
        return answer != null && answer.isBroken();
    }

    private Map<String, Answer> ask(CloudWatchClient client, List<Query> queries) {
        Map<String, Query> byId =
                queries.stream().collect(Collectors.toMap(Query::id, query -> query));
        Map<String, Answer> answers = new HashMap<>();
        for (GetMetricDataResponse page : client.getMetricDataPaginator(request(queries))) {
            say("CloudWatch says", page.messages());
            for (MetricDataResult part : page.metricDataResults()) {
                Query query = byId.get(part.id());
                if (query != null) {
                    answers.computeIfAbsent(query.id(), _ -> new Answer()).add(part, stretch);
                    say("CloudWatch says of " + query, part.messages());
                }
            }
        }
        return answers;
    }

    private GetMetricDataRequest request(List<Query> queries) {
        return GetMetricDataRequest.builder()
                .metricDataQueries(
                        queries.stream().map(query -> query.question(stretch.period())).toList())
                .startTime(stretch.from())
                .endTime(stretch.to())
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .build();
    }

    private void say(String who, List<MessageData> messages) {
        for (MessageData message : messages) {
            refuse(
                    "%s: %s: %s; look it up under this word"
                            .formatted(who, shown(message.code()), shown(message.value())));
        }
    }

    private static String shown(@Nullable String text) {
        return AwsFailures.shown(Objects.toString(text, ""));
    }

    private void refuse(String text) {
        unread.add(Unread.of(place, text));
    }
}
