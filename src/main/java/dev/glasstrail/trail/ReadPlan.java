package dev.glasstrail.trail;

import java.util.List;

/// What a source would do for a request, for somebody to look at first.
///
/// @param lines what would be read and what it would cost, one sentence each
/// @param statements what an engine would be asked, in order; empty for a source that reads for
///   itself
public record ReadPlan(List<String> lines, List<Statement> statements) {

    public ReadPlan {
        lines = List.copyOf(lines);
        statements = List.copyOf(statements);
    }

    /// A statement for an engine.
    ///
    /// @param name what it asks: lower-case letters, digits and hyphens
    /// @param sql complete, ready to be run by hand
    public record Statement(String name, String sql) {}
}
