package dev.glasstrail.demo.story;

import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Identity;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.DayOfWeek;

/// From production's break-glass session into staging, and from there into the management account:
/// neither of the further roles is watched, yet all of it is one person's doing.
final class ChainAcrossAccounts implements Story {

    private static final String AIKO = Cast.AIKO.userName();

    @Override
    public String name() {
        return "chain-across-accounts";
    }

    @Override
    public void tell(Script script) {
        Session production =
                Openings.commandLine(
                        script,
                        Cast.AIKO,
                        Cast.BREAK_GLASS_PRODUCTION,
                        Week.on(DayOfWeek.WEDNESDAY, "18:40:26"));
        production.after(20, "ecr", "DescribeRepositories");
        Session staging =
                Assumption.by(script, production, Cast.ORGANISATION_ACCESS, "aiko")
                        .sourceIdentity(AIKO)
                        .at(production.now().plusSeconds(64));
        staging.after(17, "ecr", "DescribeImages").request("repositoryName", "checkout");
        copyImage(script, staging);
        Session management =
                Assumption.by(script, staging, Cast.LOG_READER, "aiko-again")
                        .keepingSourceIdentity(AIKO)
                        .at(staging.now().plusSeconds(95));
        management.after(22, "logs", "StartQuery").request("logGroupName", "deployments");
        management.after(9, "logs", "GetQueryResults");
        staging.after(300, "ecr", "PutImage").request("repositoryName", "checkout");
        production
                .until(staging.now())
                .after(70, "ecs", "UpdateService")
                .request("service", "checkout", "cluster", "shop", "forceNewDeployment", true);
    }

    /// The key belongs to production, so production hears of its use too.
    private static void copyImage(Script script, Session staging) {
        String shared = script.ids().uuid("shared/key");
        String key = Account.PRODUCTION.arn("kms", "eu-central-1", "key/images");
        staging.after(25, "kms", "Decrypt")
                .request("keyId", key, "encryptionAlgorithm", "SYMMETRIC_DEFAULT")
                .resource(Account.PRODUCTION, "AWS::KMS::Key", key)
                .set("sharedEventID", shared);
        String principal = Cast.ORGANISATION_ACCESS.id() + ":aiko";
        script.event(staging.now(), Account.PRODUCTION, Region.FRANKFURT, "kms", "Decrypt")
                .called("Decrypt-owner")
                .by(Identity.otherAccount(principal, Account.STAGING), staging.origin())
                .set("requestParameters", Json.object("keyId", key))
                .resource(Account.PRODUCTION, "AWS::KMS::Key", key)
                .set("sharedEventID", shared);
    }
}
