package dev.glasstrail.trail.files;

/// How much one file may cost, so that a hostile or broken one cannot stop the audit.
///
/// @param inflatedBytes most bytes that may come out of one compressed file; the largest log object
///   that CloudTrail writes is 50 MB and grows some twentyfold
/// @param inflationRatio most bytes that may come out for each byte that goes in, judged once 16
///   MiB have come out
/// @param recordCharacters most characters of names and values in one record; CloudTrail's own
///   limit is 256 KB
/// @param threads files read at once
public record FileLimits(
        long inflatedBytes, int inflationRatio, int recordCharacters, int threads) {

    public FileLimits {
        requirePositive("inflatedBytes", inflatedBytes);
        requirePositive("inflationRatio", inflationRatio);
        requirePositive("recordCharacters", recordCharacters);
        requirePositive("threads", threads);
    }

    /// 1 GiB from one file, 400 bytes out for one in, 2 Mi characters in a record, and as many
    /// files at once as there are processors.
    public static FileLimits defaults() {
        return new FileLimits(1L << 30, 400, 2 << 20, Runtime.getRuntime().availableProcessors());
    }

    /// The same limits with those that settings can change.
    public FileLimits with(long otherInflatedBytes, int otherThreads) {
        return new FileLimits(otherInflatedBytes, inflationRatio, recordCharacters, otherThreads);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    name
                            + " is "
                            + value
                            + " and must be at least 1; leave it out for the default");
        }
    }
}
