package dev.glasstrail.trail.files;

import java.io.IOException;

/// One object of a bucket cannot be had, whatever becomes of the others.
final class UnavailableObjectException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String clause;

    /// @param clause what is wrong, fit to stand behind the object's name
    UnavailableObjectException(String clause, Throwable cause) {
        super(clause, cause);
        this.clause = clause;
    }

    String clause() {
        return clause;
    }
}
