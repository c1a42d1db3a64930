package dev.glasstrail.demo.story;

import java.time.DayOfWeek;

/// A role that assumes itself: a script renews its credentials before they run out.
final class SelfAssumption implements Story {

    @Override
    public String name() {
        return "self-assumption";
    }

    @Override
    public void tell(Script script) {
        Session first =
                Assumption.by(script, Cast.PRIYA, Cast.BREAK_GLASS_ADMIN, "reindex")
                        .mfa(Cast.PRIYA)
                        .at(Week.on(DayOfWeek.FRIDAY, "11:00:03"));
        reindex(first, 4);
        Session second =
                Assumption.by(script, first, Cast.BREAK_GLASS_ADMIN, "reindex")
                        .at(first.now().plusSeconds(120));
        reindex(second, 5);
    }

    private static void reindex(Session session, int rounds) {
        session.after(14, "es", "DescribeDomain").request("domainName", "parcels");
        for (int i = 0; i < rounds; i++) {
            session.after(150, "es", "ESHttpPost").request("domainName", "parcels", "part", i);
            session.after(240, "es", "DescribeDomainHealth").request("domainName", "parcels");
        }
    }
}
