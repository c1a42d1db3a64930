package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;

/// A mistake: the table was to be deleted in staging. Sixteen minutes later the engineer restores
/// it in production, and then does in staging what was meant.
final class WrongAccount implements Story {

    private static final String TABLE = "sessions-2026-10";

    @Override
    public String name() {
        return "wrong-account";
    }

    @Override
    public void tell(Script script) {
        Session production =
                Openings.commandLine(
                        script,
                        Cast.LENA,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.TUESDAY, "16:10:29"));
        production.after(18, "dynamodb", "ListTables").request("limit", 100);
        production.after(25, "dynamodb", "DescribeTable").request("tableName", TABLE);
        production
                .after(47, "dynamodb", "DeleteTable")
                .request("tableName", TABLE)
                .response("tableDescription", Json.object("tableStatus", "DELETING"));
        production
                .after(440, "dynamodb", "DescribeTable")
                .request("tableName", TABLE)
                .error("ResourceNotFoundException", "Requested resource not found: " + TABLE);
        production.after(60, "sts", "GetCallerIdentity");
        production.after(35, "dynamodb", "ListBackups").request("tableName", TABLE);
        production
                .after(380, "dynamodb", "RestoreTableFromBackup")
                .request(
                        "targetTableName", TABLE, "backupArn", "arn:aws:dynamodb:::backup/example");
        production.after(600, "dynamodb", "DescribeTable").request("tableName", TABLE);

        Session staging =
                Openings.commandLine(
                        script,
                        Cast.LENA,
                        Cast.BREAK_GLASS_STAGING,
                        production.now().plusSeconds(200));
        staging.after(14, "sts", "GetCallerIdentity");
        staging.after(30, "dynamodb", "DeleteTable").request("tableName", TABLE);
    }
}
