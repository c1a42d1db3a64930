package dev.glasstrail.demo.story;

import java.time.DayOfWeek;

/// A user of the staging account takes production's emergency role on the command line: one call,
/// two records with one `sharedEventID`.
final class CrossAccountAssumption implements Story {

    @Override
    public String name() {
        return "cross-account";
    }

    @Override
    public void tell(Script script) {
        Session tomas =
                Assumption.by(script, Cast.TOMAS, Cast.BREAK_GLASS_ADMIN, "tomas.novak-INC-2213")
                        .sourceIdentity("tomas.novak")
                        .at(Week.on(DayOfWeek.THURSDAY, "16:20:44"));
        tomas.after(15, "cloudfront", "ListDistributions");
        tomas.after(38, "cloudfront", "GetDistributionConfig").request("id", "EEXAMPLE7SHOP");
        tomas.after(52, "cloudfront", "CreateInvalidation")
                .request("distributionId", "EEXAMPLE7SHOP");
        tomas.global(66, "route53", "ListResourceRecordSets")
                .request("hostedZoneId", "ZEXAMPLESHOP");
        tomas.global(118, "route53", "ChangeResourceRecordSets")
                .request("hostedZoneId", "ZEXAMPLESHOP");
        tomas.global(31, "route53", "GetChange");
    }
}
