package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Event;
import dev.glasstrail.demo.cloudtrail.HumanTime;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.LogFolder;
import dev.glasstrail.demo.cloudtrail.Origin;
import dev.glasstrail.demo.cloudtrail.Region;
import dev.glasstrail.demo.cloudtrail.Role;
import java.time.DayOfWeek;
import java.time.Instant;

/// Records that real logs hold and that no reader may stumble over. None belongs to a use.
final class OddRecords implements Story {

    private static final Instant TIME = Week.on(DayOfWeek.WEDNESDAY, "09:41:00");
    private static final Origin PORTAL = Cast.SALMA.browser();

    @Override
    public String name() {
        return "odd-records";
    }

    @Override
    public void tell(Script script) {
        identities(script);
        keys(script);
        types(script);
        places(script);
    }

    private static void identities(Script script) {
        record(script, "sso", "Authenticate")
                .called("identity-unknown")
                .by(
                        Json.object(
                                "type", "Unknown",
                                "principalId", "97674b9c-50c1-70b0-0000-000000000006",
                                "arn", Cast.SECURITY_MANAGEMENT.sessionArn("salma.haddad"),
                                "accountId", Account.MANAGEMENT.id(),
                                "userName", "salma.haddad"),
                        PORTAL);
        record(script, "kms", "RotateKey")
                .called("identity-without-type")
                .by(
                        Json.object(
                                "accountId",
                                Account.MANAGEMENT.id(),
                                "invokedBy",
                                "kms.amazonaws.com"),
                        Origin.service("kms.amazonaws.com"))
                .set("eventType", "AwsServiceEvent");
        record(script, "sso", "ListApplications")
                .called("identity-center-user")
                .by(Identity.identityCenterUser(Cast.SALMA, "d1a7example"), PORTAL)
                .set("eventType", "AwsServiceEvent");
        record(script, "s3", "GetObject")
                .called("identity-anonymous")
                .by(
                        Json.object(
                                "type", "AWSAccount",
                                "principalId", "",
                                "accountId", "ANONYMOUS_PRINCIPAL"),
                        new Origin("203.0.113.77", "[curl/8.16.0]"))
                .additional("bytesTransferredIn", 0.5, "bytesTransferredOut", 1043.25);
        record(script, "signin", "CredentialChallenge")
                .called("identity-missing")
                .by(Json.object(), PORTAL)
                .without("userIdentity");
    }

    private static void keys(Script script) {
        Role role = Cast.DEVOPS_STAGING;
        ObjectNode empty = Identity.assumedRole(role, "lena", "", TIME.minusSeconds(90), false);
        record(script, "q", "SendMessage").called("key-empty").by(empty, PORTAL);
        ObjectNode missing = empty.deepCopy();
        missing.remove("accessKeyId");
        record(script, "q", "SendMessage").called("key-missing").by(missing, PORTAL);
        // Whoever exported these from another tool put one key in the place of all.
        String shared = "ASIAEXAMPLEMASKED000";
        for (String name : new String[] {"lena", "aiko"}) {
            ObjectNode masked =
                    Identity.assumedRole(role, name, shared, TIME.minusSeconds(90), false);
            record(script, "ec2", "DescribeVpcs").called("key-shared-" + name).by(masked, PORTAL);
        }
    }

    private static void types(Script script) {
        Origin service = Origin.service("rds.amazonaws.com");
        Role role = Role.plain(Account.MANAGEMENT, "AWSServiceRoleForRDS");
        record(script, "sts", "AssumeRole")
                .called("answer-without-session")
                .by(Identity.service("rds.amazonaws.com"), service)
                .request("roleArn", role.arn(), "roleSessionName", "rds-monitoring")
                .response(
                        "credentials",
                        Json.object(
                                "accessKeyId", script.ids().accessKey("rds"),
                                "sessionToken", "IQoJb3JpZ2luX2VjEXAMPLE",
                                "expiration", HumanTime.older(TIME.plusSeconds(3600))));
        ObjectNode reader =
                Identity.assumedRole(
                        Cast.DEVOPS_STAGING, "lena", script.ids().accessKey("lena"), TIME, false);
        record(script, "ec2", "DescribeImages")
                .called("limit-as-number")
                .by(reader, Cast.LENA.shell())
                .request("maxResults", 1000);
        record(script, "ec2", "DescribeImages")
                .called("limit-as-text")
                .by(reader, Cast.LENA.shell())
                .request("maxResults", "1")
                .without("readOnly");
    }

    /// The path says staging and spells the region in its own way; the record says production.
    private static void places(Script script) {
        ObjectNode identity =
                Identity.assumedRole(
                        Cast.DEVOPS_PRODUCTION,
                        Cast.AIKO.userName(),
                        script.ids().accessKey("aiko"),
                        TIME,
                        false);
        script.event(TIME, Account.PRODUCTION, Region.FRANKFURT, "ecs", "ListTasks")
                .called("filed-elsewhere")
                .by(identity, Cast.AIKO.shell())
                .filedUnder(new LogFolder(Account.STAGING, "eucentral1"));
        script.event(TIME, Account.PRODUCTION, Region.VIRGINIA, "cloudfront", "ListDistributions")
                .called("filed-in-two-regions")
                .by(identity, Cast.AIKO.shell())
                .alsoIn(LogFolder.of(Account.PRODUCTION, Region.FRANKFURT));
    }

    private static Event record(Script script, String service, String call) {
        return script.event(TIME, Account.MANAGEMENT, Region.FRANKFURT, service, call);
    }
}
