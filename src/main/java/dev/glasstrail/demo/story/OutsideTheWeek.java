package dev.glasstrail.demo.story;

import java.time.Instant;

/// Uses of the weeks before and after: in the folder, but not in the report.
final class OutsideTheWeek implements Story {

    @Override
    public String name() {
        return "outside-the-week";
    }

    @Override
    public void tell(Script script) {
        Session before =
                Openings.commandLine(
                        script,
                        Cast.JONAS,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Instant.parse("2026-11-07T19:10:00Z"));
        before.after(40, "ecs", "ListTasks").request("cluster", "shop");
        Session after =
                Openings.commandLine(
                        script, Cast.MARA, Cast.BREAK_GLASS_STAGING, Week.mondayAfter("09:15:30"));
        after.after(33, "rds", "DescribeDBInstances");
    }
}
