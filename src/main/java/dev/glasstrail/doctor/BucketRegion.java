package dev.glasstrail.doctor;

import org.jspecify.annotations.Nullable;

/// Where a bucket is.
final class BucketRegion {

    private BucketRegion() {}

    /// The region that S3 means by a location constraint, which is older than some names.
    static String of(@Nullable String constraint) {
        if (constraint == null || constraint.isEmpty() || constraint.equals("null")) {
            return "us-east-1";
        }
        return constraint.equals("EU") ? "eu-west-1" : constraint;
    }
}
