package dev.glasstrail.trail.athena;

import java.util.Optional;

/// An object in S3.
record S3Place(String bucket, String key) {

    private static final String SCHEME = "s3://";

    /// The place behind an address.
    ///
    /// @param location `s3://bucket/key`, the key as it is, without escapes
    /// @return empty where it is no such place
    static Optional<S3Place> of(String location) {
        int slash = location.indexOf('/', SCHEME.length());
        if (!location.startsWith(SCHEME) || slash < 0 || slash == location.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(
                new S3Place(
                        location.substring(SCHEME.length(), slash), location.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
