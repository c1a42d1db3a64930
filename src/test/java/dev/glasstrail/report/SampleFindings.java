package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;

/// The findings and touched guards of [SampleReports].
final class SampleFindings {

    private static final String DISABLED = "00000000-0000-4000-8000-000000000006";

    private SampleFindings() {}

    static List<Finding> findings() {
        return List.of(
                new Finding(
                        "GUARD_TOUCHED",
                        Severity.CRITICAL,
                        "The alarm's rule was disabled",
                        "jana.novak@example.com disabled the rule break-glass-alarm in account"
                                + " 444455556666 from a chained session. While it was disabled no"
                                + " opening could have rung.",
                        "b1b2c3d4e5f60718",
                        "BG-2026-W46-3f9a",
                        Instant.parse("2026-11-10T02:58:40Z"),
                        List.of(DISABLED)),
                new Finding(
                        "USER_WITHOUT_MFA",
                        Severity.HIGH,
                        "An emergency user signed in without MFA",
                        "bg-emergency was used with a long-term key; no record shows a second"
                                + " factor.",
                        "c1b2c3d4e5f60718",
                        "BG-2026-W46-9e02",
                        Instant.parse("2026-11-12T11:05:09Z"),
                        List.of(
                                "00000000-0000-4000-8000-000000000007",
                                "00000000-0000-4000-8000-000000000008")),
                new Finding(
                        "INPUT_UNREADABLE",
                        Severity.MEDIUM,
                        "A log file could not be read whole",
                        "The gzip data of one file ends in the middle; 37 records were read from"
                                + " it all the same.",
                        null,
                        null,
                        null,
                        List.of()),
                new Finding(
                        "OPENING_UNUSED",
                        Severity.LOW,
                        "Credentials were issued and never used",
                        "Nothing was done with the credentials of this opening.",
                        null,
                        "BG-2026-W46-71c0",
                        Instant.parse("2026-11-10T17:40:00Z"),
                        List.of("00000000-0000-4000-8000-000000000071")),
                new Finding(
                        "DUPLICATES_DROPPED",
                        Severity.INFO,
                        "Records came more than once",
                        "96 further copies of kept records were left out.",
                        null,
                        null,
                        null,
                        List.of()));
    }

    static List<GuardTouch> guards() {
        return List.of(
                new GuardTouch(
                        Instant.parse("2026-11-10T02:58:40Z"),
                        SampleReports.OTHER_ACCOUNT,
                        "eu-central-1",
                        "events.amazonaws.com",
                        "DisableRule",
                        "arn:aws:sts::444455556666:assumed-role/ops/jana.novak@example.com",
                        "break-glass-alarm",
                        null,
                        DISABLED,
                        "b1b2c3d4e5f60718"),
                new GuardTouch(
                        Instant.parse("2026-11-13T08:15:00Z"),
                        SampleReports.ACCOUNT,
                        "us-east-1",
                        "cloudtrail.amazonaws.com",
                        "StopLogging",
                        "arn:aws:iam::111122223333:user/ci",
                        "",
                        "AccessDenied",
                        "00000000-0000-4000-8000-0000000000a9",
                        null));
    }
}
