package dev.glasstrail.alarm;

import java.util.List;

/// Why a record does not match a pattern.
///
/// @param fields every field of the pattern that the record fails, in the pattern's order
/// @param nearest the same pattern, changed as little as makes it match: JSON in one line; `""`
///   where no small change does
public record Mismatch(List<Field> fields, String nearest) {

    public Mismatch {
        fields = List.copyOf(fields);
    }

    /// A field that fails.
    ///
    /// @param path such as `detail.requestParameters.roleArn`
    /// @param wanted what the pattern asks of it, JSON
    /// @param found what the record has there, JSON; `nothing` where it has nothing
    /// @param kind what kind of slip it looks like
    public record Field(String path, String wanted, String found, Kind kind) {}

    /// The slips that are known.
    public enum Kind {
        /// Identity Center puts the region into the path of its roles, but for us-east-1.
        REGION_SEGMENT("the region in the role's path is not allowed for"),
        LETTER_CASE("upper and lower case differ"),
        EVENT_NAME("another call than those listed"),
        DETAIL_TYPE("the detail-type is spelled otherwise"),
        FAILED_CALL("failed calls are left out"),
        /// `"true"` is not `true`.
        TYPE("the value is of another JSON type"),
        /// CloudTrail's events have empty resources.
        RESOURCES("CloudTrail's events have no resources"),
        OTHER("the value is not among those listed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// One clause for people.
        public String words() {
            return words;
        }
    }
}
