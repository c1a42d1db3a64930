package dev.glasstrail.session;

import dev.glasstrail.trail.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who was on Identity Center's portal when.
final class PortalVisits {

    /// A portal record and the STS call it causes are stamped a moment apart.
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final Map<String, List<PortalVisit>> byGoal = new HashMap<>();

    PortalVisits(List<PortalVisit> visits) {
        for (PortalVisit visit : visits) {
            if (visit.errorCode().isEmpty()) {
                byGoal.computeIfAbsent(
                                goal(visit.account(), visit.permissionSet()),
                                _ -> new ArrayList<>())
                        .add(visit);
            }
        }
    }

    /// The visits that may have led to an opening.
    List<PortalVisit> before(Opening opening) {
        String permissionSet = Watch.permissionSet(opening.target().name()).orElse("");
        return byGoal
                .getOrDefault(goal(opening.target().account(), permissionSet), List.of())
                .stream()
                .filter(visit ->
                        Duration.between(visit.at(), opening.call().at()).abs().compareTo(SLACK)
                                <= 0)
                .toList();
    }

    /// The one user who can have made an opening; `""` where there is none or there are several.
    String visitorBefore(Opening opening) {
        Set<String> userIds = new TreeSet<>();
        before(opening).forEach(visit -> userIds.add(visit.userId()));
        return userIds.size() == 1 ? userIds.iterator().next() : "";
    }

    private static String goal(String account, String permissionSet) {
        return account + " " + permissionSet;
    }
}
