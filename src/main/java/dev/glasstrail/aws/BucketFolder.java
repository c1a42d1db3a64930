package dev.glasstrail.aws;

/// A bucket, or a folder in one.
///
/// @param bucket its name
/// @param prefix of every key in it, ending in `/`; `""` for the whole bucket
public record BucketFolder(String bucket, String prefix) {

    private static final String SCHEME = "s3://";

    /// Reads an address.
    ///
    /// @param url `s3://bucket` or `s3://bucket/prefix`, with or without a slash at the end
    /// @throws IllegalArgumentException if it is no such place
    public static BucketFolder of(String url) {
        String place = url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : "";
        int slash = place.indexOf('/');
        String bucket = slash < 0 ? place : place.substring(0, slash);
        String prefix = slash < 0 ? "" : place.substring(slash + 1);
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + url + "\" is no place in S3; give s3://bucket or s3://bucket/prefix");
        }
        boolean isClosed = prefix.isEmpty() || prefix.endsWith("/");
        return new BucketFolder(bucket, isClosed ? prefix : prefix + "/");
    }

    /// What is left of a key below this folder; `""` for a folder that holds this one.
    public String nameOf(String key) {
        return key.length() < prefix.length() ? "" : key.substring(prefix.length());
    }

    /// The key of something by its name in this folder.
    public String keyOf(String name) {
        return prefix + name;
    }

    /// As services want the place of a table or of results: with a slash at the end.
    public String url() {
        return SCHEME + bucket + "/" + prefix;
    }

    @Override
    public String toString() {
        return SCHEME + bucket + (prefix.isEmpty() ? "" : "/" + prefix.replaceFirst("/$", ""));
    }
}
