package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Account;
import java.time.DayOfWeek;

/// Root of the management account signs in to change the telephone number for billing.
final class RootSignIn implements Story {

    @Override
    public String name() {
        return "root-sign-in";
    }

    @Override
    public void tell(Script script) {
        Session root =
                SignIns.root(
                        script,
                        Account.MANAGEMENT,
                        Cast.SALMA.shell(),
                        Week.on(DayOfWeek.MONDAY, "15:45:09"),
                        7);
        root.global(12, "account", "GetContactInformation");
        root.global(1, "billingconsole", "GetAccountInformation");
        root.global(3, "iam", "GetAccountSummary");
        root.global(80, "account", "PutAlternateContact")
                .request("alternateContactType", "BILLING", "phoneNumber", "+49 30 5550100");
        root.global(2, "account", "GetAlternateContact");
        root.global(45, "iam", "ListMFADevices");
        root.global(62, "signin", "Logout").set("eventType", "AwsConsoleSignIn");
    }
}
