package dev.glasstrail.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A record of CloudTrail as EventBridge hands it over.
final class BridgedEvent {

    private BridgedEvent() {}

    /// A record written as JSON, in which single quotes may stand for double ones.
    static String of(String record) {
        try {
            return of(DeployedAlarm.JSON.readTree(record.replace('\'', '"')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String of(JsonNode record) {
        ObjectNode event = DeployedAlarm.JSON.createObjectNode();
        event.put("version", "0");
        event.put("id", "c0ffee00-0000-4000-8000-00000000e001");
        event.put("detail-type", detailType(record.path("eventType").asText()));
        event.put("source", "aws." + record.path("eventSource").asText().replaceAll("\\..*", ""));
        event.set("account", record.path("recipientAccountId"));
        event.set("time", record.path("eventTime"));
        event.set("region", record.path("awsRegion"));
        event.putArray("resources");
        event.set("detail", record);
        return event.toString();
    }

    private static String detailType(String eventType) {
        return switch (eventType) {
            case "AwsConsoleSignIn" -> "AWS Console Sign In via CloudTrail";
            case "AwsServiceEvent" -> "AWS Service Event via CloudTrail";
            case "AwsConsoleAction" -> "AWS Console Action via CloudTrail";
            default -> "AWS API Call via CloudTrail";
        };
    }
}
