package dev.glasstrail.demo.story;

import java.time.DayOfWeek;
import java.time.Instant;

/// A program asks twice in one second under one name. Only one of the two keys is ever used, and
/// nothing but the key tells the two openings apart.
final class TwoInOneSecond implements Story {

    @Override
    public String name() {
        return "two-in-one-second";
    }

    @Override
    public void tell(Script script) {
        Instant time = Week.on(DayOfWeek.THURSDAY, "19:00:07");
        Session used =
                Assumption.by(script, Cast.PRIYA, Cast.BREAK_GLASS_ADMIN, "drain-nodes")
                        .at(time)
                        .from(Cast.PRIYA.shell().with(Cast.GO_SDK));
        Assumption.by(script, Cast.PRIYA, Cast.BREAK_GLASS_ADMIN, "drain-nodes").at(time);
        used.after(1, "eks", "DescribeCluster").request("name", "routing");
        for (int node = 1; node <= 3; node++) {
            used.after(60, "autoscaling", "TerminateInstanceInAutoScalingGroup")
                    .request(
                            "instanceId",
                            "i-0example000000" + node,
                            "shouldDecrementDesiredCapacity",
                            false);
            used.after(2, "autoscaling", "DescribeAutoScalingGroups");
        }
    }
}
