package dev.glasstrail.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Log files: in a folder, or in the trail's bucket.
///
/// @param logs folder below which the log files lie, relative to the working directory; null until
///   somebody names it
/// @param bucket `s3://bucket` or `s3://bucket/prefix`, the folder that holds `AWSLogs`; `""` until
///   somebody names it
/// @param threads files read at once, 1 to 64
/// @param maxInflatedBytesPerFile what one file may hold once decompressed; the rest of a larger
///   one is left unread and the report says so
public record FilesSettings(
        @Nullable Path logs, String bucket, int threads, long maxInflatedBytesPerFile) {

    /// No folder yet. A log file of 50 MB is the largest seen in the field; 1 GiB leaves room and
    /// still stops a bomb within seconds.
    public static final FilesSettings DEFAULTS = new FilesSettings(null, "", 4, 1L << 30);

    public FilesSettings {
        if (!bucket.isEmpty()) {
            Check.s3("source.bucket", bucket);
        }
        Check.range("source.threads", threads, 1, 64);
        Check.range(
                "source.max-inflated-bytes-per-file", maxInflatedBytesPerFile, 1, Long.MAX_VALUE);
    }

    /// The same with another folder.
    public FilesSettings withLogs(Path folder) {
        return new FilesSettings(folder, bucket, threads, maxInflatedBytesPerFile);
    }

    /// The same with another bucket.
    public FilesSettings withBucket(String url) {
        return new FilesSettings(logs, url, threads, maxInflatedBytesPerFile);
    }
}
