package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.Json;
import java.time.DayOfWeek;

/// The use that break-glass is for. At two in the night the orders database is corrupt; the
/// engineer on call restores last evening's snapshot and swaps it in.
///
/// After an hour the command line renews its credentials: a second session of the same use.
final class DatabaseRestore implements Story {

    private static final String BROKEN = "orders-prod";
    private static final String RESTORED = "orders-prod-restored";
    private static final String SNAPSHOT = "rds:orders-prod-2026-11-10-22-05";

    @Override
    public String name() {
        return "database-restore";
    }

    @Override
    public void tell(Script script) {
        Session mara =
                Openings.commandLine(
                        script,
                        Cast.MARA,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.WEDNESDAY, "02:04:09"));
        // The first action is delivered in an earlier file than the opening.
        script.last("AssumeRoleWithSAML").inFile(1);
        look(mara);
        restore(mara);
        Session later =
                Openings.commandLine(
                        script,
                        Cast.MARA,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.WEDNESDAY, "03:04:31"));
        swap(later);
    }

    private void look(Session mara) {
        mara.after(32, "sts", "GetCallerIdentity").inFile(0);
        mara.after(21, "rds", "DescribeDBInstances").request("dBInstanceIdentifier", BROKEN);
        mara.after(48, "rds", "DescribeEvents").request("sourceIdentifier", BROKEN);
        mara.after(55, "monitoring", "GetMetricData");
        mara.after(70, "logs", "FilterLogEvents")
                .request("logGroupName", "/aws/rds/instance/orders-prod/postgresql");
        mara.after(93, "rds", "DescribeDBSnapshots").request("dBInstanceIdentifier", BROKEN);
    }

    private void restore(Session mara) {
        mara.after(210, "rds", "CreateDBSnapshot")
                .request("dBInstanceIdentifier", BROKEN, "dBSnapshotIdentifier", "orders-broken");
        byKeyService(mara.after(2, "kms", "CreateGrant").set("readOnly", false));
        mara.after(144, "rds", "RestoreDBInstanceFromDBSnapshot")
                .request(
                        "dBInstanceIdentifier",
                        RESTORED,
                        "dBSnapshotIdentifier",
                        SNAPSHOT,
                        "dBInstanceClass",
                        "db.r7g.xlarge",
                        "multiAZ",
                        true)
                .response("dBInstanceIdentifier", RESTORED, "dBInstanceStatus", "creating");
        byKeyService(mara.after(2, "kms", "CreateGrant").set("readOnly", false));
        byKeyService(mara.after(1, "kms", "DescribeKey"));
        for (int i = 0; i < 12; i++) {
            mara.after(180, "rds", "DescribeDBInstances").request("dBInstanceIdentifier", RESTORED);
        }
    }

    private void swap(Session mara) {
        mara.after(9, "rds", "DescribeDBInstances").request("dBInstanceIdentifier", RESTORED);
        mara.after(61, "rds", "ModifyDBInstance")
                .called("ModifyDBInstance-password")
                .request(
                        "dBInstanceIdentifier",
                        RESTORED,
                        "masterUserPassword",
                        PlantedSecrets.DATABASE_PASSWORD,
                        "applyImmediately",
                        true);
        mara.after(95, "rds", "ModifyDBInstance")
                .request(
                        "dBInstanceIdentifier",
                        BROKEN,
                        "newDBInstanceIdentifier",
                        "orders-prod-broken",
                        "applyImmediately",
                        true);
        mara.after(150, "rds", "ModifyDBInstance")
                .request(
                        "dBInstanceIdentifier", RESTORED,
                        "newDBInstanceIdentifier", BROKEN,
                        "applyImmediately", true);
        mara.after(240, "rds", "RebootDBInstance")
                .request("dBInstanceIdentifier", BROKEN, "forceFailover", false);
        mara.after(180, "rds", "DescribeDBInstances").request("dBInstanceIdentifier", BROKEN);
        mara.after(75, "ecs", "UpdateService")
                .request("service", "checkout", "cluster", "shop", "forceNewDeployment", true);
        mara.after(130, "ecs", "DescribeServices").request("services", Json.list("checkout"));
    }

    private static void byKeyService(Event event) {
        event.forwardedBy("rds.amazonaws.com");
    }
}
