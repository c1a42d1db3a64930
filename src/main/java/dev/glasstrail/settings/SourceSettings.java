package dev.glasstrail.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the logs are and how they are read.
///
/// @param kind which engine reads them
/// @param logs folder below which the log files lie, relative to the working directory; null until
///   somebody names it
/// @param threads files read at once, 1 to 64
/// @param maxInflatedBytesPerFile what one file may hold once decompressed; the rest of a larger
///   one is left unread and the report says so
public record SourceSettings(
        Kind kind, @Nullable Path logs, int threads, long maxInflatedBytesPerFile) {

    /// Files, no folder yet. A log file of 50 MB is the largest seen in the field; 1 GiB leaves
    /// room and still stops a bomb within seconds.
    public static final SourceSettings DEFAULTS = new SourceSettings(Kind.FILES, null, 4, 1L << 30);

    public SourceSettings {
        Check.range("source.threads", threads, 1, 64);
        Check.range(
                "source.max-inflated-bytes-per-file", maxInflatedBytesPerFile, 1, Long.MAX_VALUE);
    }

    /// The engines that can read a trail.
    public enum Kind {
        /// A folder of CloudTrail's log files.
        FILES
    }
}
