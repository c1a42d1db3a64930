package dev.glasstrail.trail;

/// What a piece of JSON turned out to be.
///
/// Reasons are one clause, fit to stand behind the name of the file and the position in it.
public sealed interface ParsedRecord {

    /// A CloudTrail record.
    record Recognised(TrailEvent event) implements ParsedRecord {}

    /// A CloudTrail record that was read, but may not mean what this reader takes it to mean.
    record Doubtful(TrailEvent event, String reason) implements ParsedRecord {}

    /// A CloudTrail Insights event, which records no action.
    record Insight() implements ParsedRecord {}

    /// A CloudTrail record that lacks what every record must have.
    record Damaged(String reason) implements ParsedRecord {}

    /// A record of another kind that resembles CloudTrail's, such as an event notification of S3.
    record Foreign(String reason) implements ParsedRecord {}

    /// Nothing that resembles a record.
    record Unrecognised(String reason) implements ParsedRecord {}
}
