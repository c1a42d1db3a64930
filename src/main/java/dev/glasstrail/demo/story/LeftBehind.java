package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.HumanTime;
import dev.glasstrail.demo.cloudtrail.Ids;
import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;

/// On Friday evening three things are made that nobody takes away: a user with a key, a port open
/// to the world, a database snapshot shared with a strange account.
final class LeftBehind implements Story {

    private static final String USER = "temp-support";
    private static final String GROUP = "sg-0example00bastion";
    private static final String STRANGE_ACCOUNT = "999988887777";

    @Override
    public String name() {
        return "left-behind";
    }

    @Override
    public void tell(Script script) {
        Session owen =
                Openings.commandLine(
                        script,
                        Cast.OWEN,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.FRIDAY, "17:30:08"));
        user(owen);
        owen.after(120, "ec2", "DescribeSecurityGroups");
        owen.after(38, "ec2", "AuthorizeSecurityGroupIngress")
                .request("groupId", GROUP, "ipPermissions", OpenPort.permissions("0.0.0.0/0", 22))
                .response("_return", true);
        owen.after(160, "rds", "CreateDBSnapshot")
                .request(
                        "dBInstanceIdentifier", "orders-prod",
                        "dBSnapshotIdentifier", "orders-for-support");
        owen.after(600, "rds", "ModifyDBSnapshotAttribute")
                .request(
                        "dBSnapshotIdentifier", "orders-for-support",
                        "attributeName", "restore",
                        "valuesToAdd", Json.list(STRANGE_ACCOUNT));
        owen.after(44, "rds", "DescribeDBSnapshotAttributes");
    }

    private static void user(Session owen) {
        String arn = owen.account().arn("iam", "", "user/" + USER);
        owen.global(60, "iam", "CreateUser")
                .request("userName", USER)
                .response(
                        "user",
                        Json.object(
                                "userName",
                                USER,
                                "userId",
                                Ids.exampleId("AIDA", arn, 10),
                                "arn",
                                arn,
                                "path",
                                "/",
                                "createDate",
                                HumanTime.of(owen.now())));
        owen.global(14, "iam", "AttachUserPolicy")
                .request(
                        "userName",
                        USER,
                        "policyArn",
                        "arn:aws:iam::aws:policy/AdministratorAccess");
        owen.global(9, "iam", "CreateAccessKey")
                .request("userName", USER)
                .response(
                        "accessKey",
                        Json.object(
                                "userName",
                                USER,
                                "accessKeyId",
                                Ids.exampleId("AKIA", arn, 9),
                                "status",
                                "Active",
                                "createDate",
                                HumanTime.older(owen.now())));
    }
}
