package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.HumanTime;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.DayOfWeek;

/// Monday morning the checkout answers with errors. An engineer opens the console from the access
/// portal, looks everywhere, scales the service up. The console uses sixteen access keys on the
/// way.
final class CheckoutOutage implements Story {

    private static final int KEYS = 16;

    @Override
    public String name() {
        return "checkout-outage";
    }

    @Override
    public void tell(Script script) {
        Session jonas =
                Openings.console(
                        script,
                        Cast.JONAS,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.MONDAY, "10:12:48"),
                        KEYS);
        openConsole(jonas);
        for (int i = 0; i < 9; i++) {
            look(jonas);
        }
        repair(script, jonas);
    }

    private static void openConsole(Session jonas) {
        jonas.after(4, "ec2", "DescribeRegions").request("allRegions", true);
        jonas.after(1, "health", "DescribeEventAggregates");
        jonas.after(1, "ecs", "ListClusters").deliveredTwice();
    }

    private static void look(Session jonas) {
        jonas.after(31, "ecs", "DescribeClusters").request("clusters", Json.list("shop"));
        jonas.after(1, "ecs", "ListServices").request("cluster", "shop", "maxResults", 100);
        jonas.after(2, "elasticloadbalancing", "DescribeTargetHealth");
        jonas.after(14, "monitoring", "GetMetricData").set("eventVersion", "1.09");
        jonas.after(1, "logs", "FilterLogEvents").request("logGroupName", "/ecs/checkout");
        jonas.after(22, "monitoring", "DescribeAlarms").request("maxRecords", "100");
    }

    private static void repair(Script script, Session jonas) {
        jonas.after(44, "ecs", "UpdateService")
                .request("service", "checkout", "cluster", "shop", "desiredCount", 12)
                .response("service", Json.object("serviceName", "checkout", "desiredCount", 12));
        // CloudTrail completed this record an hour later; the addendum is no second call.
        jonas.in(Region.FRANKFURT, 0, "ecs", "UpdateService")
                .called("UpdateService-addendum")
                .request("service", "checkout", "cluster", "shop", "desiredCount", 12)
                .response(
                        "service",
                        Json.object(
                                "serviceName",
                                "checkout",
                                "desiredCount",
                                12,
                                "createdAt",
                                HumanTime.of(jonas.now())))
                .set(
                        "addendum",
                        Json.object(
                                "reason",
                                "UPDATED_DATA",
                                "updatedFields",
                                "responseElements",
                                "originalRequestID",
                                script.ids().uuid("request/UpdateService"),
                                "originalEventID",
                                script.eventId("UpdateService")))
                .inFile(12);
        // This one came six hours late and says so; there is no other record of the call.
        jonas.after(35, "application-autoscaling", "RegisterScalableTarget")
                .request("resourceId", "service/shop/checkout", "minCapacity", 12)
                .set("addendum", Json.object("reason", "DELIVERY_DELAY"))
                .inFile(72);
        jonas.after(60, "ecs", "DescribeServices").request("services", Json.list("checkout"));
    }
}
