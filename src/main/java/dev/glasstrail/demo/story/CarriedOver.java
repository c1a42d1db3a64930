package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Region;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.DayOfWeek;
import java.time.Instant;

/// Begun on the Sunday before: last week's report has counted it, this one mentions it.
///
/// One record of it has the form that older services write: type `Unknown`, no session context.
final class CarriedOver implements Story {

    @Override
    public String name() {
        return "carried-over";
    }

    @Override
    public void tell(Script script) {
        Session lena =
                Openings.commandLine(
                        script,
                        Cast.LENA,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.sundayBefore("22:50:14"));
        lena.after(22, "elasticache", "DescribeReplicationGroups");
        lena.after(130, "elasticache", "TestFailover")
                .request("replicationGroupId", "sessions", "nodeGroupId", "0001");
        lena.until(Week.sundayBefore("23:58:20")).after(0, "elasticache", "DescribeEvents");
        lena.until(Week.on(DayOfWeek.MONDAY, "00:21:07"))
                .after(0, "elasticache", "ModifyReplicationGroup")
                .request("replicationGroupId", "sessions", "applyImmediately", true);
        unknown(script, lena.now().plusSeconds(600));
        lena.after(1400, "elasticache", "DescribeReplicationGroups");
    }

    private static void unknown(Script script, Instant time) {
        Role role = Cast.BREAK_GLASS_PRODUCTION;
        script.event(time, role.account(), Region.FRANKFURT, "sqlworkbench", "GetAccountInfo")
                .by(
                        Identity.assumedRoleWithoutContext(role, Cast.LENA.userName())
                                .put("type", "Unknown"),
                        Cast.LENA.browser());
    }
}
