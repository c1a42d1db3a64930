package dev.glasstrail.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The figures of the whole report, added up from its rows.
final class Figures {

    private Figures() {}

    /// @param people different persons behind the uses
    static Totals of(
            List<UseRow> uses,
            int people,
            List<SessionRow> sessions,
            int denied,
            List<Finding> findings) {
        Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, 0);
        }
        findings.forEach(finding -> bySeverity.merge(finding.severity(), 1, Integer::sum));
        List<SessionRow> own =
                sessions.stream().filter(session -> session.carriedFrom() == null).toList();
        TreeSet<String> accounts = new TreeSet<>();
        uses.forEach(use -> accounts.add(use.account()));
        own.forEach(session -> accounts.add(session.account()));
        return new Totals(
                uses.size(),
                people,
                own.size(),
                count(own, session -> session.parentId() != null),
                count(own, SessionRow::open),
                sessions.size() - own.size(),
                uses.stream().mapToInt(UseRow::openings).sum(),
                uses.stream().mapToInt(UseRow::unused).sum(),
                denied,
                own.stream().mapToLong(SessionRow::actions).sum(),
                own.stream().mapToLong(SessionRow::reads).sum(),
                own.stream().mapToLong(SessionRow::writes).sum(),
                own.stream().mapToLong(SessionRow::unknownAccess).sum(),
                own.stream().mapToLong(SessionRow::errors).sum(),
                accounts.size(),
                bySeverity);
    }

    private static int count(List<SessionRow> rows, Predicate<SessionRow> which) {
        return (int) rows.stream().filter(which).count();
    }
}
