package dev.glasstrail.window;

/// A window that somebody asked for and that cannot be. The message is one line: the thing, the
/// rule, what was found, the next step.
public final class WindowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WindowException(String message) {
        super(message);
    }
}
