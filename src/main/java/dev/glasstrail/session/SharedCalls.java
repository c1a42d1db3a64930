package dev.glasstrail.session;

import dev.glasstrail.trail.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One call that two accounts recorded is one opening.
final class SharedCalls {

    private SharedCalls() {}

    /// The openings with the copies of a call under one of them: the copy that names the caller in
    /// full, which is the caller's own. By time.
    static List<Opening> merged(List<Opening> openings) {
        Map<String, List<Opening>> groups = new TreeMap<>();
        List<Opening> merged = new ArrayList<>();
        for (Opening opening : openings) {
            if (opening.call().links().sharedEventId().isEmpty()) {
                merged.add(opening);
            } else {
                groups.computeIfAbsent(
                                opening.call().links().sharedEventId(), _ -> new ArrayList<>())
                        .add(opening);
            }
        }
        groups.values().forEach(copies -> merged.add(one(copies)));
        merged.sort(Opening.ORDER);
        return merged;
    }

    private static Opening one(List<Opening> copies) {
        Opening fullest = copies.getFirst();
        for (Opening copy : copies) {
            if (namesCaller(copy) && !namesCaller(fullest)) {
                fullest = copy;
            }
        }
        Opening chosen = fullest;
        List<String> others =
                copies.stream()
                        .map(copy -> copy.call().eventId())
                        .filter(id -> !id.equals(chosen.call().eventId()))
                        .sorted()
                        .toList();
        return new Opening(
                chosen.way(),
                chosen.call().withCopies(others),
                chosen.caller(),
                chosen.target(),
                chosen.issued(),
                chosen.origin(),
                chosen.outcome());
    }

    private static boolean namesCaller(Opening opening) {
        return !(opening.caller() instanceof Principal.OtherAccount)
                && !opening.caller().identity().arn().isEmpty();
    }
}
