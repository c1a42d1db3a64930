package dev.glasstrail.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/// One CloudTrail record, as far as the audit needs it.
///
/// @param key what makes two copies of a record the same record
/// @param call what was called, where and when
/// @param principal who called
/// @param origin from where
/// @param outcome how it ended
/// @param payload what was asked and answered
/// @param links what ties it to other records
public record TrailEvent(
        EventKey key,
        Call call,
        Principal principal,
        Origin origin,
        Outcome outcome,
        Payload payload,
        Links links) {

    /// The identity of a record: CloudTrail may deliver one several times, and two accounts may
    /// each get a record of one call.
    ///
    /// @param recipientAccountId the account whose trail holds it; `""` where the record does not
    ///   say
    public record EventKey(String eventId, String recipientAccountId)
            implements Comparable<EventKey> {

        public EventKey {
            if (eventId.isEmpty()) {
                throw new IllegalArgumentException("a CloudTrail record has an eventID");
            }
        }

        @Override
        public int compareTo(EventKey other) {
            int byId = eventId.compareTo(other.eventId);
            return byId != 0 ? byId : recipientAccountId.compareTo(other.recipientAccountId);
        }
    }

    /// What the caller tells about itself.
    ///
    /// @param ip an address, `AWS Internal`, or the name of an AWS service
    public record Origin(String ip, String userAgent) {}

    /// How the call ended.
    ///
    /// @param errorCode `""` where the record has none, which for some services is no proof of
    ///   success
    public record Outcome(String errorCode, String errorMessage) {

        /// Whether the record carries an error code.
        public boolean failed() {
            return !errorCode.isEmpty();
        }
    }

    /// The open-ended members, as JSON; a missing or null one is a `MissingNode`.
    ///
    /// @param record the whole of it as it was read, with no more than [RecordParser#MEMBERS]; a
    ///   `MissingNode` in an event that was kept
    /// @param resources as the record lists them
    public record Payload(
            JsonNode record,
            JsonNode request,
            JsonNode response,
            JsonNode additional,
            JsonNode serviceDetails,
            List<Resource> resources) {

        public Payload {
            resources = List.copyOf(resources);
        }

        /// The text at a path of member names below the request; `""` where there is none.
        public String requested(String... path) {
            return textAt(request, path);
        }

        /// The text at a path of member names below the response; `""` where there is none.
        public String answered(String... path) {
            return textAt(response, path);
        }

        /// The text at a path of member names below additionalEventData; `""` where there is none.
        public String added(String... path) {
            return textAt(additional, path);
        }

        /// The text at a path of member names below serviceEventDetails; `""` where there is none.
        public String detailed(String... path) {
            return textAt(serviceDetails, path);
        }

        private static String textAt(JsonNode node, String... path) {
            JsonNode found = node;
            for (String member : path) {
                found = found.path(member);
            }
            return found.isValueNode() && !found.isNull() ? found.asText() : "";
        }
    }

    /// One entry of `resources`.
    public record Resource(String arn, String accountId, String type) {}

    /// The same without the whole record, for those who keep many.
    public TrailEvent kept() {
        return new TrailEvent(
                key,
                call,
                principal,
                origin,
                outcome,
                new Payload(
                        MissingNode.getInstance(),
                        payload.request(),
                        payload.response(),
                        payload.additional(),
                        payload.serviceDetails(),
                        payload.resources()),
                links);
    }

    /// What ties a record to others.
    ///
    /// @param sharedEventId the same in the records that two accounts got of one call
    /// @param addendum whether this record completes an earlier one
    public record Links(String requestId, String sharedEventId, Addendum addendum) {}

    /// A second record about a call that was recorded before, with an eventID of its own.
    public sealed interface Addendum {

        /// An ordinary record.
        record None() implements Addendum {}

        /// Completes or repeats another record.
        ///
        /// @param reason `DELIVERY_DELAY`, `UPDATED_DATA` or `SERVICE_OUTAGE`
        /// @param originalEventId `""` where the record does not say
        record To(String reason, String originalEventId) implements Addendum {}

        /// The addendum of an ordinary record.
        Addendum NONE = new None();
    }
}
