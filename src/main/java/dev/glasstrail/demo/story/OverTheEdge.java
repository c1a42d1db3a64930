package dev.glasstrail.demo.story;

import java.time.DayOfWeek;

/// Begun on Sunday twenty minutes before midnight and still at work on Monday: the session belongs
/// to this week with all its actions.
final class OverTheEdge implements Story {

    @Override
    public String name() {
        return "over-the-edge";
    }

    @Override
    public void tell(Script script) {
        Session jonas =
                Openings.commandLine(
                        script,
                        Cast.JONAS,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.SUNDAY, "23:40:36"));
        jonas.after(15, "elasticloadbalancing", "DescribeLoadBalancers");
        jonas.after(80, "wafv2", "GetWebACL").request("name", "shop", "scope", "REGIONAL");
        jonas.after(200, "wafv2", "UpdateWebACL").request("name", "shop", "scope", "REGIONAL");
        jonas.until(Week.mondayAfter("00:04:10")).after(0, "wafv2", "GetSampledRequests");
        jonas.after(900, "wafv2", "UpdateWebACL").request("name", "shop", "scope", "REGIONAL");
        jonas.until(Week.mondayAfter("01:17:52")).after(0, "wafv2", "GetWebACL");
    }
}
