package dev.glasstrail.trail;

/// A source that cannot be read at all. The message is one line: the thing, the rule, what was
/// found, the next step.
public final class TrailException extends Exception {

    private static final long serialVersionUID = 1L;

    public TrailException(String message) {
        super(message);
    }

    public TrailException(String message, Throwable cause) {
        super(message, cause);
    }
}
