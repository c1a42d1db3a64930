package dev.glasstrail.doctor;

import org.jspecify.annotations.Nullable;

/// A bucket, or a folder in one.
///
/// @param bucket its name
/// @param prefix of every key in it, ending in `/`; `""` for the whole bucket
record BucketPlace(String bucket, String prefix) {

    private static final String SCHEME = "s3://";

    /// @param url `s3://bucket` or `s3://bucket/prefix`, with or without a slash at the end
    static BucketPlace of(String url) {
        String place = url.startsWith(SCHEME) ? url.substring(SCHEME.length()) : url;
        int slash = place.indexOf('/');
        if (slash < 0) {
            return new BucketPlace(place, "");
        }
        String prefix = place.substring(slash + 1);
        boolean closed = prefix.isEmpty() || prefix.endsWith("/");
        return new BucketPlace(place.substring(0, slash), closed ? prefix : prefix + "/");
    }

    /// The region that S3 means by a location constraint, which is older than some names.
    static String region(@Nullable String constraint) {
        if (constraint == null || constraint.isEmpty() || constraint.equals("null")) {
            return "us-east-1";
        }
        return constraint.equals("EU") ? "eu-west-1" : constraint;
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + prefix;
    }
}
