package dev.glasstrail.alarm.slack;

/// Slack does not give what it is asked for.
final class UnreadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String needed;

    /// @param reason one line: what was found, the next step
    UnreadException(String reason) {
        this(reason, "", "");
    }

    /// @param code the error that Slack gives
    /// @param needed the scopes that Slack wants; `""` where it says none
    UnreadException(String reason, String code, String needed) {
        super(reason);
        this.code = code;
        this.needed = needed;
    }

    /// What was found, and the next step.
    String reason() {
        return String.valueOf(getMessage());
    }

    /// Whether only the metadata of the messages is refused.
    boolean isOfMetadata() {
        return code.equals("missing_scope") && needed.contains("metadata");
    }
}
