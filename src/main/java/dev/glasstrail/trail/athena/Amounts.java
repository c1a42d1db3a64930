package dev.glasstrail.trail.athena;

import java.time.Duration;
import java.util.Locale;

/// Bytes, money and time in words.
final class Amounts {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final double DOLLARS_PER_BYTE = 5e-12;
    private static final long LEAST_BYTES = 10_000_000;

    private Amounts() {}

    /// Such as `1.1 TB`, in powers of a thousand.
    static String bytes(long bytes) {
        int unit = 0;
        double value = bytes;
        // 999.95 would be rounded up to 1000.0 of the smaller unit.
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0
                ? bytes + " " + UNITS[0]
                : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /// What scanning so much costs in one query, such as `about 5.00 US dollars`.
    static String cost(long bytes) {
        double dollars = Math.max(bytes, LEAST_BYTES) * DOLLARS_PER_BYTE;
        return dollars < 0.01
                ? "less than a US cent"
                : String.format(Locale.ROOT, "about %.2f US dollars", dollars);
    }

    /// Such as `30 minutes` or `90 seconds`.
    static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 60 != 0) {
            return seconds + (seconds == 1 ? " second" : " seconds");
        }
        return seconds == 60 ? "1 minute" : seconds / 60 + " minutes";
    }
}
