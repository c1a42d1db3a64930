package dev.glasstrail.demo.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.glasstrail.demo.cloudtrail.Delivered;
import dev.glasstrail.demo.cloudtrail.Ids;
import dev.glasstrail.demo.story.Alert;
import dev.glasstrail.demo.story.Script;
import dev.glasstrail.demo.story.Stories;
import dev.glasstrail.demo.story.Story;
import dev.glasstrail.demo.story.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What the rules heard of the records of the stories.
final class Rings {

    /// Nobody answered for the opening of this session, which the log does not have.
    private static final Instant LOST =
            Week.FROM.plus(Duration.ofDays(5)).plusSeconds(4 * 3_600 + 58 * 60 + 3);

    private final Ids ids;
    private final Map<String, JsonNode> records = new TreeMap<>();

    private Rings(long seed) {
        this.ids = new Ids(seed, "alarm");
        for (Story story : Stories.all()) {
            for (Delivered record : Script.of(story, seed)) {
                records.putIfAbsent(record.eventId(), record.body());
            }
        }
    }

    /// All of them, by time.
    static List<Ring> of(long seed) {
        Rings rings = new Rings(seed);
        List<Ring> all = new ArrayList<>();
        for (Alert alert : Alert.ALL) {
            all.addAll(rings.heardBy(alert));
        }
        all.add(rings.lost());
        all.sort(Comparator.comparing(Ring::at).thenComparing(Ring::eventId));
        return all;
    }

    private List<Ring> heardBy(Alert alert) {
        NavigableMap<Instant, Boolean> switched = switches(alert);
        List<Ring> heard = new ArrayList<>();
        records.forEach((eventId, record) -> {
            Instant at = time(record);
            String call = record.path("eventName").asText();
            Map.Entry<Instant, Boolean> last = switched.floorEntry(at);
            if (isIn(alert, record, "sts.amazonaws.com")
                    && alert.hears(call, record.at("/requestParameters/roleArn").asText())
                    && (last == null || last.getValue())) {
                heard.add(Ring.of(ids, alert, eventId, call, at, session(record)));
            }
        });
        return heard;
    }

    /// When the rule was switched on and off. What was refused has switched nothing.
    private NavigableMap<Instant, Boolean> switches(Alert alert) {
        NavigableMap<Instant, Boolean> switched = new TreeMap<>();
        for (JsonNode record : records.values()) {
            if (isIn(alert, record, "events.amazonaws.com")
                    && !record.has("errorCode")
                    && record.at("/requestParameters/name").asText().equals(Alert.RULE)) {
                switch (record.path("eventName").asText()) {
                    case "EnableRule", "PutRule" -> switched.put(time(record), true);
                    case "DisableRule" -> switched.put(time(record), false);
                    default -> {}
                }
            }
        }
        return switched;
    }

    private Ring lost() {
        Alert alert =
                Alert.ALL.stream()
                        .filter(one -> one.region().id().equals("us-east-1"))
                        .findFirst()
                        .orElseThrow();
        String eventId = Hitch.NOT_LOGGED.eventId(ids.seed());
        return Ring.of(ids, alert, eventId, "AssumeRole", LOST, "vendor-support");
    }

    private static boolean isIn(Alert alert, JsonNode record, String source) {
        return record.path("eventSource").asText().equals(source)
                && record.path("recipientAccountId").asText().equals(alert.account().id())
                && record.path("awsRegion").asText().equals(alert.region().id());
    }

    /// The name that the session was asked for; without one, that of the caller's.
    private static String session(JsonNode record) {
        String asked = record.at("/requestParameters/roleSessionName").asText();
        String principal = record.at("/userIdentity/principalId").asText();
        return asked.isEmpty() ? principal.substring(principal.indexOf(':') + 1) : asked;
    }

    private static Instant time(JsonNode record) {
        return Instant.parse(record.path("eventTime").asText());
    }
}
