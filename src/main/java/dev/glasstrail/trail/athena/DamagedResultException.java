package dev.glasstrail.trail.athena;

import java.io.IOException;

/// A result that is not whole, or not the one that was begun. The message is one clause.
final class DamagedResultException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedResultException(String message) {
        super(message);
    }

    DamagedResultException(String message, Throwable cause) {
        super(message, cause);
    }
}
