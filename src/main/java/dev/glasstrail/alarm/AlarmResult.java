package dev.glasstrail.alarm;

/// What is known about the alarm.
public sealed interface AlarmResult {

    /// Nothing was looked at.
    ///
    /// @param why one sentence for people
    record NotChecked(String why) implements AlarmResult {}
}
