package dev.glasstrail.render.xlsx;

import dev.glasstrail.report.ActionRow;
import dev.glasstrail.report.AuditReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each use, session and first action will stand, known before anything is written.
final class Places {

    private final Map<String, Place> uses = new HashMap<>();
    private final Map<String, Place> sessions = new HashMap<>();
    private final Map<String, Place> firstActions = new HashMap<>();

    Places(AuditReport report, Limits limits) {
        Paging population = new Paging(SheetNames.POPULATION, limits.rows());
        for (int i = 0; i < report.uses().size(); i++) {
            uses.put(report.uses().get(i).id(), population.place(i));
        }
        Paging sessionSheets = new Paging(SheetNames.SESSIONS, limits.rows());
        for (int i = 0; i < report.sessions().size(); i++) {
            sessions.put(report.sessions().get(i).id(), sessionSheets.place(i));
        }
        Paging actionSheets = new Paging(SheetNames.ACTIONS, limits.rows());
        long action = 0;
        for (List<ActionRow> ofOneSession : report.actions().sessions()) {
            firstActions.put(ofOneSession.getFirst().sessionId(), actionSheets.place(action));
            action += ofOneSession.size();
        }
    }

    /// The row of a use on the sheet Population.
    @Nullable Place use(@Nullable String useId) {
        return useId == null ? null : uses.get(useId);
    }

    /// The row of a session on the sheet Sessions.
    @Nullable Place session(@Nullable String sessionId) {
        return sessionId == null ? null : sessions.get(sessionId);
    }

    /// The first row of a session on the sheet Actions; null where it did nothing.
    @Nullable Place firstAction(String sessionId) {
        return firstActions.get(sessionId);
    }

    /// A link to a session, or its id alone where it is on no sheet.
    CellValue sessionLink(@Nullable String sessionId) {
        return CellValue.link(sessionId, session(sessionId), "Go to this session");
    }

    /// A link to a use, or its id alone where it is on no sheet.
    CellValue useLink(@Nullable String useId) {
        return CellValue.link(useId, use(useId), "Go to this use");
    }
}
