package dev.glasstrail.setup;

import dev.glasstrail.aws.BucketFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where in S3 a trail's logs lie, in the layout that CloudTrail gives them.
///
/// @param folder of all accounts' logs: ends in `AWSLogs/`, or in the organization's id and a `/`
record TrailPlace(BucketFolder folder) {

    /// Stands for a bucket that the settings do not name.
    static final String UNKNOWN_BUCKET = "<bucket>";

    private static final String LOGS = "AWSLogs";
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");

    /// @param url `s3://bucket/prefix`, the folder that holds `AWSLogs`, or a folder further down;
    ///   `""` where nobody has named it. An organization's trail is recognised by an organization's
    ///   id in it
    static TrailPlace of(String url) {
        if (url.isEmpty()) {
            return new TrailPlace(new BucketFolder(UNKNOWN_BUCKET, LOGS + "/"));
        }
        BucketFolder named = BucketFolder.of(url);
        List<String> folders = List.of(named.prefix().split("/"));
        int logs = folders.indexOf(LOGS);
        List<String> path = new ArrayList<>(logs < 0 ? folders : folders.subList(0, logs));
        path.removeIf(String::isEmpty);
        path.add(LOGS);
        folders.stream()
                .filter(folder -> ORGANIZATION.matcher(folder).matches())
                .reduce((_, later) -> later)
                .ifPresent(path::add);
        return new TrailPlace(new BucketFolder(named.bucket(), String.join("/", path) + "/"));
    }

    boolean isKnown() {
        return !folder.bucket().equals(UNKNOWN_BUCKET);
    }

    /// Whether the logs are an organization's.
    boolean isOrganization() {
        return !folder.prefix().endsWith(LOGS + "/");
    }
}
