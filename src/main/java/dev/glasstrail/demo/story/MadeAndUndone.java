package dev.glasstrail.demo.story;

import java.time.DayOfWeek;

/// How it should be done: a role, a snapshot and an open port are made, used and taken away again.
final class MadeAndUndone implements Story {

    private static final String ROLE = "migration-temp";
    private static final String POLICY = "arn:aws:iam::aws:policy/AmazonRDSFullAccess";
    private static final String SNAPSHOT = "parcels-before-migration";
    private static final String GROUP = "sg-0example0parcels";

    @Override
    public String name() {
        return "made-and-undone";
    }

    @Override
    public void tell(Script script) {
        Session lena =
                Openings.commandLine(
                        script,
                        Cast.LENA,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.WEDNESDAY, "13:00:12"));
        lena.global(45, "iam", "CreateRole").request("roleName", ROLE, "path", "/");
        lena.global(6, "iam", "AttachRolePolicy").request("roleName", ROLE, "policyArn", POLICY);
        lena.after(30, "rds", "CreateDBSnapshot")
                .request("dBInstanceIdentifier", "parcels-prod", "dBSnapshotIdentifier", SNAPSHOT);
        lena.after(25, "ec2", "AuthorizeSecurityGroupIngress")
                .request(
                        "groupId",
                        GROUP,
                        "ipPermissions",
                        OpenPort.permissions("198.51.100.72/32", 5432));
        for (int i = 0; i < 4; i++) {
            lena.after(400, "rds", "DescribeDBInstances");
        }
        lena.after(70, "ec2", "RevokeSecurityGroupIngress")
                .request(
                        "groupId",
                        GROUP,
                        "ipPermissions",
                        OpenPort.permissions("198.51.100.72/32", 5432));
        lena.after(12, "rds", "DeleteDBSnapshot").request("dBSnapshotIdentifier", SNAPSHOT);
        lena.global(20, "iam", "DetachRolePolicy").request("roleName", ROLE, "policyArn", POLICY);
        lena.global(4, "iam", "DeleteRole").request("roleName", ROLE);
    }
}
