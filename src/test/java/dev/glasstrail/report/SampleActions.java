package dev.glasstrail.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The actions of [SampleReports].
final class SampleActions {

    private SampleActions() {}

    static List<ActionRow> actions() {
        List<ActionRow> rows = new ArrayList<>();
        String jana = "a1b2c3d4e5f60718";
        rows.add(action(jana, 1, "02:14:10", "rds", "DescribeDBInstances", true, null));
        rows.add(
                action(jana, 2, "02:20:31", "rds", "RestoreDBInstanceFromDBSnapshot", false, null));
        rows.add(action(jana, 3, "02:21:00", "s3", "GetObject", true, "AccessDenied"));
        rows.add(action(jana, 4, "02:31:44", "iam", "CreateAccessKey", false, null));
        rows.add(action(jana, 5, "02:40:00", "sts", "AssumeRole", null, null));
        rows.add(action("b1b2c3d4e5f60718", 6, "02:58:40", "events", "DisableRule", false, null));
        String user = "c1b2c3d4e5f60718";
        rows.add(action(user, 7, "11:06:00", "ec2", "DescribeInstances", true, null));
        rows.add(action(user, 8, "11:07:31", "ec2", "TerminateInstances", false, "DryRun"));
        rows.add(action("d1b2c3d4e5f60718", 9, "23:10:00", "kms", "Decrypt", true, null));
        rows.add(action("e1b2c3d4e5f60718", 10, "00:20:00", "ec2", "StopInstances", false, null));
        return rows;
    }

    static ActionRow saying(String sessionId, int number, Instant at, String text) {
        return new ActionRow(
                sessionId,
                String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number),
                at,
                "ec2.amazonaws.com",
                "DescribeInstances",
                "eu-central-1",
                SampleReports.ACCOUNT,
                true,
                null,
                null,
                "198.51.100.7",
                text,
                null,
                null,
                "read",
                "same principal and creation time",
                List.of(text),
                text);
    }

    static ActionRow plain(String sessionId, int session, int action, Instant at) {
        return new ActionRow(
                sessionId,
                String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", session, action),
                at,
                "ec2.amazonaws.com",
                "DescribeInstances",
                "eu-central-1",
                SampleReports.ACCOUNT,
                true,
                null,
                null,
                "198.51.100.7",
                "aws-cli/2.31.0 md/awscrt#0.28.1 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.13",
                "ASIAEXAMPLE000000001",
                null,
                "read",
                "same principal and creation time",
                List.of("arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0"),
                "{\"instancesSet\":{\"items\":[{\"instanceId\":\"i-0123456789abcdef0\"}]}}");
    }

    private static ActionRow action(
            String sessionId,
            int number,
            String time,
            String service,
            String name,
            @Nullable Boolean readOnly,
            @Nullable String errorCode) {
        boolean hostile = number == 8;
        return new ActionRow(
                sessionId,
                String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number),
                Instant.parse(day(number) + "T" + time + "Z"),
                service + ".amazonaws.com",
                name,
                "eu-central-1",
                number == 6 ? SampleReports.OTHER_ACCOUNT : SampleReports.ACCOUNT,
                readOnly,
                errorCode,
                errorCode == null ? null : "User is not authorized to perform this",
                number == 3 ? "rds.amazonaws.com" : "198.51.100.7",
                hostile ? "@SUM(1+1)*cmd|' /C calc'!A0" : "aws-cli/2.31.0 (Linux; x86_64)",
                number == 9 ? null : "ASIAEXAMPLE000000001",
                number == 3 ? "rds.amazonaws.com" : null,
                Boolean.TRUE.equals(readOnly) ? "read" : "write",
                "same principal and creation time",
                hostile
                        ? List.of("safe\u202Egnp.exe", "i-0_x0041_", "\tindented")
                        : List.of(
                                "arn:aws:"
                                        + service
                                        + ":eu-central-1:111122223333:thing/"
                                        + number),
                number == 9 ? null : "{\"name\":\"thing-" + number + "\",\"password\":\"***\"}");
    }

    private static String day(int number) {
        if (number <= 6) {
            return "2026-11-10";
        }
        if (number <= 8) {
            return "2026-11-12";
        }
        return number == 9 ? "2026-11-15" : "2026-11-09";
    }
}
