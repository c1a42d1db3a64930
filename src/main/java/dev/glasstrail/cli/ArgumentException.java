package dev.glasstrail.cli;

/// Arguments that do not fit together. The message is one line: the thing, the rule, what was
/// found, the next step.
final class ArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArgumentException(String message) {
        super(message);
    }
}
