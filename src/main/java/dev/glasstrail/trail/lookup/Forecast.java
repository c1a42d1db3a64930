package dev.glasstrail.trail.lookup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a scan would ask, for people, without asking anything.
///
/// @param wanted whose history
/// @param allowance calls that a run may make
/// @param agenda what it would be asked
record Forecast(HistoryPlaces wanted, Allowance allowance, Agenda agenda) {

    private static final int CALLS_A_SECOND = 2;

    /// One sentence each.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Looks up CloudTrail's event history of %s.".formatted(places()));
        int lookups = agenda.roles().size() + agenda.quiet().size() + agenda.busy().size();
        lines.add(
                "Asks each account and region for at least %,d things, such as %s: one call for every 50 events of each, and of every session that is found."
                        .formatted(lookups, examples()));
        if (!agenda.roles().isEmpty()) {
            lines.add(
                    "Finds openings by the ARNs of the watched roles, if a first try shows that the history knows roles by them; else by the names of the calls.");
        } else if (!agenda.busy().isEmpty()) {
            lines.add(
                    "Finds openings by the names of the calls, which takes many lookups where services assume roles often; roles that are given by their whole ARN take few.");
        }
        lines.add(
                "Makes %,d calls at the most (source.lookup.max-lookups), %d a second in each account and region: %d minutes at the most, and no charge."
                        .formatted(
                                allowance.most(),
                                CALLS_A_SECOND,
                                Duration.ofSeconds(allowance.most() / CALLS_A_SECOND + 59)
                                        .toMinutes()));
        return lines;
    }

    private String examples() {
        List<Lookup> all = new ArrayList<>(agenda.roles());
        all.addAll(agenda.quiet());
        all.addAll(agenda.busy());
        return all.isEmpty()
                ? "nothing"
                : all.getFirst() + (all.size() == 1 ? "" : " and " + all.getLast());
    }

    private String places() {
        String accounts =
                wanted.accounts().isEmpty()
                        ? "the account at hand"
                        : "account " + String.join(", ", wanted.accounts());
        String regions =
                wanted.regions().isEmpty()
                        ? "the region at hand and that of global services"
                        : String.join(", ", wanted.regions());
        return accounts + " in " + regions;
    }
}
