package dev.glasstrail.trail.files;

import java.io.IOException;

/// A file breaks the rules of its own format.
final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String clause;

    /// @param clause what is wrong, fit to stand behind the file's name
    DamagedFileException(String clause) {
        super(clause);
        this.clause = clause;
    }

    String clause() {
        return clause;
    }
}
