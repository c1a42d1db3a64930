package dev.glasstrail.trail.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glasstrail.trail.Reading.Shortfall;
import dev.glasstrail.trail.TrailException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SpendingTest {

    @Test
    void theQueriesOfARunCountTogether() {
        Spending spending = spending(Budget.Over.REFUSE);
        spending.add("q-1", 600_000_000_000L);
        spending.add("q-2", 500_000_000_000L);

        assertThatThrownBy(spending::check)
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the queries of this run (q-1, q-2) scanned 1.1 TB, more than the budget of"
                                + " 1.0 TB; raise source.athena.budget or ask for fewer accounts,"
                                + " regions or days; started again within a day with another"
                                + " budget, the run takes them up and pays for no second scan");
    }

    @Test
    void aQueryThatWouldGoOverTheBudgetIsNotBegun() {
        Spending spending = spending(Budget.Over.REFUSE);
        spending.add("q-1", 500_000_000_000L);
        assertThatCode(spending::checkOneMore).doesNotThrowAnyException();

        spending.add("q-1", 500_000_000_001L);
        assertThatCode(spending::check).doesNotThrowAnyException();
        assertThatThrownBy(spending::checkOneMore)
                .isInstanceOf(TrailException.class)
                .hasMessage(
                        "the queries of this run (q-1) scanned 500.0 GB, and the next would read"
                                + " the same partitions: together more than the budget of 1.0 TB;"
                                + " raise source.athena.budget or ask for fewer accounts, regions"
                                + " or days; started again within a day with another budget, the"
                                + " run takes them up and pays for no second scan");

        Spending warning = spending(Budget.Over.WARN);
        warning.add("q-1", 900_000_000_000L);
        assertThatCode(warning::checkOneMore).doesNotThrowAnyException();
    }

    @Test
    void aQueryThatRunsCountsWithThoseBeforeIt() {
        Spending spending = spending(Budget.Over.REFUSE);
        spending.add("q-1", 600_000_000_000L);

        assertThat(spending.isOverWith("q-2", 400_000_000_000L)).isFalse();
        assertThat(spending.isOverWith("q-2", 400_000_000_001L)).isTrue();
        assertThat(spending.isOverWith("q-1", 1_000_000_000_000L)).isFalse();
        assertThat(spending(Budget.Over.WARN).isOverWith("q-1", Long.MAX_VALUE)).isFalse();
    }

    @Test
    void aQueryThatIsTakenUpAgainCountsOnce() {
        Spending spending = spending(Budget.Over.REFUSE);
        spending.add("q-1", 600_000_000_000L);
        spending.add("q-1", 600_000_000_000L);

        assertThatCode(spending::check).doesNotThrowAnyException();
        assertThat(spending.shortfalls()).isEmpty();
    }

    @Test
    void aRunThatMayGoOnSaysSo() {
        Spending spending = spending(Budget.Over.WARN);
        spending.add("q-1", 1_000_000_000_001L);

        assertThatCode(spending::check).doesNotThrowAnyException();
        assertThat(spending.shortfalls())
                .containsExactly(
                        new Shortfall(
                                "OVER_BUDGET",
                                "The queries of this run scanned more than the budget of 1.0 TB"
                                        + " (source.athena.budget)."));
    }

    @Test
    void theBudgetMayBeUsedUpToItsLastByte() {
        Spending spending = spending(Budget.Over.REFUSE);
        spending.add("q-1", 1_000_000_000_000L);

        assertThatCode(spending::check).doesNotThrowAnyException();
    }

    @Test
    void itsRuleIsToldBeforeItApplies() {
        assertThat(spending(Budget.Over.REFUSE).line() + "\n" + spending(Budget.Over.WARN).line())
                .isEqualTo(
                        """
                        Scanning costs about 5 US dollars per TB in most regions (prices vary by \
                        region), and at least 10 MB are billed for each query; the budget of the run \
                        is 1.0 TB, about 5.00 US dollars, and a run that scans more, or whose next \
                        query would, ends without a report.
                        Scanning costs about 5 US dollars per TB in most regions (prices vary by \
                        region), and at least 10 MB are billed for each query; the budget of the run \
                        is 1.0 TB, about 5.00 US dollars, and a report that took more says so.\
                        """);
    }

    @Test
    void amountsReadLikeAmounts() {
        assertThat(Amounts.bytes(999)).isEqualTo("999 bytes");
        assertThat(Amounts.bytes(999_949)).isEqualTo("999.9 kB");
        assertThat(Amounts.bytes(999_950)).isEqualTo("1.0 MB");
        assertThat(Amounts.bytes(Long.MAX_VALUE)).isEqualTo("9.2 EB");
        assertThat(Amounts.cost(0)).isEqualTo("less than a US cent");
        assertThat(Amounts.cost(2_500_000_000_000L)).isEqualTo("about 12.50 US dollars");
        assertThat(Amounts.time(Duration.ofMinutes(30))).isEqualTo("30 minutes");
        assertThat(Amounts.time(Duration.ofSeconds(60))).isEqualTo("1 minute");
        assertThat(Amounts.time(Duration.ofSeconds(90))).isEqualTo("90 seconds");
    }

    private static Spending spending(Budget.Over over) {
        return new Spending(new Budget(Duration.ofMinutes(30), 1_000_000_000_000L, over));
    }
}
