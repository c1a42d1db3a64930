package dev.glasstrail.trail.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// A JSON object that may be a CloudTrail record.
///
/// @param position counting from 1 through the file
/// @param form where it stood
/// @param members those that a record's reader knows, and no others
/// @param repeated names of members that occur twice, of which the last was kept
/// @param tooLarge whether it was larger than the limit, and its members therefore are incomplete
record Candidate(
        int position, Form form, ObjectNode members, List<String> repeated, boolean tooLarge) {

    /// Where a candidate stands.
    enum Form {
        /// In an array called `Records`.
        RECORDS,
        /// On its own, or in an array without a name.
        BARE,
        /// In an EventBridge event that says it comes from CloudTrail.
        EVENT_VIA_CLOUDTRAIL,
        /// In an EventBridge event of another kind.
        EVENT_OF_ANOTHER_KIND
    }
}
