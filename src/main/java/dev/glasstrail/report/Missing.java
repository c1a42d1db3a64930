package dev.glasstrail.report;

import dev.glasstrail.trail.Reading.Seen;
import dev.glasstrail.trail.Reading.Shortfall;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What is known to be missing from a report, so that no answer claims more than was read.
///
/// @param sessions of the window
record Missing(AuditFacts facts, List<SessionRow> sessions) {

    /// In sentences that begin with a space; empty where nothing is.
    String sentences() {
        StringBuilder missing = new StringBuilder();
        if (facts.input().reading().records() == 0) {
            missing.append(" No record was read at all.");
        }
        if (!facts.input().reading().unreadable().isEmpty()) {
            missing.append(" Some of the logs could not be read.");
        }
        long gaps = coverage().filter(seen -> !seen.gap().isEmpty()).count();
        if (gaps > 0) {
            missing.append(" Nothing, or not everything, could be read of ")
                    .append(
                            gaps == 1
                                    ? "1 account and region."
                                    : String.format(Locale.ENGLISH, "%,d", gaps)
                                            + " accounts and regions.");
        }
        if (facts.input().reading().notes().shortfalls().stream()
                .anyMatch(lost -> lost.code().equals(Shortfall.DATA_EVENTS_NOT_SEEN))) {
            missing.append(" Data events were not seen.");
        }
        if (!accountsNotRead().isEmpty()) {
            missing.append(" Sessions acted in accounts of which no record was read.");
        }
        if (!facts.correlation().unansweredVisits().isEmpty()) {
            missing.append(" Openings are missing that Identity Center's own records show.");
        }
        if (!facts.correlation().orphans().isEmpty()) {
            missing.append(" Some records of a glass belong to no session that is known.");
        }
        return missing.toString();
    }

    /// Accounts in which sessions acted, or could have, and of which the logs hold nothing;
    /// ascending.
    List<String> accountsNotRead() {
        TreeSet<String> accounts = new TreeSet<>();
        sessions.forEach(session -> accounts.add(session.account()));
        facts.correlation().neverUsed().forEach(unused -> accounts.add(unused.powers().account()));
        coverage()
                .filter(seen -> seen.records() > 0)
                .forEach(seen -> accounts.remove(seen.place().account()));
        accounts.remove("");
        return facts.input().reading().coverage().isEmpty() ? List.of() : List.copyOf(accounts);
    }

    private Stream<Seen> coverage() {
        return facts.input().reading().coverage().stream();
    }
}
