package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.IamUser;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Person;
import dev.glasstrail.demo.cloudtrail.Role;
import java.util.List;

/// Everybody who appears. Addresses are from the blocks kept for documentation (RFC 5737).
public final class Cast {

    static final String CLI =
            "aws-cli/2.31.30 md/awscrt#0.28.4 ua/2.1 os/macos#25.1.0 md/arch#arm64 lang/python#3.13.9";
    static final String CLI_ON_LINUX =
            "aws-cli/2.31.11 md/awscrt#0.28.2 ua/2.1 os/linux#6.12.48 md/arch#x86_64 lang/python#3.13.7";
    static final String GO_SDK = "aws-sdk-go-v2/1.39.6 os/linux lang/go#1.25.3 md/GOARCH#amd64";

    /// Database engineer, often on call.
    static final Person MARA = person("mara.lindqvist", "0001", "198.51.100.23", CLI);

    /// Platform engineer.
    static final Person JONAS = person("jonas.weber", "0002", "198.51.100.41", CLI);

    /// Platform engineer in another office.
    static final Person AIKO = person("aiko.tanaka", "0003", "203.0.113.57", CLI);

    /// Site reliability engineer.
    static final Person LENA = person("lena.fischer", "0004", "198.51.100.72", CLI_ON_LINUX);

    /// Contractor.
    static final Person OWEN = person("owen.clarke", "0005", "203.0.113.19", CLI_ON_LINUX);

    /// Security engineer, who looks after the member accounts' root.
    static final Person SALMA = person("salma.haddad", "0006", "198.51.100.90", CLI);

    static final List<Person> EVERYBODY = List.of(MARA, JONAS, AIKO, LENA, OWEN, SALMA);

    /// The name of the watched permission set.
    public static final String BREAK_GLASS_SET = "devops-break-glass";

    static final Role BREAK_GLASS_PRODUCTION =
            Role.permissionSet(Account.PRODUCTION, BREAK_GLASS_SET, "3f9a1c5e7b2d4860");
    static final Role BREAK_GLASS_STAGING =
            Role.permissionSet(Account.STAGING, BREAK_GLASS_SET, "a41d0b6c93e857f2");
    static final Role DEVOPS_PRODUCTION =
            Role.permissionSet(Account.PRODUCTION, "devops", "58c2e07d1a9b43f6");
    static final Role DEVOPS_STAGING =
            Role.permissionSet(Account.STAGING, "devops", "0e7f4d92b8a16c35");
    static final Role SECURITY_MANAGEMENT =
            Role.permissionSet(Account.MANAGEMENT, "security", "c6810f2e5d7b94a3");

    static final Role SECURITY_PRODUCTION =
            Role.permissionSet(Account.PRODUCTION, "security", "91b7e4d20c5f3a68");

    /// The watched role that is no permission set.
    public static final Role BREAK_GLASS_ADMIN =
            Role.plain(Account.PRODUCTION, "breakglass-prod-admin");

    /// The role by which the organisation's owner enters a member account: watched by nobody.
    static final Role ORGANISATION_ACCESS =
            Role.plain(Account.STAGING, "OrganizationAccountAccessRole");

    static final Role DEPLOYMENT = Role.plain(Account.PRODUCTION, "deployment-pipeline");

    static final Role LOG_READER = Role.plain(Account.MANAGEMENT, "central-log-reader");

    /// The watched user, whose password lies in the safe.
    public static final IamUser BREAK_GLASS_USER =
            new IamUser(
                    Account.MANAGEMENT, "breakglass-admin", new Origin("192.0.2.10", CLI_ON_LINUX));

    static final IamUser PRIYA =
            new IamUser(Account.PRODUCTION, "priya.nair", new Origin("192.0.2.88", CLI));
    static final IamUser TOMAS =
            new IamUser(Account.STAGING, "tomas.novak", new Origin("192.0.2.61", CLI));
    static final IamUser BUILD_BOT =
            new IamUser(Account.STAGING, "build-bot", new Origin("192.0.2.140", GO_SDK));

    /// A supplier's office.
    static final Origin SUPPLIER = new Origin("203.0.113.166", CLI_ON_LINUX);

    /// Where somebody calls from who is none of us.
    static final Origin STRANGER =
            new Origin(
                    "203.0.113.200",
                    "Boto3/1.40.70 md/Botocore#1.40.70 os/linux#5.15.0 lang/python#3.11.2");

    private Cast() {}

    private static Person person(String name, String ending, String address, String agent) {
        return new Person(
                name + "@example.com",
                "93a7e0d4-50c1-70aa-0000-00000000" + ending,
                new Origin(address, agent));
    }
}
