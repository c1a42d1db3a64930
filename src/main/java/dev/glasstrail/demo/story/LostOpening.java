package dev.glasstrail.demo.story;

import java.time.DayOfWeek;
import java.time.Instant;

/// Actions of a break-glass session whose opening is in none of the logs: an account outside the
/// organisation may hold it. Who it was rests on a session name that anybody could have chosen.
final class LostOpening implements Story {

    @Override
    public String name() {
        return "lost-opening";
    }

    @Override
    public void tell(Script script) {
        Instant created = Week.on(DayOfWeek.SATURDAY, "04:58:03");
        Session vendor =
                Session.ofRole(
                        script,
                        Cast.BREAK_GLASS_ADMIN,
                        "vendor-support",
                        script.ids().accessKey("lost"),
                        created,
                        Cast.SUPPLIER);
        vendor.after(732, "ec2", "DescribeInstances").request("maxResults", 1000);
        vendor.after(41, "ssm", "SendCommand")
                .request("documentName", "AWS-RunShellScript", "comment", "patch agent");
        vendor.after(95, "ssm", "GetCommandInvocation").without("readOnly");
        vendor.after(300, "ssm", "ListCommandInvocations").request("maxResults", "1");
    }
}
