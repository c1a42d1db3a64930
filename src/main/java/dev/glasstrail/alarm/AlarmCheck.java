package dev.glasstrail.alarm;

import dev.glasstrail.session.Correlation;

/// Holds openings against the alert rules.
public interface AlarmCheck {

    /// Reaches a verdict on the alarm.
    AlarmResult check(Correlation correlation);

    /// The check of an audit that was given no alert rules.
    static AlarmCheck withoutRules() {
        return _ ->
                new AlarmResult.NotChecked(
                        "No alert rule was read, so no opening was held against one.");
    }
}
