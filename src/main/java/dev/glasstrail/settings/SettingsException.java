package dev.glasstrail.settings;

import java.util.List;
import java.util.stream.Collectors;

/// A settings file that cannot be used, with everything that is wrong with it.
public final class SettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    SettingsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// By line; at least one.
    public List<Problem> problems() {
        return problems;
    }
}
