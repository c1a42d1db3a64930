package dev.glasstrail.alarm;

import dev.glasstrail.trail.Call;
import dev.glasstrail.trail.TrailEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Understands event patterns as EventBridge does.
@FunctionalInterface
public interface EventPatterns {

    /// Makes patterns ready to be held against many records.
    ///
    /// @param patterns as deployed; one that cannot be understood is in [Compiled#faults]
    Compiled compile(Collection<String> patterns);

    /// Patterns, each known by its text.
    interface Compiled {

        /// Patterns that cannot be understood, to one clause that says why.
        Map<String, String> faults();

        /// What records a pattern can match.
        ///
        /// @param pattern one of those without fault
        Reach reach(String pattern);

        /// The patterns that the record matches, wrapped as EventBridge would hand it over.
        Set<String> matching(TrailEvent event);

        /// Why a record does not match a pattern, by that alternative of it that comes closest.
        ///
        /// @param pattern one of those without fault, which the record does not match
        Mismatch mismatch(String pattern, TrailEvent event);
    }

    /// What records a pattern can match.
    ///
    /// @param eventNames names by event source; an empty set stands for every name of that source
    /// @param isBounded false if any source may match: then no list of records is all of them
    /// @param unreadMembers members of a record that the pattern asks for and no trail source
    ///   reads, ascending
    /// @param namesSource false if an event that is not of AWS may match
    record Reach(
            Map<String, Set<String>> eventNames,
            boolean isBounded,
            Set<String> unreadMembers,
            boolean namesSource) {

        public Reach {
            eventNames = Map.copyOf(eventNames);
        }

        /// Adds the calls of another reach to names by source.
        public void joinInto(Map<String, Set<String>> names) {
            eventNames.forEach((source, some) -> join(names, source, some));
        }

        /// Adds names of a source's calls; none stands for all of them.
        public static void join(Map<String, Set<String>> names, String source, Set<String> some) {
            Set<String> known = names.get(source);
            if (known == null) {
                names.put(source, new TreeSet<>(some));
            } else if (known.isEmpty() || some.isEmpty()) {
                known.clear();
            } else {
                known.addAll(some);
            }
        }

        /// Whether a call is among them.
        public boolean includes(Call call) {
            Set<String> names = eventNames.get(call.source());
            return !isBounded
                    || (names != null && (names.isEmpty() || names.contains(call.name())));
        }
    }
}
