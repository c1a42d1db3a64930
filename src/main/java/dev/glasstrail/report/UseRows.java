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
            List<SessionRow> sessions,
            List<UnusedOpening> unused,
            List<Finding> findings) {
        Map<String, SessionRow> byId = new HashMap<>();
        sessions.forEach(session -> byId.put(session.id(), session));
        List<UseRow> rows = new ArrayList<>();
        for (Use use : uses) {
            List<SessionRow> own = new ArrayList<>();
            use.sessionIds().forEach(id -> own.add(byId.get(id)));
            rows.add(row(use, rows.size() + 1, own, openingsIn(use, unused), findings));
        }
        return rows;
    }

    private static UseRow row(
            Use use, int number, List<SessionRow> own, int neverUsed, List<Finding> findings) {
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
                SessionRows.person(use.person()),
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
                worst(use.id(), findings));
    }

    private static int openingsIn(Use use, List<UnusedOpening> unused) {
        return unused.stream()
                .filter(opening -> use.id().equals(opening.useId()))
                .mapToInt(opening -> opening.eventIds().size())
                .sum();
    }

    private static @Nullable Severity worst(String useId, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> useId.equals(finding.useId()))
                .map(Finding::severity)
                .min(Severity::compareTo)
                .orElse(null);
    }
}
