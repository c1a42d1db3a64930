package dev.glasstrail.alarm;

import dev.glasstrail.session.Correlation;
import dev.glasstrail.session.Records;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.Reading;
import dev.glasstrail.trail.TrailSource;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.window.AuditWindow;
import java.time.Instant;
import java.util.List;

/// Holds openings against the alert rules.
@FunctionalInterface
public interface AlarmCheck {

    /// Begins the check of one window: reads the rules.
    ///
    /// @throws InterruptedException if the thread was interrupted
    Listening begin(AuditWindow window, Instant asOf, Watch watch) throws InterruptedException;

    /// A check that takes the records of the scans.
    interface Listening extends TrailSource.Sink {

        /// What the first scan must read for it.
        List<Need> needs();

        /// What the second scan must read for it; empty if nothing. From then on it takes the
        /// records of the second scan.
        ///
        /// @param first what was kept of the first scan
        List<Need> furtherNeeds(Records first);

        /// Reaches a verdict on the alarm.
        ///
        /// @throws InterruptedException if the thread was interrupted
        AlarmResult result(Findings findings) throws InterruptedException;
    }

    /// What the scans gave.
    ///
    /// @param records of both scans
    /// @param reading what was read and what could not be
    record Findings(Correlation correlation, Records records, Reading reading) {}

    /// The check of an audit that was given no alert rules.
    static AlarmCheck withoutRules() {
        return (_, _, _) -> Unheard.LISTENING;
    }
}
