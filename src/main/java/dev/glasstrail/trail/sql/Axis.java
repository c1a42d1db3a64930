package dev.glasstrail.trail.sql;

import dev.glasstrail.trail.GlobalRegion;
import dev.glasstrail.trail.TrailException;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// The accounts, or the regions, that a table is asked for.
///
/// @param column of the partitions
/// @param asked ascending; empty where all are read because none is known by name
/// @param predicate whether the column can be compared with them
/// @param missing why nothing can be read, by the name that was expected
record Axis(String column, List<String> asked, boolean predicate, TreeMap<String, String> missing) {

    /// Compares what is wanted with what there is.
    ///
    /// @param wanted by the settings; empty means all
    /// @param alsoExpected whatever is wanted
    /// @param named by the projection; empty means that it names none
    /// @throws TrailException if nothing of what is wanted can be read
    static Axis of(
            String column,
            TableColumns columns,
            List<String> wanted,
            Collection<String> alsoExpected,
            List<String> named)
            throws TrailException {
        TreeSet<String> expected = new TreeSet<>(wanted);
        expected.addAll(alsoExpected);
        TreeMap<String, String> missing = new TreeMap<>();
        TreeSet<String> asked = new TreeSet<>();
        if (named.isEmpty()) {
            asked.addAll(wanted.isEmpty() ? wanted : expected);
        } else {
            for (String name : named) {
                // The partition of such a name is another folder, which holds nothing.
                if (name.equals(name.strip())) {
                    asked.add(name);
                } else {
                    missing.put(name.strip(), "the table's projection spells it with white space");
                }
            }
            for (String name : expected) {
                if (!asked.contains(name)) {
                    missing.putIfAbsent(name, "the table's projection does not name it");
                }
            }
            if (!wanted.isEmpty()) {
                asked.retainAll(expected);
            }
            requireSome(column, asked, expected, named);
        }
        return new Axis(column, List.copyOf(asked), columns.isText(column), missing);
    }

    /// The same regions, with that of the global services among the missing if they lack it.
    Axis expectingGlobalRegion() {
        TreeMap<String, String> more = new TreeMap<>(missing);
        GlobalRegion.missingFrom(asked)
                .ifPresent(region ->
                        more.putIfAbsent(
                                region,
                                "source.regions or the table's projection leaves it out, and %s are recorded there"
                                        .formatted(GlobalRegion.RECORDS)));
        return new Axis(column, asked, predicate, more);
    }

    /// Whether the statement is narrowed to [#asked()].
    boolean isNarrowed() {
        return predicate && !asked.isEmpty();
    }

    private static void requireSome(
            String column, TreeSet<String> asked, TreeSet<String> expected, List<String> named)
            throws TrailException {
        if (asked.isEmpty()) {
            throw new TrailException(
                    "the table's projection.%s.values names none of %s, only %s; add them to it, or name others in source.%ss"
                            .formatted(column, shown(expected), shown(named), column));
        }
    }

    private static String shown(Collection<String> names) {
        List<String> first = names.stream().limit(5).toList();
        int more = names.size() - first.size();
        return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
    }
}
