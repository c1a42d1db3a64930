package dev.glasstrail.alarm.files;

/// Something in the folder that cannot be used. The message is one line: the thing, what was found,
/// the next step.
final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
