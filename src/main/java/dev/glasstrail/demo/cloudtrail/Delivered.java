package dev.glasstrail.demo.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/// A record on its way into one log file.
///
/// @param mark the time in that file's name, a multiple of five minutes
/// @param body not to be changed: copies of one record share it
public record Delivered(LogFolder folder, Instant mark, ObjectNode body) {

    /// The id of the record; copies share it.
    public String eventId() {
        return body.path("eventID").asText();
    }
}
