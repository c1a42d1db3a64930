package dev.glasstrail.doctor;

import dev.glasstrail.aws.BucketFolder;
import java.util.List;

/// What a look into a bucket brought to light.
///
/// @param place that was looked into
/// @param key of the log file that was found; `""` for none
/// @param accounts whose folders were seen, in the order of the listing
/// @param isCut whether there are more of them
record FoundLogs(BucketFolder place, String key, List<String> accounts, boolean isCut) {

    FoundLogs {
        accounts = List.copyOf(accounts);
    }
}
