package dev.glasstrail.alarm;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// What the log says of one rule beside what its metrics say.
///
/// @param state as read; [RuleState#ABSENT] for one that the trail alone tells of
/// @param targets what it calls, as read
/// @param expected records of the window that it should have matched
/// @param counts what its metrics say of the window
/// @param comparison of the two
/// @param changes made to it in the window, by time
public record RuleReview(
        RuleId id,
        RuleState state,
        List<Target> targets,
        long expected,
        Counts counts,
        Comparison comparison,
        List<Change> changes) {

    public RuleReview {
        targets = List.copyOf(targets);
        changes = List.copyOf(changes);
    }

    /// Sums over the window; empty where nothing can be said, which is no zero.
    public record Counts(
            OptionalLong matched,
            OptionalLong invocations,
            OptionalLong failed,
            OptionalLong sentToDlq) {}

    /// A change.
    public record Change(Instant at, String call, String eventId) {}

    /// Whether log and metrics agree.
    public sealed interface Comparison {

        /// Every record has its count and every count its record.
        record Agrees() implements Comparison {}

        /// They do not.
        ///
        /// @param uncounted event ids of records without a count, by time
        /// @param contended records that contend for fewer counts
        /// @param surplus counts without a record, by time
        record Differs(List<String> uncounted, int contended, List<Surplus> surplus)
                implements Comparison {

            public Differs {
                uncounted = List.copyOf(uncounted);
                surplus = List.copyOf(surplus);
            }
        }

        /// They cannot be compared.
        ///
        /// @param because one clause each, at least one
        record NotComparable(List<String> because) implements Comparison {

            public NotComparable {
                because = List.copyOf(because);
            }
        }
    }

    /// Counts that no record explains.
    ///
    /// @param from start of the first period they may be of, UTC
    /// @param to end of the last, exclusive, UTC
    /// @param may what may have made them, one clause each
    public record Surplus(Instant from, Instant to, long counts, List<String> may) {

        public Surplus {
            may = List.copyOf(may);
        }
    }
}
