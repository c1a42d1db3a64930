package dev.glasstrail.alarm;

/// Where the alert rules are read from.
@FunctionalInterface
public interface AlertRules {

    /// Reads every rule that the settings name, in every place. What cannot be read is named in the
    /// answer; the rest is read.
    ///
    /// @throws InterruptedException if the thread was interrupted
    RuleBook read() throws InterruptedException;
}
