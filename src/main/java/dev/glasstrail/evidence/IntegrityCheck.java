package dev.glasstrail.evidence;

import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.Reading.FileKind;
import java.util.Locale;

/// Verifies that the logs are whole and unaltered.
public interface IntegrityCheck {

    /// Judges what a scan has read.
    IntegrityResult check(Reading reading);

    /// The check of an audit that verifies no digests.
    static IntegrityCheck withoutDigests() {
        return reading -> {
            long digests = reading.files().getOrDefault(FileKind.DIGEST, 0L);
            String seen =
                    digests == 0
                            ? reading.files().isEmpty()
                                    ? "No digest file was read"
                                    : "No digest file lies beside the logs"
                            : String.format(Locale.ENGLISH, "%,d digest files", digests)
                                    + " lie beside the logs and were not verified";
            return new IntegrityResult.NotChecked(
                    seen + ", so nothing proves that no log file is missing or altered.", digests);
        };
    }
}
