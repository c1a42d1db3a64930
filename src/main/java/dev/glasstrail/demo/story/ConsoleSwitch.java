package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.IamUser;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Region;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.DayOfWeek;
import java.time.Instant;

/// An engineer is signed in to staging's console and uses "Switch role" to get into production.
///
/// Three records: the console assumes the role for the user, seen by both accounts as coming from
/// `AWS Internal`, and `SwitchRole` alone has the address of the person.
final class ConsoleSwitch implements Story {

    @Override
    public String name() {
        return "console-switch";
    }

    @Override
    public void tell(Script script) {
        IamUser tomas = Cast.TOMAS;
        Instant signedIn = Week.on(DayOfWeek.TUESDAY, "14:21:30");
        Session staging = SignIns.user(script, tomas, signedIn, 5);
        staging.after(50, "rds", "DescribeDBInstances");

        Instant time = Week.on(DayOfWeek.TUESDAY, "14:30:02");
        Role role = Cast.BREAK_GLASS_ADMIN;
        ObjectNode user = staging.identity();
        Session production =
                Assumption.byConsole(script, tomas.account(), user, role, tomas.name())
                        .at(time)
                        .from(SignIns.browser(tomas))
                        .inConsole(4);
        switched(script, role, time, SignIns.browser(tomas));
        work(production);
    }

    private static void switched(Script script, Role role, Instant time, Origin browser) {
        String url = "https://eu-central-1.console.aws.amazon.com/rds/home";
        script.event(time, role.account(), Region.VIRGINIA, "signin", "SwitchRole")
                .by(Identity.assumedRoleWithoutContext(role, Cast.TOMAS.name()), browser)
                .response("SwitchRole", "Success")
                .additional("SwitchFrom", Cast.TOMAS.arn(), "RedirectTo", url)
                .set("eventType", "AwsConsoleSignIn");
    }

    private static void work(Session production) {
        production.after(6, "rds", "DescribeDBInstances").request("maxRecords", 100);
        production
                .after(20, "rds", "DescribeDBParameters")
                .request("dBParameterGroupName", "orders-postgres17", "maxRecords", 100);
        production
                .after(85, "rds", "ModifyDBParameterGroup")
                .request(
                        "dBParameterGroupName",
                        "orders-postgres17",
                        "parameters",
                        Json.list(
                                Json.object(
                                        "parameterName", "max_connections",
                                        "parameterValue", "600",
                                        "applyMethod", "pending-reboot")));
        production
                .after(140, "rds", "RebootDBInstance")
                .request("dBInstanceIdentifier", "routes-prod");
        production.after(190, "rds", "DescribeEvents").request("sourceIdentifier", "routes-prod");
        production.after(61, "monitoring", "GetMetricData");
    }
}
