package dev.glasstrail.report;

import dev.glasstrail.session.Opening;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The patterns that no identity in the logs fits, used or refused: of a quiet week as of a slip of
/// the pen.
final class Unmatched {

    private Unmatched() {}

    static List<String> patterns(AuditFacts facts) {
        List<String> unmatched = new ArrayList<>();
        for (Glob role : facts.watch().roles()) {
            if (!fits(facts, new Watch(List.of(role), List.of(), false, Set.of()))) {
                unmatched.add(role.text());
            }
        }
        for (Glob user : facts.watch().users()) {
            if (!fits(facts, new Watch(List.of(), List.of(user), false, Set.of()))) {
                unmatched.add(user.text());
            }
        }
        return unmatched;
    }

    private static boolean fits(AuditFacts facts, Watch one) {
        return facts.input().records().openings().stream().anyMatch(opening -> fits(one, opening))
                || facts.input().records().acts().stream()
                        .map(TrailEvent::principal)
                        .anyMatch(one::watches);
    }

    private static boolean fits(Watch one, Opening opening) {
        Principal caller = opening.caller();
        return one.watchesRole(opening.target().arn()) || one.watches(caller);
    }
}
