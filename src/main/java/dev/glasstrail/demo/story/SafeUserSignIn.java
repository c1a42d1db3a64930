package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.IamUser;
import dev.glasstrail.demo.cloudtrail.Identity;
import java.time.DayOfWeek;
import java.time.Instant;

/// Identity Center is down for an hour; somebody takes the password of the emergency user out of
/// the safe, mistypes it once, and signs in to the management account.
final class SafeUserSignIn implements Story {

    @Override
    public String name() {
        return "safe-user-sign-in";
    }

    @Override
    public void tell(Script script) {
        IamUser user = Cast.BREAK_GLASS_USER;
        Instant time = Week.on(DayOfWeek.FRIDAY, "07:55:20");
        SignIns.failure(
                        script,
                        user.account(),
                        Identity.iamUserSigningIn(user),
                        SignIns.browser(user),
                        time.minusSeconds(38))
                .called("ConsoleLogin-failed");
        Session safe = SignIns.user(script, user, time, 6);
        safe.global(8, "organizations", "DescribeOrganization");
        safe.global(2, "organizations", "ListAccounts");
        safe.after(40, "sso", "ListInstances");
        safe.after(3, "sso", "ListPermissionSets").request("maxResults", 100);
        safe.global(70, "organizations", "ListPolicies")
                .request("filter", "SERVICE_CONTROL_POLICY");
        safe.global(95, "organizations", "DetachPolicy")
                .request("policyId", "p-example1", "targetId", "777788889999");
        safe.after(300, "sso", "ListInstances");
        safe.global(410, "organizations", "AttachPolicy")
                .request("policyId", "p-example1", "targetId", "777788889999");
        safe.global(33, "organizations", "ListPoliciesForTarget")
                .request("targetId", "777788889999");
    }
}
