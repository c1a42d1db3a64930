package dev.glasstrail.report;

import dev.glasstrail.session.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Uses as rows, their figures added up from their sessions.
final class UseRows {

    private UseRows() {}

    static List<UseRow> of(
            List<Use> uses,
            Directory directory,
            List<SessionRow> sessions,
            List<UnusedOpening> unused,
            List<Finding> findings) {
        Map<String, SessionRow> byId = new HashMap<>();
        sessions.forEach(session -> byId.put(session.id(), session));
        Map<String, Integer> neverUsed = neverUsedByUse(unused);
        Map<String, Severity> worst = worstByUse(findings);
        List<UseRow> rows = new ArrayList<>();
        for (Use use : uses) {
            List<SessionRow> own = new ArrayList<>();
            use.sessionIds().forEach(id -> own.add(byId.get(id)));
            rows.add(
                    row(
                            use,
                            directory.row(use.person()),
                            rows.size() + 1,
                            own,
                            neverUsed.getOrDefault(use.id(), 0),
                            worst.get(use.id())));
        }
        return rows;
    }

    private static UseRow row(
            Use use,
            PersonRow person,
            int number,
            List<SessionRow> own,
            int neverUsed,
            @Nullable Severity worst) {
        int seenInUse = 0;
        int notSeen = neverUsed;
        for (SessionRow session : own) {
            for (OpeningRow opening : session.openings()) {
                seenInUse += opening.used() ? 1 : 0;
                notSeen += opening.used() ? 0 : 1;
            }
        }
        return new UseRow(
                use.id(),
                number,
                use.powers().glass(),
                person,
                use.powers().account(),
                use.from(),
                use.to(),
                use.sessionIds(),
                seenInUse + notSeen,
                notSeen,
                use.denied().size(),
                "not checked",
                own.stream().anyMatch(SessionRow::open),
                own.stream().mapToInt(SessionRow::actions).sum(),
                own.stream().mapToInt(SessionRow::reads).sum(),
                own.stream().mapToInt(SessionRow::writes).sum(),
                own.stream().mapToInt(SessionRow::errors).sum(),
                worst);
    }

    private static Map<String, Integer> neverUsedByUse(List<UnusedOpening> unused) {
        Map<String, Integer> openings = new HashMap<>();
        for (UnusedOpening opening : unused) {
            if (opening.useId() != null) {
                openings.merge(opening.useId(), opening.eventIds().size(), Integer::sum);
            }
        }
        return openings;
    }

    /// @param findings worst first
    private static Map<String, Severity> worstByUse(List<Finding> findings) {
        Map<String, Severity> worst = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.useId() != null) {
                worst.putIfAbsent(finding.useId(), finding.severity());
            }
        }
        return worst;
    }
}
