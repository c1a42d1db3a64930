package dev.glasstrail.demo;

import dev.glasstrail.demo.cloudtrail.LogFolder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;

/// One log file: where it lies and the time in its name.
record LogFile(LogFolder folder, Instant mark) implements Comparable<LogFile> {

    private static final DateTimeFormatter DAY = formatter("yyyy/MM/dd");
    private static final DateTimeFormatter MINUTE = formatter("yyyyMMdd'T'HHmm'Z'");
    private static final DateTimeFormatter SECOND = formatter("yyyyMMdd'T'HHmmss'Z'");

    private static final Comparator<LogFile> ORDER =
            Comparator.comparing((LogFile file) -> file.folder().account())
                    .thenComparing(file -> file.folder().region())
                    .thenComparing(LogFile::mark);

    /// The object key as CloudTrail forms it.
    ///
    /// @param unique sixteen letters and digits
    String key(String unique) {
        return folderKey(folder, "CloudTrail", mark)
                + name("CloudTrail")
                + MINUTE.format(mark)
                + "_"
                + unique
                + ".json.gz";
    }

    /// The key of the digest that was made at this file's time; its name has seconds.
    String digestKey() {
        return folderKey(folder, "CloudTrail-Digest", mark)
                + name("CloudTrail-Digest")
                + TrailBucket.TRAIL
                + "_us-east-1_"
                + SECOND.format(mark)
                + ".json.gz";
    }

    /// The key of an Insights file.
    String insightKey(String unique) {
        return folderKey(folder, "CloudTrail-Insight", mark)
                + name("CloudTrail-Insight")
                + MINUTE.format(mark)
                + "_"
                + unique
                + ".json.gz";
    }

    /// The folder of a day, with a slash at its end.
    static String folderKey(LogFolder folder, String kind, Instant day) {
        return TrailBucket.PREFIX
                + folder.account().id()
                + "/"
                + kind
                + "/"
                + folder.region()
                + "/"
                + DAY.format(day)
                + "/";
    }

    @Override
    public int compareTo(LogFile other) {
        return ORDER.compare(this, other);
    }

    private String name(String kind) {
        return folder.account().id() + "_" + kind + "_" + folder.region() + "_";
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
