package dev.glasstrail.doctor;

import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.CommonPrefix;

/// A folder on the way down CloudTrail's layout.
///
/// @param prefix of the keys in it, ending in `/`
/// @param name its last part
record Step(String prefix, String name) {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{2}|[0-9]{4}");
    private static final int LAST = 100_000;

    static Step of(CommonPrefix folder) {
        String prefix = folder.prefix();
        String closed = prefix.substring(0, prefix.length() - 1);
        return new Step(prefix, closed.substring(closed.lastIndexOf('/') + 1));
    }

    boolean isAccount() {
        return ACCOUNT.matcher(name).matches();
    }

    /// Digests and Insights lie beside the logs.
    boolean leadsOn() {
        return !name.equals("CloudTrail-Digest") && !name.equals("CloudTrail-Insight");
    }

    /// Which folder is taken where there are several: the layout's own before any other, and of
    /// years, months and days the latest.
    int rank() {
        if (name.equals("AWSLogs") || name.equals("CloudTrail")) {
            return 0;
        }
        if (ORGANIZATION.matcher(name).matches()) {
            return 1;
        }
        if (isAccount()) {
            return 2;
        }
        return NUMBER.matcher(name).matches() ? LAST - Integer.parseInt(name) : LAST;
    }
}
