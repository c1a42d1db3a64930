package dev.glasstrail.setup;

/// A bucket, or a folder in one.
///
/// @param bucket its name, or a placeholder
/// @param prefix of every key in it, ending in `/`; `""` for the whole bucket
record S3Folder(String bucket, String prefix) {

    private static final String SCHEME = "s3://";

    /// @param url `s3://bucket` or `s3://bucket/prefix`, with or without a slash at the end
    static S3Folder of(String url) {
        String place = url.substring(SCHEME.length());
        int slash = place.indexOf('/');
        if (slash < 0) {
            return new S3Folder(place, "");
        }
        String prefix = place.substring(slash + 1);
        boolean closed = prefix.isEmpty() || prefix.endsWith("/");
        return new S3Folder(place.substring(0, slash), closed ? prefix : prefix + "/");
    }

    String url() {
        return SCHEME + bucket + "/" + prefix;
    }
}
