package dev.glasstrail.alarm;

/// What a rule sends its events to.
///
/// @param id its name within the rule
/// @param arn of the API destination, topic, function or whatever it is
/// @param deadLetters ARN of the queue for events that could not be delivered; `""` for none
public record Target(String id, String arn, String deadLetters) {

    /// Whether an HTTP endpoint outside AWS is called, whose answer 200 proves nothing.
    public boolean isApiDestination() {
        return arn.contains(":api-destination/");
    }
}
