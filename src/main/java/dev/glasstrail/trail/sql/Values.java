package dev.glasstrail.trail.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is put into a [QueryFile], by the names that stand there.
final class Values {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> patterns = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();

    /// A text literal.
    Values literal(String name, String value) {
        return sql(name, Sql.literal(value));
    }

    /// What stands between the brackets of `IN (…)`.
    Values list(String name, Collection<String> values) {
        return sql(name, Sql.list(values));
    }

    /// A truth value.
    Values truth(String name, boolean value) {
        return sql(name, Sql.truth(value));
    }

    /// Patterns of [LikePattern].
    Values any(String name, Collection<String> likePatterns) {
        patterns.put(name, List.copyOf(likePatterns));
        return this;
    }

    /// An expression that the program made, such as the name of a column.
    Values sql(String name, String expression) {
        texts.put(name, expression);
        return this;
    }

    /// Nothing: lines that name it are left out.
    Values unknown(String name) {
        unknown.add(name);
        return this;
    }

    boolean isUnknown(String name) {
        return unknown.contains(name);
    }

    String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("a query names ${" + name + "}, which nothing sets");
        }
        return text;
    }

    List<String> patterns(String name) {
        List<String> found = patterns.get(name);
        if (found == null) {
            throw new IllegalStateException(
                    "a query names ${any " + name + "}, which nothing sets");
        }
        return found;
    }
}
