package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One use of a glass: what a person calls "that time on Tuesday", and the auditor's population.
///
/// @param id stable across re-issues, such as `BG-2026-W46-3f9a`
/// @param number position in this report from 1; for display only
/// @param glass what was used: permission set, role or user name, or `root`
/// @param from first opening in the window; the creation of a session whose opening is missing
/// @param to last action, or a later opening that was never used
/// @param sessionIds by creation; chained sessions follow their parent
/// @param openings events that issued credentials
/// @param unused of those, never seen in use
/// @param denied refused attempts of the same person on the same glass less than an hour from it;
///   each counts in one use
/// @param classification drill, emergency, misuse or unexplained; `not checked` until explanations
///   are read
/// @param open a session of it could still run at `asOf`
/// @param severity the worst of its findings; null without any
public record UseRow(
        String id,
        int number,
        String glass,
        PersonRow person,
        String account,
        Instant from,
        Instant to,
        List<String> sessionIds,
        int openings,
        int unused,
        int denied,
        String classification,
        boolean open,
        int actions,
        int reads,
        int writes,
        int errors,
        @Nullable Severity severity) {

    public UseRow {
        sessionIds = List.copyOf(sessionIds);
    }
}
