package dev.glasstrail.trail.athena;

import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the queries of one run have scanned, held against the budget. A query that is taken up
/// again counts once.
final class Spending {

    private static final String GO_ON =
            "raise source.athena.budget or ask for fewer accounts, regions or days; started again within a day with another budget, the run takes them up and pays for no second scan";

    private final Budget budget;
    private final Map<String, Long> bytesByQuery = new LinkedHashMap<>();

    Spending(Budget budget) {
        this.budget = budget;
    }

    void add(String queryId, long bytes) {
        bytesByQuery.put(queryId, bytes);
    }

    /// @throws TrailException if the run has used up its budget and that ends it
    void check() throws TrailException {
        requireWithin(sum(), "");
    }

    /// Looks ahead before another query starts: it reads the same partitions as those before.
    ///
    /// @throws TrailException if it would use up the budget and that ends the run
    void checkOneMore() throws TrailException {
        check();
        long next = bytesByQuery.values().stream().mapToLong(Long::longValue).max().orElse(0);
        requireWithin(sum() + next, "and the next would read the same partitions: together ");
    }

    /// @param besides what is more than what was scanned, if anything
    private void requireWithin(long bytes, String besides) throws TrailException {
        if (isRefused(bytes)) {
            throw new TrailException(
                    "the queries of this run (%s) scanned %s, %smore than the budget of %s; %s"
                            .formatted(
                                    String.join(", ", bytesByQuery.keySet()),
                                    Amounts.bytes(sum()),
                                    besides,
                                    limit(),
                                    GO_ON));
        }
    }

    /// Whether a query that has not ended takes the run over a budget that ends it.
    boolean isOverWith(String queryId, long bytesSoFar) {
        long others = sum() - bytesByQuery.getOrDefault(queryId, 0L);
        return isRefused(others + bytesSoFar);
    }

    /// The budget in words.
    String limit() {
        return Amounts.bytes(budget.bytes());
    }

    /// What the reading has to say of it. Without the sum, so that several scans say it once; each
    /// query's bytes stand beside it.
    List<Shortfall> shortfalls() {
        return isOver()
                ? List.of(
                        new Shortfall(
                                "OVER_BUDGET",
                                "The queries of this run scanned more than the budget of %s (source.athena.budget)."
                                        .formatted(Amounts.bytes(budget.bytes()))))
                : List.of();
    }

    /// The rule, for somebody to read before it applies.
    String line() {
        return "Scanning costs about 5 US dollars per TB in most regions (prices vary by region), and at least 10 MB are billed for each query; the budget of the run is %s, %s, and %s."
                .formatted(
                        Amounts.bytes(budget.bytes()),
                        Amounts.cost(budget.bytes()),
                        switch (budget.over()) {
                            case REFUSE ->
                                    "a run that scans more, or whose next query would, ends without a report";
                            case WARN -> "a report that took more says so";
                        });
    }

    private boolean isRefused(long bytes) {
        return bytes > budget.bytes() && budget.over() == Budget.Over.REFUSE;
    }

    private boolean isOver() {
        return sum() > budget.bytes();
    }

    private long sum() {
        return bytesByQuery.values().stream().mapToLong(Long::longValue).sum();
    }
}
